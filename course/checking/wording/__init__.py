"""How choices are worded: what gives answers away, and what makes them hard to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.checking.found import Found
from course.model import Course, Scenario


def find(course: Course, scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """Everything about the words of a course that gives answers away or makes it hard to read."""
    del course, scenarios
    yield from ()
