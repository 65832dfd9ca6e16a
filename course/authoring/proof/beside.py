"""The ways that lead to one scene, side by side: by how many different pasts it is come to, and in what they differ."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection

from course.authoring.proof.steps import Steps
from course.engine.conditions import Fact, What
from course.engine.kinds import single
from course.engine.outcome import Outcome
from course.engine.states.digraph import Edge
from course.engine.states.need import facts_added
from course.model import Ending, Scenario, Scene
from course.model.record import Record

_FEW = 6
"""Pasts of one state that are followed whatever they are; more only as long as there is something new in them."""
_MOST = 24
Trace = tuple[str, ...]
"""Something on a way that an editor may have to know of: a contact, a fact, or what a condition asks for."""


class _Past(Record):
    """One way to a state: its last step, and what it leaves behind."""

    traces: frozenset[Trace]
    state: int
    edge: Edge | None
    before: _Past | None

    def edges(self) -> tuple[Edge, ...]:
        """The steps that lead here, from the first on."""
        found: list[Edge] = []
        each: _Past | None = self
        while each is not None and each.edge is not None:
            found.append(each.edge)
            each = each.before
        return tuple(reversed(found))


class _Kept:
    """The pasts of one state or scene, few and as unlike as can be."""

    def __init__(self) -> None:
        self.all: list[_Past] = []
        self._traces: list[frozenset[Trace]] = []
        self._some: frozenset[Trace] = frozenset()
        self._always: frozenset[Trace] | None = None
        self.more = False
        """Whether there were others, with nothing that these have not."""

    def add(self, past: _Past, traces: frozenset[Trace]) -> bool:
        """Keep it, unless it is like one that is kept, or nothing is new in it while there are enough."""
        if traces in self._traces:
            return False
        always = traces if self._always is None else self._always
        new = bool(traces - self._some) or not always <= traces
        if len(self.all) >= (_MOST if new else _FEW):
            self.more = True
            return False
        self.all.append(past)
        self._traces.append(traces)
        self._some |= traces
        self._always = always & traces
        return True


class Coming(Record):
    """How one scene is come to."""

    scene: str
    ways: tuple[tuple[Edge, ...], ...]
    """Each of a past of its own."""
    more: bool
    """Whether there are others, which differ from these in nothing that is not among them."""


def comings(scenario: Scenario, steps: Steps, asked: Collection[Fact]) -> list[Coming]:
    """Every scene that several ways lead to, in the order of the file."""
    of_state = [_Kept() for _ in steps.ways]
    of_scene: dict[str, _Kept] = {name: _Kept() for name in scenario.scenes}
    first = _Past(_by_being(scenario.scenes[steps.scenes[0]], asked), 0, None, None)
    of_state[0].add(first, first.traces)
    of_scene[steps.scenes[0]].add(first, first.traces)
    waiting = deque([first])
    while waiting:
        past = waiting.popleft()
        scene = scenario.scenes[steps.scenes[past.state]]
        for number, to in enumerate(steps.ways[past.state]):
            outcome = steps.taken[past.state][number]
            after = scenario.scenes[steps.scenes[to]]
            traces = past.traces | _left_by(scene, outcome, asked) | _by_being(after, asked)
            further = _Past(traces, to, (past.state, number), past)
            if steps.comes[past.state][number]:
                of_scene[after.id].add(further, traces | _come_from(scene, outcome))
            if of_state[to].add(further, traces):
                waiting.append(further)
    found = []
    for name, kept in of_scene.items():
        if len(kept.all) > 1:
            found.append(Coming(name, tuple(each.edges() for each in kept.all), kept.more))
    return found


def _by_being(scene: Scene, asked: Collection[Fact]) -> frozenset[Trace]:
    """What is left by having come to a scene."""
    learns = scene.know or any(each.know for each in scene.arrives)
    return frozenset({(scene.id,)} if learns or Fact(What.BEEN, scene.id) in asked else ())


def _left_by(scene: Scene, outcome: Outcome | None, asked: Collection[Fact]) -> frozenset[Trace]:
    """What is left by an answer."""
    if outcome is None:
        return frozenset()
    found: set[Trace] = {(fact.what.value, fact.id) for fact in facts_added(scene.id, outcome) if fact in asked}
    if outcome.contact or outcome.know:
        found.add((scene.id, *outcome.answer))
    return frozenset(found)


def _come_from(scene: Scene, outcome: Outcome | None) -> frozenset[Trace]:
    """Where one comes from: from which option, where a scene has one answer."""
    body = scene.body
    alone = outcome is not None and not isinstance(body, Ending) and single(body)
    return frozenset({("from", scene.id, *(outcome.answer if outcome and alone else ()))})
