"""Hands, cards and chats, as they are typed or pasted."""

from __future__ import annotations

import pytest

from course.room.hands import Count, NoCount, NotWhole, TooMany, counted
from course.words import rooms


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
        ("5 A 3 B", {0: 5, 1: 3}),
        ("A5 B3", {0: 5, 1: 3}),
        ("A x 3, B×2", {0: 3, 1: 2}),
        ("Anna: A", {0: 1}),
        ("A: b", {1: 1}),  # somebody who is called by a letter
        ("Table 4: A: 5", {0: 5}),
        ("5\t3\t0", {0: 5, 1: 3, 2: 0}),
    ],
)
def test_what_was_counted(text: str, found: dict[int, int]) -> None:
    assert counted(text, 3).hands == found


@pytest.mark.parametrize(
    ("text", "found", "left_out"),
    [
        ("a B, b b? c D A", {0: 2, 1: 3, 2: 1}, ("D",)),
        ("A 5 D 1", {0: 5}, ("D 1",)),
        ("A 5, b", {0: 5}, ("b",)),
        ("5 A 3", {0: 5}, ("3",)),
        ("Ana: b", {1: 1}, ()),
        ("Fay: c\n14:02 Gus: call back", {2: 1}, ("call back",)),
        ("I'd say a, she is a busy woman\nB", {1: 1}, ("I'd say a, she is a busy woman",)),
        ("Anna Berg\nA\nTom\nb", {0: 1, 1: 1}, ("Anna Berg", "Tom")),
        ("A 5, B 3.", {0: 5, 1: 3}, ()),
    ],
)
def test_what_is_clear_counts_and_the_rest_is_told(text: str, found: dict[int, int], left_out: tuple[str, ...]) -> None:
    assert counted(text, 3) == Count(found, left_out)


@pytest.mark.parametrize(
    "chat",
    [
        "14:02:11 From Anna to Everyone: A\n14:02:15 From Tom Lee to Everyone: b\n14:02:15 From C. to Everyone: A!",
        "14:02:11\t From  Anna : A\n14:02:15\t From  Tom : B\n14:02:20\t From  Eve : A",
        "14:02:11 From Anna to Everyone:\n\tA\n14:02:15 From Tom to Everyone:\n\tB\n14:02:20 From Eve to Me:\n\tA",
        "Anna Berg 9:03 AM\nA\n\nTom Lee 9:04 AM\nB\n\nEve 9:04 AM\nA",
        "[9:03 AM] Anna: A\n[9:03 AM] Tom: b.\n[9:04 AM] Eve: a",
        "9:03 PM Anna: A\n9:03 PM Tom: B\n9:04 PM Eve: A",
        "11/28/26, 2:02 PM - Anna: A\n11/28/26, 2:02 PM - Tom: B\n[14:02, 11/28/2026] Eve: A",
        "Anna: A 14:02\nTom: B 14:02\nEve: A 14:03",
    ],
    ids=["zoom", "older-zoom", "newer-zoom", "teams", "brackets", "evening", "with-days", "times-behind"],
)
def test_in_a_chat_the_times_and_the_names_count_nothing(chat: str) -> None:
    assert counted(chat, 3) == Count({0: 2, 1: 1})


@pytest.mark.parametrize(
    ("chat", "found"),
    [
        ("Maria: B\nTom: B\nMaria: A", {0: 1, 1: 1}),
        ("Maria: B\nTom: B\nMaria: A or C?\nMaria: vote: A", {0: 1, 1: 1}),
        ("14:02:11 From Maria to Everyone: B\n14:02:15 From  maria to Me : A", {0: 1}),
        ("Maria Berg 9:03 AM\nB\n\nTom Lee 9:04 AM\nB\n\nMaria Berg 9:05 AM\nA", {0: 1, 1: 1}),
        ("14:02:11 From Maria to Everyone:\n\tB\n14:02:15 From Maria to Everyone:\n\tA", {0: 1}),
        ("Table 4: A 5\nTable 4: B 3", {0: 5, 1: 3}),  # what a table has counted, in two lines
        ("A\nB\nA", {0: 2, 1: 1}),  # nobody is named
        ("9:03 AM A\n9:04 AM A", {0: 2}),
    ],
)
def test_in_a_chat_with_names_the_last_vote_of_a_person_counts(chat: str, found: dict[int, int]) -> None:
    assert counted(chat, 3).hands == found


@pytest.mark.parametrize(
    "text", ["A 10001", "A 500000", "0 1 " + "9" * 5000, "B 1 A " + "9" * 5000, "500000 A", "0 500000 1"]
)
def test_more_hands_than_any_room_has_are_a_slip_of_the_hand(text: str) -> None:
    with pytest.raises(TooMany) as slip:
        counted(text, 3)
    assert "More than 10000 hands" in rooms.not_counted(slip.value, 3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("b", "Counted: 1 hand, in the place of any counted before."),
        ("A 5 B 3", "Counted: 8 hands in all, in the place of any counted before."),
        ("b\nGus: call back", "Counted: 1 hand, in the place of any counted before. Left out: 1; x shows it."),
        ("b\nd\ne", "Counted: 1 hand, in the place of any counted before. Left out: 2; x shows them."),
    ],
)
def test_what_was_counted_and_left_out_is_told_by_its_number_alone(text: str, told: str) -> None:
    assert rooms.counted(counted(text, 3)) == told


def test_what_was_left_out_is_told_without_a_name_where_it_is_asked_for() -> None:
    assert rooms.left_out(counted("b\nGus: call back", 3)) == "Left out: call back"
    assert rooms.left_out(counted("b\nd\ne", 3)) == "Left out (2): d; e"


def test_of_a_long_chat_only_the_first_that_was_left_out_is_told() -> None:
    told = rooms.left_out(counted("b\n" + "I would rather wait for her to call me, honestly\n" * 9, 3))
    assert told.endswith("Left out (9): " + "I would rather wait for her to c…; " * 4 + "…")


@pytest.mark.parametrize("text", ["", "nobody", "D 1", "1 2 3 4", "d", "Gus: a, b or c?", "Fay: 14:02", "a cup of tea"])
def test_what_cannot_be_counted_is_not_guessed(text: str) -> None:
    with pytest.raises(NoCount):
        counted(text, 3)


@pytest.mark.parametrize("text", ["3124", "312", "5 3", "5\n3"])
def test_numbers_alone_count_only_where_there_is_one_for_each_option(text: str) -> None:
    """All of "312" could be hands for A, or one digit for each of three options."""
    with pytest.raises(NoCount) as slip:
        counted(text, 3)
    assert "a number alone says not for what" in rooms.not_counted(slip.value, 3)


@pytest.mark.parametrize(
    "text", ["A -1", "a −1", "A 5 B -3", "-1 A", "-1 2 3", "A: -1", "A 1.5", "A 1,5 B 2", "2.5 A", "A 5,000"]
)
def test_a_number_that_no_count_can_be_counts_nothing_and_is_said_to_be_none(text: str) -> None:
    """Or it would stand in the place of all that was counted before."""
    with pytest.raises(NotWhole) as slip:
        counted(text, 3)
    assert "whole numbers, from 0 up" in rooms.not_counted(slip.value, 3)


@pytest.mark.parametrize(
    "text", ["A-5 B-3", "A - 5, B - 3", "A – 5 B – 3", "5-A, 3-B", "A:5,B:3", "A5,B3", "A 5. B 3."]
)
def test_a_dash_between_a_letter_and_its_number_is_no_sign(text: str) -> None:
    assert counted(text, 3).hands == {0: 5, 1: 3}


def test_in_a_chat_a_line_with_such_a_number_is_left_out() -> None:
    assert counted("Tom: A\nEve: B -1\nAnna: C", 3) == Count({0: 1, 2: 1}, ("B -1",))
