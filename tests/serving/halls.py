"""Halls for tests: the tiny course in a room."""

from __future__ import annotations

from course.room.stores.store import Gone
from course.serving.hall import Library
from tests.builders import tiny_course, tiny_scenario


def library(course: str) -> Library:
    """The tiny course, by its id."""
    if course != "tiny":
        raise Gone(course)
    return Library(tiny_course(), (tiny_scenario(),))
