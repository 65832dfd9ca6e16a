"""The exercise kinds, one module each: how an exercise's answers become outcomes.

A kind is a class in `course.model`, a module here of that name, and a widget or prompt of that name
in each face. This table is the only place that lists them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from course.model import Branch, Choices, Exercise
from course.playing.kinds import choices
from course.playing.outcome import Outcome


class Kind(Protocol):
    """What a kind's module offers."""

    def outcomes(self, exercise: Any) -> tuple[Outcome, ...]:
        """Everything a learner could answer."""

    def shown(self, exercise: Any, order: str) -> tuple[Outcome, ...]:
        """The same, in the order that `order` gives."""

    def ways(self, exercise: Any) -> Iterable[tuple[Branch, ...]]:
        """Every way on that some answer takes."""


KINDS: dict[type, Kind] = {Choices: choices}


def outcomes(exercise: Exercise) -> tuple[Outcome, ...]:
    """Everything a learner could answer, and what each answer leads to."""
    return KINDS[type(exercise)].outcomes(exercise)


def shown(exercise: Exercise, order: str) -> tuple[Outcome, ...]:
    """The same outcomes in the order a learner sees them; the same `order` text, the same order."""
    return KINDS[type(exercise)].shown(exercise, order)


def ways(exercise: Exercise) -> Iterable[tuple[Branch, ...]]:
    """Every way on that some answer takes."""
    return KINDS[type(exercise)].ways(exercise)
