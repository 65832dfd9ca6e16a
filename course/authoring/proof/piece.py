"""One thing that a reading copy has to show."""

from __future__ import annotations

from enum import StrEnum

from course.model.record import Record
from course.reading.problems.positions import Step


class What(StrEnum):
    """What a piece is; its value is what an author calls it."""

    SCENE = "scene"
    ENDING = "ending"
    OPTION = "option"
    EARLY = "too early"
    """A way of a calendar before its time."""
    LIMIT = "limit"
    """What it means in a calendar to go past one of the course's limits."""
    PASSAGE = "passage"
    """A passage where its condition holds."""
    ELSE = "else"
    """A passage where it does not hold, and something is told in its place."""
    ARRIVAL = "arrival"
    """What arrives only on some paths."""
    BRANCH = "branch"


class Piece(Record):
    """One thing to show."""

    what: What
    at: tuple[Step, ...]
    """Where it is written, as positions know it."""
    limit: str = ""
    """Which limit, by its field in course.yaml, or the kind that is due."""
