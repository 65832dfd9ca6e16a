"""What of the past a scenario asks for, and what an answer adds to the past."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from course.engine import kinds
from course.engine.conditions import Fact, What, facts, parts
from course.engine.outcome import Outcome
from course.engine.past import names
from course.model import ALWAYS, Branch, Condition, Contacts, Ending, Scene
from course.model.record import Record

NOT_KNOWN = -1
"""Stands for a day that depends on the way that was taken."""


class Need(Record):
    """What of the past is asked for from a scene on."""

    facts: frozenset[Fact] = frozenset()
    contacts: Mapping[Contacts, int] = {}
    """Each with the first day on which it can be asked for; NOT_KNOWN where that may be any day."""

    def __or__(self, other: Need) -> Need:
        if other is NOTHING or other == self:
            return self
        if self is NOTHING:
            return other
        days = dict(self.contacts)
        for each, day in other.contacts.items():
            days[each] = min(day, days.get(each, day))
        return Need(self.facts | other.facts, days)


NOTHING = Need()


@lru_cache(maxsize=10_000)
def asked(condition: Condition, day: int) -> Need:
    """What one condition asks for when it is asked on that day."""
    if condition == ALWAYS:
        return NOTHING
    within = tuple(parts(condition))
    contacts = {each.contacts: day for each in within if each.contacts is not None}
    return Need(frozenset(fact for each in within for fact in facts(each)), contacts)


def added(scene: str, outcome: Outcome) -> Iterable[tuple[What, Sequence[str]]]:
    """What an answer adds to what has happened: of each sort, the ids."""
    return (
        (What.CHOSE, names(scene, outcome.answer) if outcome.judged else ()),
        (What.BROKE, outcome.broken),
        (What.FOLLOWED, (*outcome.follows, *outcome.avoids)),
    )


def facts_added(scene: str, outcome: Outcome) -> set[Fact]:
    """The same as facts."""
    return {Fact(what, each) for what, ids in added(scene, outcome) for each in ids}


def ways_on(scene: Scene) -> Iterable[tuple[Branch, ...]]:
    """Every way on from a scene, with its branches; none from an ending."""
    return () if isinstance(scene.body, Ending) else kinds.of(scene.body).ways()


def leads_to(scene: Scene) -> list[str]:
    """The scenes that such ways lead to, whatever conditions hold."""
    return [branch.next for way in ways_on(scene) for branch in way]


def offers(scene: Scene) -> Need:
    """What a scene asks when it is come to: for its options, and for the limits of its calendar."""
    need = NOTHING
    for condition in offering(scene):
        if condition is not ALWAYS:
            need |= asked(condition, telling_day(scene))
    return need


def offering(scene: Scene) -> Iterable[Condition]:
    """The conditions that it asks for that."""
    return () if isinstance(scene.body, Ending) else kinds.of(scene.body).conditions()


def telling_day(scene: Scene) -> int:
    """The day on which its texts are told and its options offered."""
    return NOT_KNOWN if scene.day is None else scene.day


def going_on_day(scene: Scene) -> int:
    """The day on which the ways on from it are chosen between."""
    last = last_day(scene)
    return telling_day(scene) if last is None else last


def last_day(scene: Scene) -> int | None:
    """The day on which its exercise is over, where that takes days of its own."""
    return None if isinstance(scene.body, Ending) else kinds.of(scene.body).last_day()
