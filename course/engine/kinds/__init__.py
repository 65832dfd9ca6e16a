"""The exercise kinds, one module each: what an exercise asks, and how answers become outcomes.

A kind is a module in `course.model.kinds`, a module here of that name, one where it is read, and one in each face. An
exercise asks in turns. A decision has one; a sort has one for each statement; a message one for each part; a calendar
one or more for each day. Whatever a kind is, then: at every turn there are a few outcomes, and one is taken. So odds,
scores and the journal never ask for the kind, and what a kind has of its own they ask of `Kind`. Where something else
does tell the kinds apart, such as a check, mypy sees to it that none of `course.model.kinds.Exercise` is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from course.engine.kinds.calendar import CalendarKind
from course.engine.kinds.choices import ChoicesKind
from course.engine.kinds.kind import Draft, Judged, Kind
from course.engine.kinds.message import MessageKind
from course.engine.kinds.onward import OnwardKind
from course.engine.kinds.sort import SortKind
from course.engine.kinds.turn import FIRST, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Branch
from course.model.kinds import Exercise
from course.model.kinds.calendar import Calendar
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Sort
from course.model.record import Record

__all__ = ["FIRST", "Answer", "Draft", "Judged", "Kind", "Outcome", "Road", "Turn", "judged", "of", "roads", "single"]


def of(exercise: Exercise) -> Kind:
    """The exercise as its kind asks it."""
    match exercise:
        case Choices():
            return ChoicesKind(exercise)
        case Sort():
            return SortKind(exercise)
        case MessageInParts():
            return MessageKind(exercise)
        case Calendar():
            return CalendarKind(exercise)
        case Onward():
            return OnwardKind(exercise)
    assert_never(exercise)


class Road(Record):
    """A way on, as a drawing shows it."""

    outcome: Outcome | None
    """The answer that it is for; None where it follows all of them."""
    next: tuple[Branch, ...]


def roads(exercise: Exercise) -> tuple[Road, ...]:
    """Every way on: one for each answer where one is all that is asked for, else one for the whole exercise."""
    kind = of(exercise)
    if single(exercise):
        return tuple(Road(each, each.next) for each in kind.outcomes())
    return tuple(Road(None, way) for way in kind.ways())


def single(exercise: Exercise) -> bool:
    """Whether one answer is all that it asks for."""
    kind = of(exercise)
    return kind.asks() and all(kind.then(FIRST, each) is None for each in kind.outcomes())


def judged(exercise: Exercise, given: Sequence[Answer], order: str = "") -> tuple[Judged, ...] | None:
    """These answers, one for each turn from the first on, as outcomes; None when they do not fit the exercise."""
    kind = of(exercise)
    found = []
    turn: Turn | None = FIRST
    for answer in given:
        if turn is None:
            return None
        possible = kind.outcomes(turn, order)
        outcome = next((each for each in possible if each.answer == answer), None)
        if outcome is None:
            return None
        found.append(Judged(turn, outcome, possible))
        turn = kind.then(turn, outcome)
    return tuple(found) if turn is None else None


def turns(exercise: Exercise) -> Iterable[tuple[Turn, tuple[Outcome, ...]]]:
    """Every turn there can be, with all that can be answered at it."""
    kind = of(exercise)
    waiting = [FIRST]
    known = {FIRST}
    for turn in waiting:  # grows while it is walked
        possible = kind.outcomes(turn)
        yield turn, possible
        for outcome in possible:
            after = kind.then(turn, outcome)
            if after is not None and after not in known:
                known.add(after)
                waiting.append(after)
