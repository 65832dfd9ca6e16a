"""What the checks ask of a scenario's paths, worked out once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from course.engine.outcome import Outcome
from course.engine.states.digraph import shortest_path
from course.engine.states.graph import Graph, graph
from course.model import Course, Ending, Scenario, Side
from course.model.record import Record

_MOST_STATES = 20_000
"""Past that a check would take too long; the odds of the scenario can still be asked for."""

Allowed = Callable[[tuple[Outcome, ...]], list[int]]
"""Which of the answers at a scene, by number, a path may take."""


class Step(Record):
    """A scene on a path, and what is answered there; None at its end."""

    scene: str
    outcome: Outcome | None = None


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

    def leads(self, allowed: Allowed, sides: tuple[Side, ...]) -> list[Step] | None:
        """A shortest path that takes only such answers and ends on one of these sides, or None."""
        states = self.graph

        def ends_there(state: int) -> bool:
            body = states.scenes[state].body
            return state > 0 and isinstance(body, Ending) and body.side in sides

        found = shortest_path(states.ways, 0, lambda state: allowed(states.outcomes[state]), ends_there)
        if found is None:
            return None
        steps = [Step(states.scenes[state].id, states.outcomes[state][number]) for state, number in found[0]]
        return [*steps, Step(states.scenes[found[1]].id)]
