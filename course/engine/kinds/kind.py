"""What an exercise is to the engine, whatever its kind: what it asks turn by turn, and what may be put together."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from course.engine.conditions import Past
from course.engine.kinds.turn import FIRST, Rivals, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Branch, Condition
from course.model.kinds import Exercise
from course.model.record import Record

Draft = tuple[Answer, ...]
"""Answers put together and not sent yet, as the kind keeps them."""


class Judged(Record):
    """One answer of several, with what else could have been answered at its turn."""

    turn: Turn
    outcome: Outcome
    possible: tuple[Outcome, ...]


class Kind(ABC):
    """One exercise, as its kind asks it. `order` is any text: the same text shuffles in the same way, `""` not at all.

    A kind that is sent at one go out of a draft says so with `whole`, and has the methods for drafts; its edits of a
    draft are methods of its own, which faces call. They take a tidy draft and give one.
    """

    @abstractmethod
    def outcomes(self, turn: Turn = FIRST, order: str = "") -> tuple[Outcome, ...]:
        """Everything a learner could answer at this turn, and what each answer leads to."""

    @abstractmethod
    def then(self, turn: Turn, outcome: Outcome) -> Turn | None:
        """The turn after that answer, or None when it was the last."""

    @abstractmethod
    def ways(self) -> Iterable[tuple[Branch, ...]]:
        """Every way on that some answer takes."""

    @abstractmethod
    def samples(self, order: str = "") -> Iterable[tuple[Answer, ...]]:
        """A few whole answers that between them hold everything that can be answered."""

    def conditions(self) -> Iterable[Condition]:
        """What it asks of the past when it is come to."""
        return ()

    @abstractmethod
    def offered(self, past: Past, today: int) -> Exercise:
        """The exercise as it is offered on that path, come to on day `today`."""

    def options(self) -> Iterable[str]:
        """The ids of its options, as conditions call them; none where there is nothing to choose."""
        return ()

    def rivals(self) -> Iterable[Rivals]:
        """Texts that stand beside each other for a learner to pick one of."""
        return ()

    def question(self) -> str:
        """What stands above everything that can be answered, in its author's words, or `""`."""
        return ""

    def last_day(self) -> int | None:
        """The day on which it is over; None for one that is over on the day on which it is come to."""
        return None

    def asks(self) -> bool:
        """Whether it asks for anything at all; if not, its one outcome is where the scenario goes on."""
        return True

    def weighed(self) -> bool:
        """Whether it is something to send, and so gets the extra minute."""
        return True

    def voted(self) -> bool:
        """Whether many people can vote on it, one question after the other."""
        return True

    def whole(self) -> bool:
        """Whether all turns are answered at one go, out of a draft."""
        return False

    def start(self, order: str) -> Draft:  # noqa: ARG002 (an order is for those that have drafts)
        """The draft to begin with; nothing where there are no drafts."""
        return ()

    def tidy(self, draft: Draft, order: str) -> Draft:  # noqa: ARG002
        """What of a draft fits the exercise."""
        return ()

    def answers(self, draft: Draft, order: str) -> tuple[Answer, ...] | None:  # noqa: ARG002
        """The answer at each turn, once the draft is ready to send; else None."""
        return None
