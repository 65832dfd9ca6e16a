"""What of the past a scenario has to remember from each scene on: only what can still steer it.

A condition asks whether something has happened, or how many contacts there have been. Each fact is remembered from
when it happens until nothing asks for it any more; of contacts, no more than are asked for, and none that no window
will reach back to. Where several pasts leave the same open, the first of them stands for all.
"""

from __future__ import annotations

from course.engine.outcome import Outcome
from course.engine.states.digraph import components, is_loop
from course.engine.states.need import (
    NOT_KNOWN,
    NOTHING,
    Need,
    asked,
    going_on_day,
    last_day,
    leads_to,
    offers,
    telling_day,
    ways_on,
)
from course.engine.states.remembered import Bits, Made, Remembered, with_contact
from course.engine.states.still_open import StillOpen, Told
from course.model import Contact, Contacts, Scenario


class Memory:
    """What has to be remembered in a scenario, scene by scene."""

    def __init__(self, scenario: Scenario, told: Told) -> None:
        scenes = list(scenario.scenes.values())
        numbers = {name: number for number, name in enumerate(scenario.scenes)}
        following = {scene.id: [*dict.fromkeys(leads_to(scene))] for scene in scenes}
        ways = [[numbers[after] for after in each] for each in following.values()]
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
                for branch in (branch for way in ways_on(scene) if len(way) > 1 for branch in way):
                    need |= asked(branch.when, going_on_day(scene))
                for name in following[scene.id]:
                    need |= self.offers[name]
                    need |= self._after.get(name, NOTHING)
                    low = min(low, self._lowest.get(name, low))
            together = frozenset(scene.id for scene in group)
            self._after.update(dict.fromkeys(together, need))
            self._lowest.update(dict.fromkeys(together, low))
            if is_loop(part, ways):
                self.loop.update(dict.fromkeys(together, together))
        start = scenario.head.start
        self.all = self._after[start] | self.offers[start]
        self.by_day = any(each.days is not None for each in self.all.contacts) or any(
            last_day(scene) is not None for scene in scenes
        )
        """Whether it matters at all which day it is."""
        self.bits = Bits(self.all.facts)
        self.facts = {name: self.bits.of(need.facts) for name, need in self._after.items()}
        """The facts that are asked for from a scene on, once it has been come to, in these bits."""
        self.coming = {name: bits | self.bits.of(self.offers[name].facts) for name, bits in self.facts.items()}
        """The same before it has been come to."""
        self._open = StillOpen(groups if self.all is not NOTHING else (), told, self.all, self.bits)
        self._kept: dict[tuple[str, int, Made, int], Remembered] = {}
        self._first: dict[object, Remembered] = {}
        """Of all pasts that leave the same open at a scene, the first."""
        self._contacted: dict[tuple[Made, Contact, int], Made] = {}

    def added(self, scene: str, outcome: Outcome) -> int:
        """What an answer adds to what has happened, of all that the scenario ever asks for."""
        return self.bits.added(scene, outcome) if self.all.facts else 0

    def with_contact(self, made: Made, contact: Contact, day: int) -> Made:
        """The contacts with one more."""
        if not self.all.contacts:
            return made
        key = made, contact, day
        found = self._contacted.get(key)
        if found is None:
            found = self._contacted[key] = with_contact(*key, self.all.contacts)
        return found

    def kept(self, scene: str, facts: int, made: Made, today: int) -> Remembered:
        """Of such a past, what is asked for at that scene or from there on; or another one that is as good."""
        key = scene, facts & self.facts[scene], made, today
        found = self._kept.get(key)
        if found is None:
            found = self._forget(*key)
            if self._after[scene] is not NOTHING:
                found = self._first.setdefault((scene, today, self._open.left(scene, found)), found)
            self._kept[key] = found
        return found

    def _forget(self, scene: str, facts: int, made: Made, today: int) -> Remembered:
        asked = self._after[scene].contacts
        reached = [(each, self._reached(each, days, asked[each], scene, today)) for each, days in made if each in asked]
        return Remembered(self.bits, facts, tuple(each for each in reached if each[1]), today)

    def _reached(self, asked: Contacts, days: tuple[int, ...], first: int, scene: str, today: int) -> tuple[int, ...]:
        """The days that the window still reaches back to when it is first asked for."""
        if asked.days is None:
            return days
        asking = min(today, self._lowest[scene]) if first == NOT_KNOWN else first
        return tuple(day for day in days if day > asking - asked.days)
