"""The shipped course gives nothing away by its words, and a course of pure chance is not suspected."""

from __future__ import annotations

from course.authoring.check import wording
from course.reading.courses import read_course
from course.reading.find import find_course


def test_nothing_is_found_in_the_shipped_course() -> None:
    reading = read_course(find_course(None))
    assert reading.course is not None
    scored = [scenario for scenario in reading.scenarios if scenario.head.scored]
    found = [(each.code, each.at) for each in wording.find(reading.course, scored)]
    assert [each for each in found if reading.course.levels.get(each[0]) != "off"] == []
