"""The course that comes along, read once for all tests that look at it; its records never change."""

from __future__ import annotations

from functools import cache

from course.model import Course
from course.reading.courses import read_course
from course.reading.files.find import find_course
from course.visit.course_folder import CourseFolder
from tests.folders import kept_contents

FOLDER = find_course(None)
READING = read_course(FOLDER)


def _course() -> Course:
    assert READING.course is not None, READING.problems
    return READING.course


COURSE = _course()
SCENARIOS = {each.head.id: each for each in READING.scenarios}


def as_at_a_later_start() -> None:
    """Let its contents be kept in this home already, or every home page reads all of it beside what is tried there."""
    contents = _contents()
    kept_contents().parent.mkdir(parents=True, exist_ok=True)
    kept_contents().write_bytes(contents)


@cache
def _contents() -> bytes:
    """What is kept of its contents once all of it has been read; nothing where its files are too new for that."""
    CourseFolder(FOLDER).check()
    return kept_contents().read_bytes() if kept_contents().exists() else b""
