"""Items of tone are those whose options are wordings of one and the same message."""

from __future__ import annotations

import pytest

from course.authoring.blind.items import Group
from course.model.kinds import Exercise
from course.model.kinds.message import Alternative, MessageInParts, Part
from tests.authoring.blind.made import asked, of, said


def part(do: str, dont: str, *, omit: bool = False) -> MessageInParts:
    alternatives = Alternative("a", do, ("thanks",)), Alternative("b", dont, (), ("space",), omit=omit)
    return MessageInParts((Part("part", "Part", alternatives),), to="Ines")


def choices(do: str, dont: str) -> Exercise:
    return of(said(do, follows="thanks"), said(dont, breaks="space"))


def group(exercise: Exercise) -> Group:
    (item,) = asked(exercise)
    return item.group


def test_a_part_that_only_sounds_different_is_tone() -> None:
    assert group(part("Thank you for the hour.", "I did expect more than an hour.")) is Group.TONE
    assert group(part("Dear Ines,", "To the owner of the stall,")) is Group.TONE, "she is who it goes to"


@pytest.mark.parametrize(
    "dont", ["I will call on Friday.", "I will call at 5.", "I will ask Tomas."], ids=["a day", "a number", "a person"]
)
def test_a_part_that_names_another_day_number_or_person_is_none(dont: str) -> None:
    assert group(part("I will be glad to hear from you.", dont)) is Group.MESSAGES
    assert group(part(dont, dont.replace("I will", "You made me"))) is Group.TONE, "where both name it"


def test_whether_to_say_it_at_all_is_no_matter_of_tone() -> None:
    assert group(part("Thank you for the hour.", "Leave it out", omit=True)) is Group.MESSAGES


def test_choices_are_tone_where_all_of_them_are_spoken() -> None:
    assert group(choices('"I am sorry."', "“So am I, believe me.”")) is Group.TONE
    assert group(choices('"I am sorry."', "Hang up.")) is Group.CHOICES
    assert group(choices('Say "yes".', 'Say "no".')) is Group.CHOICES
    assert group(choices('"On Friday."', '"On Monday."')) is Group.CHOICES
