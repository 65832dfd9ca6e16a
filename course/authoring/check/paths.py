"""What the checks ask of a scenario's paths, worked out once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from course.engine import judging
from course.engine.outcome import Outcome
from course.engine.states.digraph import shortest_path
from course.engine.states.graph import Graph, graph
from course.model import Course, Ending, Scenario, Side, Verdict
from course.model.record import Record

_MOST_STATES = 20_000
"""Past that a check would take too long; the odds of the scenario can still be asked for."""

Numbers = Mapping[int, list[int]]
"""Of what is asked, by its identity, the numbers of some of its answers."""


class Step(Record):
    """A scene on a path, and what is answered there; None at its end."""

    scene: str
    outcome: Outcome | None = None


_RIGHT = (Verdict.DO, Verdict.EITHER)


def is_advised(outcome: Outcome) -> bool:
    """Whether whoever follows the advice may answer so: it breaks nothing, or people differ there."""
    return judging.verdict(outcome) in _RIGHT


def advised(outcomes: tuple[Outcome, ...]) -> list[int]:
    """Which of these answers those are, by number."""
    return [number for number, each in enumerate(outcomes) if is_advised(each)]


def _breaking(outcomes: tuple[Outcome, ...]) -> list[int]:
    """To leave a day empty is no decision, nor is what people differ about, and so it breaks nothing."""
    return [number for number, each in enumerate(outcomes) if each.broken or not each.scores]


def most_states(scenario: Scenario) -> int:
    """So many states of a scenario are looked at."""
    return max(_MOST_STATES, 2 * len(scenario.scenes))


class Paths(Record, dict=True, gc=True):
    """One scenario, with all states that a learner can come to. Raises TooManyStates when it is made."""

    course: Course
    scenario: Scenario
    graph: Graph

    @classmethod
    def of(cls, course: Course, scenario: Scenario) -> Paths:
        """Look at every state of the scenario."""
        return cls(course, scenario, graph(scenario, most_states(scenario)))

    @cached_property
    def reached(self) -> Mapping[str, tuple[tuple[Outcome, ...], ...]]:
        """What can be answered at each scene that can be come to, question by question; `()` where it ends."""
        found: dict[str, dict[int, tuple[Outcome, ...]]] = {}
        for scene, outcomes in zip(self.graph.scenes, self.graph.outcomes, strict=True):
            found.setdefault(scene.id, {})[id(outcomes)] = outcomes
        return {scene: tuple(asked.values()) for scene, asked in found.items()}

    @cached_property
    def advice(self) -> Numbers:
        """The answers that are advised."""
        return self._of_each(advised)

    @cached_property
    def traps(self) -> list[tuple[int, ...]]:
        """States on loops together that nothing leads out of."""
        states = self.graph
        return [
            part
            for part in states.parts
            if states.loops(part) and all(after in part for state in part for after in states.ways[state])
        ]

    @cached_property
    def breaking_pays(self) -> list[Step] | None:
        """A path on which every decision breaks a rule, and that ends well all the same; or None."""
        return self._leads(self._of_each(_breaking), (Side.RIGHT,))

    @property
    def advice_ends_badly(self) -> list[Step] | None:
        """A path on which the advice is followed all the way, and that does not end well; or None."""
        return self._leads(self.advice, (Side.UNDER, Side.OVER))

    def _of_each(self, numbers: Callable[[tuple[Outcome, ...]], list[int]]) -> Numbers:
        return {id(outcomes): numbers(outcomes) for asked in self.reached.values() for outcomes in asked}

    def _leads(self, allowed: Numbers, sides: tuple[Side, ...]) -> list[Step] | None:
        """A shortest path that takes only such answers and ends on one of these sides, or None."""
        states = self.graph

        def ends_there(state: int) -> bool:
            body = states.scenes[state].body
            return state > 0 and isinstance(body, Ending) and body.side in sides

        found = shortest_path(states.ways, 0, lambda state: allowed[id(states.outcomes[state])], ends_there)
        if found is None:
            return None
        steps = [Step(states.scenes[state].id, states.outcomes[state][number]) for state, number in found[0]]
        return [*steps, Step(states.scenes[found[1]].id)]
