"""The exercise kind `choices`: a branching decision, of which exactly one choice is taken."""

from __future__ import annotations

import random

from course.engine.conditions import Past
from course.engine.kinds.kind import Kind
from course.engine.kinds.offering import left
from course.engine.kinds.turn import FIRST, Rivals, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Branch, Choice, Condition
from course.model.kinds import Exercise
from course.model.kinds.choices import Choices
from course.model.record import replace


class ChoicesKind(Kind):
    """A decision between choices, of which one is taken."""

    def __init__(self, exercise: Choices) -> None:
        self._exercise = exercise

    def outcomes(self, turn: Turn = FIRST, order: str = "") -> tuple[Outcome, ...]:  # noqa: ARG002 (there is only one)
        """One outcome for each choice, in the order in which they were written unless they are shuffled."""
        found = [_outcome(choice) for choice in self._exercise.options]
        if order and self._exercise.shuffled:
            random.Random(order).shuffle(found)
        return tuple(found)

    def then(self, turn: Turn, outcome: Outcome) -> Turn | None:  # noqa: ARG002
        """There is one turn only."""
        return None

    def ways(self) -> list[tuple[Branch, ...]]:
        """The way on after each choice."""
        return [choice.next for choice in self._exercise.options]

    def options(self) -> list[str]:
        """The choices."""
        return [choice.id for choice in self._exercise.options]

    def conditions(self) -> tuple[Condition, ...]:
        """When each choice is offered."""
        return tuple(choice.when for choice in self._exercise.options)

    def offered(self, past: Past, today: int) -> Exercise:  # noqa: ARG002 (the day changes nothing)
        """The choices whose time has come."""
        found = left(self._exercise.options, past)
        return self._exercise if found == self._exercise.options else replace(self._exercise, options=found)

    def samples(self, order: str = "") -> list[tuple[Answer, ...]]:
        """Each choice."""
        return [(each.answer,) for each in self.outcomes(FIRST, order)]

    def rivals(self) -> tuple[Rivals, ...]:
        """The choices."""
        return (Rivals((), self._exercise.options),)


def _outcome(choice: Choice) -> Outcome:
    return Outcome(
        answer=(choice.id,),
        said=choice.say,
        follows=choice.follows,
        breaks=choice.breaks,
        contact=choice.contact,
        happens=choice.happens,
        arrives=choice.arrives,
        because=choice.because,
        next=choice.next,
        seen=choice.seen,
        know=choice.know,
        either_way=choice.either_way,
    )
