"""Every state a scenario can be in, and which answer leads from which to which.

A state is a scene, and of all that happened before only what can still matter: the rules and contacts that
branches ask for, and, inside a loop, which scenes of the loop have been answered, because only first answers
count. Scenarios without branches and loops have as many states as scenes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from operator import or_

from course.authoring.odds.digraph import components, is_loop
from course.engine import kinds
from course.engine.conditions import Logged, holds, next_scene
from course.engine.kinds import FIRST, Kind, Turn
from course.engine.outcome import Outcome
from course.model import Branch, Condition, Contact, Ending, Scenario, Scene
from course.model.record import Record

MOST_STATES = 200_000
_ANY = Contact()
"""Stands for any contact: branches only count them."""


class TooManyStates(Exception):
    """The scenario remembers so much that not every state of it can be looked at."""


class State(Record):
    """Where a scenario stands, with what can still matter of what happened before."""

    scene: str
    day: int = 0
    contacts: tuple[int, ...] = ()
    """The days of the latest contacts, as many as any branch asks for."""
    broken: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    """The scenes of this scene's loop that have been answered."""
    turn: Turn = FIRST
    """Which question of the scene is asked."""


class Graph(Record):
    """The states that can be reached, by number; state 0 is the beginning."""

    scenes: tuple[Scene, ...]
    """The scene of each state."""
    ways: tuple[tuple[int, ...], ...]
    """Of each state, the state that each answer leads to, in the order of the scene's outcomes."""
    counts: tuple[bool, ...]
    """Of each state, whether an answer there is the first one at its scene."""
    outcomes: tuple[tuple[Outcome, ...], ...]
    """Of each state, what can be answered; the same object for all states that ask the same."""
    parts: tuple[tuple[int, ...], ...]
    """The states in groups of those that lie on loops together; what follows a group comes before it."""
    taken: frozenset[tuple[str, int, int]] = frozenset()
    """Which branches some path takes, where there is more than one: scene, way on, and branch, both by number."""

    def __len__(self) -> int:
        return len(self.scenes)

    def ends(self, state: int) -> bool:
        """Whether the scenario is over there."""
        return isinstance(self.scenes[state].body, Ending)

    def loops(self, part: Sequence[int]) -> bool:
        """Whether one can come back to the states of this group."""
        return is_loop(part, self.ways)


def graph(scenario: Scenario, most: int = MOST_STATES) -> Graph:
    """All states of the scenario that can be reached. Raises TooManyStates past `most`."""
    return _Explorer(scenario, most).graph()


def fewest_decisions(graph: Graph) -> int | None:
    """Decisions on the path to an ending that takes fewest; None when no path comes to one."""
    least = {0: 0}
    waiting = deque([0])
    while waiting:
        state = waiting.popleft()
        if graph.ends(state):
            return least[state]
        for after, outcome in zip(graph.ways[state], graph.outcomes[state], strict=True):
            decisions = least[state] + outcome.judged
            if decisions < least.get(after, decisions + 1):
                least[after] = decisions
                if outcome.judged:
                    waiting.append(after)
                else:
                    waiting.appendleft(after)  # so that what took fewest decisions always comes first
    return None


def ways_on(scene: Scene) -> Iterable[tuple[Branch, ...]]:
    """Every way on from a scene, with its branches; none from an ending."""
    return () if isinstance(scene.body, Ending) else kinds.of(scene.body).ways()


def leads_to(scene: Scene) -> list[str]:
    """The scenes that such ways lead to, whatever conditions hold."""
    return [branch.next for way in ways_on(scene) for branch in way]


def after_endings(scenario: Scenario) -> frozenset[str]:
    """The scenes that a learner comes to after an ending, where one fact is changed; nothing counts there any more."""
    waiting = [scene.body.flip for scene in scenario.scenes.values() if isinstance(scene.body, Ending)]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in found or name not in scenario.scenes:
            continue
        found.add(name)
        waiting += leads_to(scenario.scenes[name])
    return frozenset(found)


_Step = tuple[Outcome, Turn | None, frozenset[str]]
"""What can be answered, the turn after it if there is one, and the rules it breaks that branches ask for."""


class _Explorer:
    def __init__(self, scenario: Scenario, most: int) -> None:
        self._scenario = scenario
        self._most = most
        self._outcomes: dict[tuple[str, Turn], tuple[Outcome, ...]] = {}
        self._steps: dict[tuple[str, Turn], list[_Step]] = {}
        self._taken: set[tuple[str, int, int]] = set()
        self._memory = _Memory(scenario)

    def graph(self) -> Graph:
        scenes, start = self._scenario.scenes, self._scenario.head.start
        first = self._memory.state(start, scenes[start].day or 0)
        numbers = {first: 0}
        states = [first]
        ways: list[tuple[int, ...]] = []
        for state in states:  # grows while it is walked
            follow = []
            for after in self._follow(state):
                number = numbers.setdefault(after, len(states))
                if number == len(states):
                    states.append(after)
                    if number >= self._most:
                        raise TooManyStates
                follow.append(number)
            ways.append(tuple(follow))
        return Graph(
            tuple(scenes[state.scene] for state in states),
            tuple(ways),
            tuple(state.scene not in state.answered for state in states),
            tuple(self._outcomes.get((state.scene, state.turn), ()) for state in states),
            components(ways),
            frozenset(self._taken),
        )

    def _follow(self, state: State) -> list[State]:
        """The states after each answer."""
        scene = self._scenario.scenes[state.scene]
        if isinstance(scene.body, Ending):
            return []
        asked = scene.id, state.turn
        steps = self._steps.get(asked)
        if steps is None:
            kind = kinds.of(scene.body)
            outcomes = self._outcomes[asked] = kind.outcomes(state.turn)
            steps = self._steps[asked] = [self._step(kind, state.turn, outcome) for outcome in outcomes]
        return [self._after(state, *step) for step in steps]

    def _step(self, kind: Kind, turn: Turn, outcome: Outcome) -> _Step:
        rules = self._memory.all.rules
        broken = rules.intersection(outcome.broken) if rules else rules
        return outcome, kind.then(turn, outcome), broken

    def _after(self, state: State, outcome: Outcome, turn: Turn | None, breaks: frozenset[str]) -> State:
        memory = self._memory
        contacts, broken = state.contacts, state.broken
        if memory.all.contacts and outcome.contact:
            when = state.day if outcome.day is None or not memory.all.days else outcome.day
            contacts = tuple(sorted((*contacts, when))[-memory.all.contacts :])
        if not breaks <= broken:
            broken = broken | breaks
        if turn is not None and broken is state.broken and contacts == state.contacts:
            return State(state.scene, state.day, contacts, broken, state.answered, turn)
        if turn is not None:
            return memory.state(state.scene, state.day, contacts, broken, state.answered, turn)
        go = outcome.next[0].next if len(outcome.next) == 1 else self._branch(state, outcome, contacts, broken)
        answered = state.answered | {state.scene} if state.scene in memory.loop else state.answered
        day = self._scenario.scenes[go].day
        if day is None:
            day = state.day if outcome.day is None else outcome.day
        return memory.state(go, day, contacts, broken, answered)

    def _branch(self, state: State, outcome: Outcome, contacts: tuple[int, ...], broken: Collection[str]) -> str:
        log = [Logged(day, _ANY) for day in contacts]
        today = state.day if outcome.day is None or not self._memory.all.days else outcome.day
        for index in range(len(outcome.next)):
            try:
                go = next_scene(outcome.next[index : index + 1], log, broken, today)
            except LookupError:
                continue
            ways = ways_on(self._scenario.scenes[state.scene])
            number = next(number for number, way in enumerate(ways) if way is outcome.next)
            self._taken.add((state.scene, number, index))
            return go
        raise LookupError("no branch holds, and none is without conditions")


class _Need(Record):
    """What of the past branches ask for."""

    rules: frozenset[str] = frozenset()
    contacts: int = 0
    days: bool = False

    @classmethod
    def of(cls, when: Condition) -> _Need:
        """What one condition asks for."""
        return _NOTHING if when == _ALWAYS else cls(frozenset(when.broke), when.contacts or 0, when.days is not None)

    def __or__(self, other: _Need) -> _Need:
        if other is _NOTHING:
            return self
        return _Need(self.rules | other.rules, max(self.contacts, other.contacts), self.days or other.days)


_NOTHING = _Need()
_ALWAYS = Condition()


class _Memory:
    """What of the past can still matter in a scenario."""

    def __init__(self, scenario: Scenario) -> None:
        scenes = list(scenario.scenes.values())
        numbers = {name: number for number, name in enumerate(scenario.scenes)}
        ways = [[numbers[after] for after in leads_to(scene)] for scene in scenes]
        self.loop: dict[str, frozenset[str]] = {}
        """Of each scene that can be come back to, the scenes that lie on loops with it."""
        self._from: dict[str, _Need] = {}
        """What can matter from each scene on."""
        for part in components(ways):
            need = _NOTHING
            for branch in (branch for number in part for way in ways_on(scenes[number]) for branch in way):
                need |= _Need.of(branch.when) | self._from.get(branch.next, need)
            together = frozenset(scenes[number].id for number in part)
            self._from.update(dict.fromkeys(together, need))
            if is_loop(part, ways):
                self.loop.update(dict.fromkeys(together, together))
        self._ways = {scene.id: list(ways_on(scene)) for scene in scenes}
        self._needs: dict[tuple[str, int, frozenset[str]], _Need] = {}
        self.all = reduce(or_, self._from.values())

    def state(
        self,
        scene: str,
        day: int,
        contacts: tuple[int, ...] = (),
        broken: frozenset[str] = frozenset(),
        answered: frozenset[str] = frozenset(),
        turn: Turn = FIRST,
    ) -> State:
        """The state, without what no longer matters."""
        key = scene, len(contacts), broken
        need = self._needs.get(key) or self._needs.setdefault(key, self._need(*key))
        if answered:
            answered = answered & self.loop[scene] if scene in self.loop else frozenset()
        if not need.days:
            day, contacts = 0, (0,) * len(contacts)
        return State(
            scene, day, contacts[-need.contacts :] if need.contacts else (), broken & need.rules, answered, turn
        )

    def _need(self, scene: str, contacts: int, broken: frozenset[str]) -> _Need:
        """What can matter from a scene on. Where its one way on has a branch that will hold for certain, since what it
        asks for has happened already, the branches below that cannot be taken any more."""
        if len(self._ways[scene]) != 1:
            return self._from[scene]
        need = _NOTHING
        for branch in self._ways[scene][0]:
            need |= _Need.of(branch.when) | self._from[branch.next]
            if branch.when.days is None and holds(branch.when, (Logged(0, _ANY),) * contacts, broken, 0):
                break
        return need
