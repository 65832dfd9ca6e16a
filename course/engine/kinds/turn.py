"""Turns: an exercise asks once or several times, and what it asks next may depend on the answers before."""

from __future__ import annotations

from course.engine.outcome import Answer
from course.model import Choice
from course.model.record import Record


class Turn(Record, cache_hash=True):
    """Which of its questions an exercise has come to."""

    number: int = 0
    past: Record | None = None
    """What of the answers before can still matter, as the kind keeps it."""


FIRST = Turn()


class Rivals(Record):
    """Texts that stand beside each other for a learner to pick one of."""

    ids: Answer
    """What leads to them within the exercise: the first ids of the answers that they stand for."""
    options: tuple[Choice, ...]
