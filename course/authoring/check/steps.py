"""What the answers of a scenario add to the past, as far as anything is asked of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from course.engine.conditions import Fact as Happened
from course.engine.conditions import What, fits
from course.engine.kinds import FIRST
from course.engine.outcome import Outcome
from course.engine.states.digraph import turned_round
from course.engine.states.graph import Graph
from course.engine.states.need import Need
from course.engine.states.remembered import Bits
from course.model import Contact, Scene
from course.model.record import Record


class Added(Record, cache_hash=True):
    """What an answer adds to the past, and coming to a scene with it."""

    facts: int = 0
    """What has happened then, in bits."""
    contact: Contact | None = None
    day: int | None = None
    """The day of that contact; None for the day on which its scene was come to."""
    today: int | None = None
    """The day that it is then; None where it stays."""


class Steps:
    """All steps of a scenario, for whichever of its scenes something is asked; steps that add the same are one."""

    def __init__(self, graph: Graph, need: Need) -> None:
        """`need` is all that is asked anywhere."""
        self.bits = Bits(need.facts)
        self._need, self._scenes = need, graph.scenes
        self._numbers: dict[tuple[int, str], int] = {}
        self._alike: dict[Added, int] = {}
        self.before = turned_round(graph.ways)
        """Of each state, those that lead to it."""
        self.at: dict[str, list[int]] = defaultdict(list)
        """Of each scene, its states."""
        for state, scene in enumerate(graph.scenes):
            self.at[scene.id].append(state)
        come_to = [
            scene if state.turn == FIRST else None for scene, state in zip(graph.scenes, graph.states, strict=True)
        ]
        number = self.number
        stays: dict[int, list[int]] = {}
        self.ways: list[list[tuple[int, int]]] = []
        """Of each state, the steps from there on: the state that each leads to, and its number."""
        for state, (outcomes, ways) in enumerate(zip(graph.outcomes, graph.ways, strict=True)):
            if id(outcomes) not in stays:
                stays[id(outcomes)] = [number(state, each) for each in outcomes]
            steps = [
                (after, number(state, outcomes[which], come_to[after]) if come_to[after] else here)
                for which, (after, here) in enumerate(zip(ways, stays[id(outcomes)], strict=True))
            ]
            self.ways.append([*dict.fromkeys(steps)])

    @property
    def all(self) -> Iterable[Added]:
        """All of them, by number."""
        return self._alike

    def number(self, state: int, outcome: Outcome, come_to: Scene | None = None) -> int:
        """The number of an answer, and the scene that is come to with it; None where it comes to the next question, or
        by itself."""
        key = id(outcome), come_to.id if come_to else ""
        found = self._numbers.get(key)
        if found is None:
            facts, today = self.bits.added(self._scenes[state].id, outcome), None
            if come_to is not None:
                facts |= self.bits.bit(Happened(What.BEEN, come_to.id))
                today = outcome.day if come_to.day is None else come_to.day
            contact = outcome.contact
            if contact is not None and not any(fits(contact, each) for each in self._need.contacts):
                contact = None
            step = Added(facts, contact, outcome.day if contact else None, today)
            found = self._numbers[key] = self._alike.setdefault(step, len(self._alike))
        return found
