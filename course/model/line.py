"""The line between too little and too much: its three places, and what a course calls them."""

from __future__ import annotations

from enum import StrEnum

from course.model.record import Record


class Side(StrEnum):
    """A place on the line. A course has names of its own for the three, such as curt, clear and gushing."""

    UNDER = "under"
    """Too little of it."""
    RIGHT = "right"
    OVER = "over"
    """Too much of it."""


class Line(Record):
    """What a course calls the three places on its line. Authors write these names, and learners read them."""

    under: str = "under"
    right: str = "right"
    over: str = "over"

    @property
    def names(self) -> tuple[str, str, str]:
        """The names in the order of `Side`."""
        return self.under, self.right, self.over
