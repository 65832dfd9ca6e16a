"""What of the past a scenario has to remember from each scene on: only what can still steer it.

A condition asks whether something has happened, or how many contacts there have been. Each fact is remembered from
when it happens until nothing asks for it any more; of contacts, no more than are asked for, and none that no window
will reach back to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from course.engine import kinds
from course.engine.conditions import Fact, What, facts, fits, holds, parts
from course.engine.outcome import Outcome
from course.engine.past import names
from course.engine.states.digraph import components, is_loop
from course.model import ALWAYS, Branch, Condition, Contact, Contacts, Ending, Scenario, Scene
from course.model.kinds.calendar import Calendar
from course.model.record import Record

_LATELY = 20_000
"""So many answers of a memory are remembered in their turn."""

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


def asked(condition: Condition, day: int) -> Need:
    """What one condition asks for when it is asked on that day."""
    if condition == ALWAYS:
        return NOTHING
    within = tuple(parts(condition))
    contacts = {each.contacts: day for each in within if each.contacts is not None}
    return Need(frozenset(fact for each in within for fact in facts(each)), contacts)


class Remembered(Record, cache_hash=True):
    """What is remembered of the past. It answers conditions as a whole path does."""

    facts: frozenset[Fact] = frozenset()
    contacts: tuple[tuple[Contacts, tuple[int, ...]], ...] = ()
    """Of each kind of contact that is asked for, the days of the latest; days that do not matter are 0."""
    today: int = 0

    def only(self, need: Need) -> Remembered:
        """No more of it than that."""
        today = self.today if any(each.days is not None for each in need.contacts) else 0
        contacts = tuple(each for each in self.contacts if each[0] in need.contacts)
        return Remembered(self.facts & need.facts, contacts, today)

    def happened(self, fact: Fact) -> bool:
        """Whether that has happened, as far as anything still asks for it."""
        return fact in self.facts

    def made(self, contacts: Contacts) -> tuple[int, ...]:
        """The days of the latest such contacts, the oldest first."""
        days = next((days for each, days in self.contacts if each == contacts), ())
        return days if contacts.days is None else tuple(day for day in days if day > self.today - contacts.days)


class Memory:
    """What has to be remembered in a scenario, scene by scene."""

    def __init__(self, scenario: Scenario, told: Callable[[Scene], Need] | None = None) -> None:
        """`told` says what the texts of a scene ask for, where what learners read is to be remembered as well."""
        scenes = list(scenario.scenes.values())
        self._told = {scene.id: NOTHING if told is None else told(scene) for scene in scenes}
        numbers = {name: number for number, name in enumerate(scenario.scenes)}
        ways = [[numbers[after] for after in leads_to(scene)] for scene in scenes]
        self.loop: dict[str, frozenset[str]] = {}
        """Of each scene that can be come back to, the scenes that lie on loops with it."""
        self._after: dict[str, Need] = {}
        """What is asked from a scene on, once it has been come to."""
        self._lowest: dict[str, int] = {}
        """The lowest day that an author gave to any scene from there on."""
        self._ways = {scene.id: list(ways_on(scene)) for scene in scenes}
        self._asking = {scene.id: _asking_day(scene) for scene in scenes}
        self.offers = {scene.id: _offers(scene) for scene in scenes}
        """What a scene asks when it is come to: for its options, and for the limits of its calendar."""
        for part in components(ways):
            need, low = NOTHING, 365
            for scene in (scenes[number] for number in part):
                low = min(low, 365 if scene.day is None else scene.day)
                need |= self._told[scene.id]
                for branch in (branch for way in self._ways[scene.id] for branch in way):
                    need |= asked(branch.when, self._asking[scene.id])
                    need |= self.offers[branch.next] | self._after.get(branch.next, NOTHING)
                    low = min(low, self._lowest.get(branch.next, low))
            together = frozenset(scenes[number].id for number in part)
            self._after.update(dict.fromkeys(together, need))
            self._lowest.update(dict.fromkeys(together, low))
            if is_loop(part, ways):
                self.loop.update(dict.fromkeys(together, together))
        self._coming = {scene.id: self._after[scene.id] | self.offers[scene.id] for scene in scenes}
        """The same before it has been come to."""
        self._surely = {scene.id: found for scene in scenes if (found := self._sure_branches(scene.id))}
        start = scenario.head.start
        self.all = self._after[start] | self.offers[start]
        self.by_day = any(each.days is not None for each in self.all.contacts) or any(
            isinstance(scene.body, Calendar) for scene in scenes
        )
        """Whether it matters at all which day it is."""
        # Thousands of states differ in nothing but the question of their scene, and ask the same again and again.
        self._kept = lru_cache(_LATELY)(self._forget)
        self._contacted = lru_cache(_LATELY)(self._note)

    def come_to(self, past: Remembered, scene: str, day: int) -> Remembered:
        """The past on coming to a scene on that day."""
        been = Fact(What.BEEN, scene)
        facts = past.facts | {been} if been in self.all.facts else past.facts
        return self.kept(Remembered(facts, past.contacts, day), scene, coming=True)

    def gained(self, scene: str, outcome: Outcome) -> frozenset[Fact]:
        """What an answer adds to what has happened, of all that the scenario ever asks for."""
        if not self.all.facts:
            return frozenset()
        found = {Fact(What.CHOSE, name) for name in names(scene, outcome.answer)} if outcome.judged else set()
        found |= {Fact(What.BROKE, rule) for rule in outcome.broken}
        found |= {Fact(What.FOLLOWED, rule) for rule in (*outcome.follows, *outcome.avoids)}
        return self.all.facts & found

    def with_contact(self, past: Remembered, contact: Contact, day: int) -> Remembered:
        """The past with one more contact."""
        return self._contacted(past, contact, day) if self.all.contacts else past

    def _note(self, past: Remembered, contact: Contact, day: int) -> Remembered:
        made = dict(past.contacts)
        more = False
        for each in self.all.contacts:
            days = made.get(each, ())
            if fits(contact, each) and not (each.days is None and len(days) == each.least):
                more = True
                made[each] = tuple(sorted((*days, day if each.days is not None else 0))[-each.least :])
        if not more:
            return past
        # Always in one order, so that equal pasts are equal.
        contacts = tuple((each, made[each]) for each in self.all.contacts if each in made)
        return Remembered(past.facts, contacts, past.today)

    def kept(self, past: Remembered, scene: str, *, coming: bool) -> Remembered:
        """The past without what nothing asks for any more from that scene on, `coming` to it or being there."""
        return past if self.all is NOTHING else self._kept(past, scene, coming)

    def _forget(self, past: Remembered, scene: str, coming: bool) -> Remembered:
        need = self._need(scene, past, coming)
        reached = (
            (each, self._reached(each, days, need.contacts[each], scene, past.today))
            for each, days in past.contacts
            if each in need.contacts
        )
        return Remembered(past.facts & need.facts, tuple(each for each in reached if each[1]), past.today)

    def _reached(self, asked: Contacts, days: tuple[int, ...], first: int, scene: str, today: int) -> tuple[int, ...]:
        """The days that the window still reaches back to when it is first asked for."""
        if asked.days is None:
            return days
        asking = min(today, self._lowest[scene]) if first == NOT_KNOWN else first
        return tuple(day for day in days if day > asking - asked.days)

    def _need(self, scene: str, past: Remembered, coming: bool) -> Need:
        """What can matter from a scene on. Where its one way on has a branch that will hold for certain, since what it
        asks for has happened already, the branches below that cannot be taken any more."""
        for certain, need in self._surely.get(scene, ()):
            if holds(certain, past):
                return need | self.offers[scene] if coming else need
        return self._coming[scene] if coming else self._after[scene]

    def _sure_branches(self, scene: str) -> list[tuple[Condition, Need]]:
        """The branches of a scene's one way on that hold for ever once they do, each with what can matter if it does:
        all that is asked down to it, and what is asked from the scenes on that these lead to."""
        ways = self._ways[scene]
        found = []
        need = self._told[scene]
        for branch in ways[0] if len(ways) == 1 and len(ways[0]) > 1 and scene not in self.loop else ():
            need |= self.offers[branch.next] | self._after[branch.next]
            need |= asked(branch.when, self._asking[scene])
            if branch.when != ALWAYS and _certain(branch.when):
                found.append((branch.when, need))
        return found


def ways_on(scene: Scene) -> Iterable[tuple[Branch, ...]]:
    """Every way on from a scene, with its branches; none from an ending."""
    return () if isinstance(scene.body, Ending) else kinds.of(scene.body).ways()


def leads_to(scene: Scene) -> list[str]:
    """The scenes that such ways lead to, whatever conditions hold."""
    return [branch.next for way in ways_on(scene) for branch in way]


def _offers(scene: Scene) -> Need:
    if isinstance(scene.body, Ending):
        return NOTHING
    need = NOTHING
    for condition in kinds.of(scene.body).conditions():
        need |= asked(condition, NOT_KNOWN if scene.day is None else scene.day)
    return need


def _asking_day(scene: Scene) -> int:
    """The day on which the ways on from a scene are chosen between."""
    if isinstance(scene.body, Calendar):
        return scene.body.days
    return NOT_KNOWN if scene.day is None else scene.day


def _certain(condition: Condition) -> bool:
    """Whether it holds for ever once it does: it asks for nothing that passes, and for nothing that must not be."""
    return all(
        each.opposite is None and (each.contacts is None or each.contacts.days is None) for each in parts(condition)
    )
