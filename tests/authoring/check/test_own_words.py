"""A course's own words: a brace that is lost is told, since learners would see the other one and the name behind it."""

from __future__ import annotations

import pytest

from course.authoring.check import words
from course.authoring.check.finding import Found
from course.model.record import replace
from tests.shipped import COURSE

SENTENCE = "day.first-named"
WELL = "{weekday}, the interview day"


def found(text: str) -> list[Found]:
    return list(words.find(replace(COURSE, words={SENTENCE: {"other": text}})))


def test_what_is_filled_in_stands_in_both_braces() -> None:
    assert not found(WELL)
    assert not found("{weekday}, {scenario}")


@pytest.mark.parametrize("text", [WELL.replace("}", ""), WELL.replace("{", "")])
def test_the_one_that_is_lost_is_asked_about(text: str) -> None:
    (one,) = found(text)
    assert one.code == "unknown-placeholder"
    assert one.mend == "Write {weekday}."
    assert one.instead == (text, WELL)


@pytest.mark.parametrize("text", ["{weekday}, the {interview day", "{wochentag, der Tag", "}"])
def test_where_nobody_can_tell_what_there_is_is_listed(text: str) -> None:
    (one,) = found(text)
    assert "{weekday}" in one.mend
    assert one.instead is None
