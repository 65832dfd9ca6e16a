"""What an option of an exercise does when it is picked."""

from __future__ import annotations

from course.engine.kinds import Draft
from course.engine.outcome import Answer
from course.model.record import Record


class Answered(Record):
    """Pick this answer, or all of these at one go."""

    answers: tuple[Answer, ...]


class Sketched(Record):
    """Put this together instead, and go to that place."""

    draft: Draft
    at: int
    show: int = -1
    """The option to point at afterwards, counted from 0, so that it is in view; -1 to leave the pointer alone."""
