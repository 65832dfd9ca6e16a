"""What of the past a scenario has to remember from each scene on: only what can still steer it.

A condition asks whether something has happened, or how many contacts there have been. Each fact is remembered from
when it happens until nothing asks for it any more; of contacts, no more than are asked for, and none that no window
will reach back to. Where several pasts leave the same open, the first of them stands for all.
"""

from __future__ import annotations

from functools import lru_cache

from course.engine.conditions import Fact, What, fits
from course.engine.outcome import Outcome
from course.engine.states.digraph import components, is_loop
from course.engine.states.need import (
    NOT_KNOWN,
    NOTHING,
    Need,
    added,
    asked,
    going_on_day,
    leads_to,
    offers,
    telling_day,
    ways_on,
)
from course.engine.states.remembered import Remembered
from course.engine.states.still_open import StillOpen, Told
from course.model import Contact, Contacts, Scenario
from course.model.kinds.calendar import Calendar

_LATELY = 20_000
"""So many answers of a memory are remembered in their turn."""


class Memory:
    """What has to be remembered in a scenario, scene by scene."""

    def __init__(self, scenario: Scenario, told: Told) -> None:
        scenes = list(scenario.scenes.values())
        numbers = {name: number for number, name in enumerate(scenario.scenes)}
        ways = [[numbers[after] for after in leads_to(scene)] for scene in scenes]
        parts = components(ways)
        groups = [tuple(scenes[number] for number in part) for part in parts]
        self.loop: dict[str, frozenset[str]] = {}
        """Of each scene that can be come back to, the scenes that lie on loops with it."""
        self._after: dict[str, Need] = {}
        """What is asked from a scene on, once it has been come to."""
        self._lowest: dict[str, int] = {}
        """The lowest day that an author gave to any scene from there on."""
        self.offers = {scene.id: offers(scene) for scene in scenes}
        for part, group in zip(parts, groups, strict=True):
            need, low = NOTHING, 365
            for scene in group:
                low = min(low, 365 if scene.day is None else scene.day)
                for condition in told(scene):
                    need |= asked(condition, telling_day(scene))
                for branch in (branch for way in ways_on(scene) for branch in way):
                    need |= asked(branch.when, going_on_day(scene))
                    need |= self.offers[branch.next] | self._after.get(branch.next, NOTHING)
                    low = min(low, self._lowest.get(branch.next, low))
            together = frozenset(scene.id for scene in group)
            self._after.update(dict.fromkeys(together, need))
            self._lowest.update(dict.fromkeys(together, low))
            if is_loop(part, ways):
                self.loop.update(dict.fromkeys(together, together))
        start = scenario.head.start
        self.all = self._after[start] | self.offers[start]
        self.by_day = any(each.days is not None for each in self.all.contacts) or any(
            isinstance(scene.body, Calendar) for scene in scenes
        )
        """Whether it matters at all which day it is."""
        self._open = None if self.all is NOTHING else StillOpen(groups, told, self.all)
        self._first: dict[object, Remembered] = {}
        """Of all pasts that leave the same open at a scene, the first."""
        # Thousands of states differ in nothing but the question of their scene, and ask the same again and again.
        self._kept = lru_cache(_LATELY)(self._forget)
        self._contacted = lru_cache(_LATELY)(self._note)

    def come_to(self, past: Remembered, scene: str, day: int) -> Remembered:
        """The past on coming to a scene on that day."""
        been = Fact(What.BEEN, scene)
        facts = past.facts | {been} if been in self.all.facts else past.facts
        return Remembered(facts, past.contacts, day if self.by_day else 0)

    def gained(self, scene: str, outcome: Outcome) -> frozenset[Fact]:
        """What an answer adds to what has happened, of all that the scenario ever asks for."""
        return self.all.facts & added(scene, outcome) if self.all.facts else frozenset()

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

    def kept(self, past: Remembered, scene: str) -> Remembered:
        """The past without what nothing asks for any more at that scene and from there on, or one that is as good."""
        return past if self._open is None else self._kept(past, scene)

    def _forget(self, past: Remembered, scene: str) -> Remembered:
        assert self._open is not None
        need = self._after[scene]
        reached = (
            (each, self._reached(each, days, need.contacts[each], scene, past.today))
            for each, days in past.contacts
            if each in need.contacts
        )
        past = Remembered(past.facts & need.facts, tuple(each for each in reached if each[1]), past.today)
        return self._first.setdefault((scene, past.today, self._open.left(scene, past)), past)

    def _reached(self, asked: Contacts, days: tuple[int, ...], first: int, scene: str, today: int) -> tuple[int, ...]:
        """The days that the window still reaches back to when it is first asked for."""
        if asked.days is None:
            return days
        asking = min(today, self._lowest[scene]) if first == NOT_KNOWN else first
        return tuple(day for day in days if day > asking - asked.days)
