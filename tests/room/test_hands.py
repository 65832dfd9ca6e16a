"""Hands, cards and chats, as they are typed or pasted."""

from __future__ import annotations

import pytest

from course.room.hands import NoCount, counted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A 5 B 3 C 1", {0: 5, 1: 3, 2: 1}),
        ("a5 b3", {0: 5, 1: 3}),
        ("A: 12, C = 4", {0: 12, 2: 4}),
        ("5 3 0", {0: 5, 1: 3, 2: 0}),
        ("A a b A", {0: 3, 1: 1}),
        ("Ana: b\nTom: B!\nC", {1: 2, 2: 1}),
        ("a, b, c, a", {0: 2, 1: 1, 2: 1}),
    ],
)
def test_what_was_counted(text: str, found: dict[int, int]) -> None:
    assert counted(text, 3) == found


@pytest.mark.parametrize("text", ["", "nobody", "A 5 D 1", "1 2 3 4", "d"])
def test_what_cannot_be_counted_is_not_guessed(text: str) -> None:
    with pytest.raises(NoCount):
        counted(text, 3)
