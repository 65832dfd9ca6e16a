"""The states of a scenario, walked by those who follow its advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from course.authoring.check.finding import Found, along, in_answer
from course.authoring.check.paths import Paths
from course.engine.states.digraph import Edge
from course.model import Ending, Side


class Advice:
    """One scenario, with what is advised in each of its states."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.graph = paths.graph
        self.at: Sequence[Sequence[int]] = [paths.advice[id(each)] for each in self.graph.outcomes]
        """Of each state, the numbers of the answers that are advised there."""
        self.sides: Mapping[int, Side] = {
            state: scene.body.side for state, scene in enumerate(self.graph.scenes) if isinstance(scene.body, Ending)
        }
        """Where each state lies that is an ending."""
        self.flawless = self._following([0])
        """The states that one comes to by following the advice."""
        self.best = {state for state in self.flawless if state in self.sides}
        """The endings among them."""

    @property
    def ends_well(self) -> bool:
        """Whether the advice leads to nothing but good endings, and there are others too."""
        good = bool(self.best) and all(self.sides[state] is Side.RIGHT for state in self.best)
        return good and any(side is not Side.RIGHT for side in self.sides.values())

    def _following(self, states: Iterable[int]) -> list[int]:
        found = set(states)
        for state in (waiting := list(found)):  # grows while it is walked
            for number in self.at[state]:
                after = self.graph.ways[state][number]
                if after not in found:
                    found.add(after)
                    waiting.append(after)
        return waiting

    def told(self, edges: Sequence[Edge], end: int) -> str:
        """The scenes of a path, for a message."""
        return along([self.graph.scenes[state].id for state in (*(state for state, _ in edges), end)])

    def found(self, code: str, edge: Edge, message: str, mend: str) -> Found:
        """A finding at an answer."""
        state, number = edge
        where = in_answer(
            self.paths.scenario.head.file, self.graph.scenes[state].id, self.graph.outcomes[state][number]
        )
        return Found(code, where, message, mend)
