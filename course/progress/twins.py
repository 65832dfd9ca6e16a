"""Twins in the learner's first answers: met, understood, missed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course.engine.decision import Decision
from course.journal.records import Past
from course.model import Verdict
from course.model.record import Record
from course.model.twins import Half, Twins


class TwinsMet(Record):
    """How it went where one fact decides."""

    met: int = 0
    """So many pairs of twins of which both were met."""
    understood: int = 0
    """Of those, the ones in which both were right at the first answer: each is one thing understood."""


def twins_met(twins: Iterable[Twins], past: Past, apart: Collection[str] = ()) -> TwinsMet:
    """How it has gone; what lies `apart` from the course does not count."""
    answers = [
        (first_answers(past, each.one), first_answers(past, each.other))
        for each in twins
        if each.one.scenario not in apart and each.other.scenario not in apart
    ]
    both = [(one, other) for one, other in answers if one and other]
    return TwinsMet(len(both), sum(right(one) and right(other) for one, other in both))


def first_answers(past: Past, half: Half) -> tuple[Decision, ...]:
    """The first answers there; of a scene that asks several things, all of them."""
    made = past.first_answers(half.scenario)
    return tuple(each for each in made if each.counts and each.scene == half.scene and half.item in ("", each.item))


def right(made: Iterable[Decision]) -> bool:
    """Whether all of that was right; where people differ, either way is."""
    return all(each.verdict in (Verdict.DO, Verdict.EITHER) for each in made)
