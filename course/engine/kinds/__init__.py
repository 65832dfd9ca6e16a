"""The exercise kinds, one module each: what an exercise asks, and how answers become outcomes.

A kind is a module in `course.model.kinds`, a module here of that name, and one in each face. An exercise asks in
turns. A decision has one; a sort has one for each statement; a message one for each part; a calendar one or more
for each day. Whatever a kind is, then: at every turn there are a few outcomes, and one is taken. So odds, checks,
journal and debrief never ask for the kind.

This table is the only place here that lists the kinds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from course.engine.kinds import calendar, choices, message, sort
from course.engine.kinds.turn import FIRST, Rivals, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Branch, Exercise
from course.model.kinds.calendar import Week
from course.model.kinds.choices import Choices
from course.model.kinds.message import Writing
from course.model.kinds.sort import Sort
from course.model.record import Record

__all__ = ["FIRST", "Answer", "Outcome", "Turn"]

Draft = tuple[Answer, ...]
"""Answers put together and not sent yet, as the kind keeps them."""


class Judged(Record):
    """One answer of several, with what else could have been answered at its turn."""

    turn: Turn
    outcome: Outcome
    possible: tuple[Outcome, ...]


class Kind(Protocol):
    """What a kind's module offers. `order` is any text: the same text shuffles in the same way, `""` not at all."""

    def outcomes(self, exercise: Any, turn: Turn, order: str) -> tuple[Outcome, ...]:
        """Everything a learner could answer at this turn."""

    def then(self, exercise: Any, turn: Turn, outcome: Outcome) -> Turn | None:
        """The turn after that answer, or None when it was the last."""

    def whole(self, exercise: Any) -> bool:
        """Whether all turns are answered at one go, out of a draft."""

    def weighed(self, exercise: Any) -> bool:
        """Whether it is something to send, and so worth the extra minute."""

    def ways(self, exercise: Any) -> Iterable[tuple[Branch, ...]]:
        """Every way on that some answer takes."""

    def start(self, exercise: Any, order: str) -> Draft:
        """The draft to begin with."""

    def tidy(self, exercise: Any, draft: Draft, order: str) -> Draft:
        """What of a draft fits the exercise."""

    def answers(self, exercise: Any, draft: Draft, order: str) -> tuple[Answer, ...] | None:
        """The answer at each turn, once the draft is ready to send; else None."""

    def samples(self, exercise: Any, order: str) -> Iterable[tuple[Answer, ...]]:
        """A few whole answers that between them hold everything that can be answered."""

    def rivals(self, exercise: Any) -> Iterable[Rivals]:
        """Texts that stand beside each other for a learner to pick one of."""

    def named(self, exercise: Any) -> str:
        """What a drawing calls the one way on; `""` where each answer has its own."""


KINDS: dict[type, Any] = {Choices: choices, Sort: sort, Writing: message, Week: calendar}


def outcomes(exercise: Exercise, turn: Turn = FIRST, order: str = "") -> tuple[Outcome, ...]:
    """Everything a learner could answer at this turn, and what each answer leads to."""
    found: tuple[Outcome, ...] = KINDS[type(exercise)].outcomes(exercise, turn, order)
    return found


def then(exercise: Exercise, turn: Turn, outcome: Outcome) -> Turn | None:
    """The turn after that answer, or None when the exercise is done."""
    found: Turn | None = KINDS[type(exercise)].then(exercise, turn, outcome)
    return found


def whole(exercise: Exercise) -> bool:
    """Whether all turns are answered at one go, out of a draft."""
    return bool(KINDS[type(exercise)].whole(exercise))


def weighed(exercise: Exercise) -> bool:
    """Whether it is something to send, and so worth the extra minute."""
    return bool(KINDS[type(exercise)].weighed(exercise))


def ways(exercise: Exercise) -> Iterable[tuple[Branch, ...]]:
    """Every way on that some answer takes."""
    found: Iterable[tuple[Branch, ...]] = KINDS[type(exercise)].ways(exercise)
    return found


def start(exercise: Exercise, order: str) -> Draft:
    """The draft that an exercise begins with; nothing where there are no drafts."""
    found: Draft = KINDS[type(exercise)].start(exercise, order)
    return found


def tidy(exercise: Exercise, draft: Draft, order: str) -> Draft:
    """What of a draft fits the exercise."""
    found: Draft = KINDS[type(exercise)].tidy(exercise, draft, order)
    return found


def answers(exercise: Exercise, draft: Draft, order: str) -> tuple[Answer, ...] | None:
    """The answer at each turn, once the draft is ready to send; else None."""
    found: tuple[Answer, ...] | None = KINDS[type(exercise)].answers(exercise, draft, order)
    return found


def samples(exercise: Exercise, order: str = "") -> Iterable[tuple[Answer, ...]]:
    """A few whole answers that between them hold everything that can be answered."""
    found: Iterable[tuple[Answer, ...]] = KINDS[type(exercise)].samples(exercise, order)
    return found


def rivals(exercise: Exercise) -> Iterable[Rivals]:
    """Texts that stand beside each other for a learner to pick one of."""
    found: Iterable[Rivals] = KINDS[type(exercise)].rivals(exercise)
    return found


class Road(Record):
    """A way on, as a drawing shows it: after one answer, or after all of them."""

    said: str
    outcome: Outcome | None
    """The answer, where there is one way for each."""
    next: tuple[Branch, ...]


def roads(exercise: Exercise) -> tuple[Road, ...]:
    """Every way on, with the words that stand for it."""
    name: str = KINDS[type(exercise)].named(exercise)
    if name:
        return tuple(Road(name, None, way) for way in ways(exercise))
    return tuple(Road(each.said, each, each.next) for each in outcomes(exercise))


def judged(exercise: Exercise, given: Sequence[Answer], order: str = "") -> tuple[Judged, ...] | None:
    """These answers, one for each turn from the first on, as outcomes; None when they do not fit the exercise."""
    found = []
    turn: Turn | None = FIRST
    for answer in given:
        if turn is None:
            return None
        possible = outcomes(exercise, turn, order)
        outcome = next((each for each in possible if each.answer == answer), None)
        if outcome is None:
            return None
        found.append(Judged(turn, outcome, possible))
        turn = then(exercise, turn, outcome)
    return tuple(found) if turn is None else None


def turns(exercise: Exercise) -> Iterable[tuple[Turn, tuple[Outcome, ...]]]:
    """Every turn there can be, with all that can be answered at it."""
    waiting = [FIRST]
    known = {FIRST}
    for turn in waiting:  # grows while it is walked
        possible = outcomes(exercise, turn)
        yield turn, possible
        for outcome in possible:
            after = then(exercise, turn, outcome)
            if after is not None and after not in known:
                known.add(after)
                waiting.append(after)
