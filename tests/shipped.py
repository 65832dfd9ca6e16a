"""The course that comes along, read once for all tests that look at it; its records never change."""

from __future__ import annotations

from course.model import Course
from course.reading.courses import read_course
from course.reading.files.find import find_course

FOLDER = find_course(None)
READING = read_course(FOLDER)


def _course() -> Course:
    assert READING.course is not None, READING.problems
    return READING.course


COURSE = _course()
SCENARIOS = {each.head.id: each for each in READING.scenarios}
