"""The exercise kind `next`: nothing is asked. It has one outcome, which is no decision: where the scenario goes on."""

from __future__ import annotations

from course.engine.conditions import Past
from course.engine.kinds.kind import Kind
from course.engine.kinds.turn import FIRST, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Branch
from course.model.kinds import Exercise
from course.model.kinds.onward import Onward


class OnwardKind(Kind):
    """A scene that only goes on."""

    def __init__(self, exercise: Onward) -> None:
        self._exercise = exercise

    def outcomes(self, turn: Turn = FIRST, order: str = "") -> tuple[Outcome, ...]:  # noqa: ARG002 (there is only one)
        """The one outcome: the scenario goes on."""
        return (
            Outcome(
                answer=("next",),
                said="",
                follows=(),
                breaks=(),
                contact=None,
                happens="",
                arrives=(),
                because="",
                next=self._exercise.next,
                judged=False,
            ),
        )

    def then(self, turn: Turn, outcome: Outcome) -> Turn | None:  # noqa: ARG002
        """There is nothing after it."""
        return None

    def ways(self) -> tuple[tuple[Branch, ...], ...]:
        """The one way on."""
        return (self._exercise.next,)

    def offered(self, past: Past, today: int) -> Exercise:  # noqa: ARG002 (there is nothing to leave out)
        """The same on every path."""
        return self._exercise

    def samples(self, order: str = "") -> tuple[tuple[Answer, ...], ...]:
        """The one answer there is."""
        return tuple((each.answer,) for each in self.outcomes(FIRST, order))

    def asks(self) -> bool:
        """It asks nothing."""
        return False

    def weighed(self) -> bool:
        """There is nothing to send."""
        return False
