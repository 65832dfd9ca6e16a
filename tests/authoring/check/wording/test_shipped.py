"""The shipped course gives nothing away by its words, and a course of pure chance is not suspected."""

from __future__ import annotations

from course.authoring.check import wording
from tests.shipped import COURSE, READING


def test_nothing_is_found_in_the_shipped_course() -> None:
    scored = [scenario for scenario in READING.scenarios if scenario.head.scored]
    found = [(each.code, each.at) for each in wording.find(COURSE, scored)]
    assert [each for each in found if COURSE.levels.get(each[0]) != "off"] == []
