"""Every state a scenario can be in, and which answer leads from which to which.

A state is a scene, and of all that happened before only what can still matter: the facts and contacts that
conditions ask for, and, inside a loop, which scenes of the loop have been answered, because only first answers
count. Scenarios without branches and loops have as many states as scenes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from course.engine.outcome import Outcome
from course.engine.states.digraph import components, is_loop
from course.engine.states.need import leads_to
from course.engine.states.transitions import State, Transitions
from course.model import Ending, Scenario, Scene
from course.model.record import Record

MOST_STATES = 200_000


class TooManyStates(Exception):
    """The scenario remembers so much that not every state of it can be looked at. Holds those found so far."""


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
    states: tuple[State, ...] = ()
    """The states themselves."""

    def __len__(self) -> int:
        return len(self.scenes)

    def ends(self, state: int) -> bool:
        """Whether the scenario is over there."""
        return isinstance(self.scenes[state].body, Ending)

    def loops(self, part: Sequence[int]) -> bool:
        """Whether one can come back to the states of this group."""
        return is_loop(part, self.ways)


def graph(scenario: Scenario, most: int = MOST_STATES, rules: Transitions | None = None) -> Graph:
    """All states of the scenario that can be reached. Raises TooManyStates past `most`. `rules` are given where
    states are to differ also by what is told."""
    rules = rules or Transitions(scenario)
    first = rules.begin()
    numbers = {first: 0}
    states = [first]
    ways: list[tuple[int, ...]] = []
    for state in states:  # grows while it is walked
        follow = []
        for after in rules.ways(state):
            number = numbers.setdefault(after, len(states))
            if number == len(states):
                states.append(after)
                if number >= most:
                    raise TooManyStates(tuple(states))
            follow.append(number)
        ways.append(tuple(follow))
    return Graph(
        tuple([scenario.scenes[state.scene] for state in states]),
        tuple(ways),
        tuple([state.scene not in state.answered for state in states]),
        tuple([rules.asked(state).outcomes for state in states]),
        components(ways),
        rules.taken(),
        tuple(states),
    )


def fewest_decisions(graph: Graph) -> int | None:
    """Decisions on the path to an ending that takes fewest; None when no path comes to one."""
    least = {0: 0}
    waiting = deque([0])
    asked = {id(outcomes): outcomes for outcomes in graph.outcomes}
    scores = {which: [outcome.scores for outcome in outcomes] for which, outcomes in asked.items()}
    while waiting:
        state = waiting.popleft()
        if graph.ends(state):
            return least[state]
        for after, counts in zip(graph.ways[state], scores[id(graph.outcomes[state])], strict=True):
            decisions = least[state] + counts
            if decisions < least.get(after, decisions + 1):
                least[after] = decisions
                if counts:
                    waiting.append(after)
                else:
                    waiting.appendleft(after)  # so that what took fewest decisions always comes first
    return None


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
