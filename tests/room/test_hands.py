"""Hands, cards and chats, as they are typed or pasted."""

from __future__ import annotations

import pytest

from course.room.hands import Count, NoCount, counted


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
    assert counted(text, 3).hands == found


@pytest.mark.parametrize(
    ("text", "found", "left_out"),
    [
        ("a B, b b? c D A", {0: 2, 1: 3, 2: 1}, ("D",)),
        ("A 5 D 1", {0: 5}, ("D", "1")),
        ("A 5, b", {0: 5}, ("b",)),
        ("Ana: b", {1: 1}, ("Ana:",)),
        ("A 5, B 3.", {0: 5, 1: 3}, ()),
    ],
)
def test_what_is_clear_counts_and_the_rest_is_told(text: str, found: dict[int, int], left_out: tuple[str, ...]) -> None:
    assert counted(text, 3) == Count(found, left_out)


@pytest.mark.parametrize("text", ["", "nobody", "D 1", "1 2 3 4", "d"])
def test_what_cannot_be_counted_is_not_guessed(text: str) -> None:
    with pytest.raises(NoCount):
        counted(text, 3)
