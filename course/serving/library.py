"""A course that rooms here are about, and what of it is worked out once for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from course.model import Course, Scenario
from course.room.minutes import minutes


class Library:
    """The course and its scenarios."""

    def __init__(self, course: Course, scenarios: Sequence[Scenario]) -> None:
        self.course = course
        self.scenarios = scenarios
        self._minutes: dict[str, int] = {}

    def minutes(self, scenario: Scenario) -> int:
        """How long that scenario takes a room; worked out once, since all of it is walked for that."""
        if scenario.head.id not in self._minutes:
            self._minutes[scenario.head.id] = minutes(self.course, scenario)
        return self._minutes[scenario.head.id]
