"""What the checks ask of a scenario's paths, worked out once for all of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from functools import cached_property

from course.authoring.odds.gains import NONE, total
from course.authoring.odds.graph import Graph, graph
from course.authoring.odds.passing import Rows
from course.engine.outcome import Outcome
from course.model import Course, Ending, Scenario, Side
from course.model.record import Record

_MOST_STATES = 20_000
"""Past that a check would take too long; the odds of the scenario can still be asked for."""

Allowed = Callable[[tuple[Outcome, ...]], list[int]]
"""Which of the answers at a scene, by number, a path may take."""


class Paths(Record, dict=True, gc=True):
    """One scenario, with all states that a learner can come to. Raises TooManyStates when it is made."""

    course: Course
    scenario: Scenario
    graph: Graph

    @classmethod
    def of(cls, course: Course, scenario: Scenario) -> Paths:
        """Look at every state of the scenario."""
        return cls(course, scenario, graph(scenario, max(_MOST_STATES, 2 * len(scenario.scenes))))

    @cached_property
    def reached(self) -> Mapping[str, tuple[tuple[Outcome, ...], ...]]:
        """What can be answered at each scene that can be come to, question by question; `()` where it ends."""
        found: dict[str, dict[int, tuple[Outcome, ...]]] = {}
        for scene, outcomes in zip(self.graph.scenes, self.graph.outcomes, strict=True):
            found.setdefault(scene.id, {})[id(outcomes)] = outcomes
        return {scene: tuple(asked.values()) for scene, asked in found.items()}

    @cached_property
    def traps(self) -> list[tuple[int, ...]]:
        """States on loops together that nothing leads out of."""
        states = self.graph
        return [
            part
            for part in states.parts
            if states.loops(part) and all(after in part for state in part for after in states.ways[state])
        ]

    def total(self) -> Rows:
        """What each answer at each state adds to the score."""
        rows = zip(self.graph.outcomes, self.graph.counts, strict=True)
        return [total(outcomes) if counts else (NONE,) * len(outcomes) for outcomes, counts in rows]

    def leads(self, allowed: Allowed, sides: tuple[Side, ...]) -> list[str] | None:
        """The scenes of a shortest path that takes only such answers and ends on one of these sides, or None."""
        states = self.graph
        came: dict[int, int] = {0: -1}
        waiting = deque([0])
        while waiting:
            state = waiting.popleft()
            body = states.scenes[state].body
            if isinstance(body, Ending):
                if body.side in sides and state:
                    return self._back(came, state)
                continue
            for number in allowed(states.outcomes[state]):
                after = states.ways[state][number]
                if after not in came:
                    came[after] = state
                    waiting.append(after)
        return None

    def _back(self, came: Mapping[int, int], state: int) -> list[str]:
        path = []
        while state >= 0:
            path.append(self.graph.scenes[state].id)
            state = came[state]
        return path[::-1]
