"""The lowest and the highest share that any path gets; the worst path that follows the advice, and the best that
breaks a rule.

A ratio of two sums cannot be had by adding up along a path, but whether some path beats a given ratio can. So the
answer is found by trying: Dinkelbach's method (On nonlinear fractional programming, 1967), exact in whole numbers,
which comes to an end after a few rounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from course.authoring.odds.gains import Rows
from course.engine import judging
from course.engine.outcome import Outcome
from course.engine.states.digraph import Edge, components, shortest_path
from course.engine.states.graph import Graph
from course.model import Ending, Side
from course.model.record import Record


class Network(Record):
    """States, where each answer leads and what it gains, and at which states a path may end.

    Inside a group of states that lie on loops together, nothing may be gained.
    """

    ways: Sequence[Sequence[int]]
    gains: Rows
    ends: Sequence[bool]
    parts: Sequence[Sequence[int]]

    @classmethod
    def of(cls, graph: Graph, gains: Rows) -> Network:
        """All states of a scenario, with what its answers gain by some measure."""
        return cls(graph.ways, gains, [graph.ends(state) for state in range(len(graph))], graph.parts)


def lowest(network: Network) -> Fraction | None:
    """The least share of any path to an end; None when nothing is at stake on any of them."""
    return _extreme(network, -1)[0]


def highest(network: Network) -> Fraction | None:
    """The greatest share of any path to an end; None when nothing is at stake on any of them."""
    return _extreme(network, 1)[0]


def highest_path(network: Network) -> tuple[list[Edge], int] | None:
    """A path with the greatest share, and where it ends; any path to an end when nothing is at stake; None when there
    is none."""
    share, search = _extreme(network, 1)
    return search.path() if share is not None else Search(network, (0, 0)).path()


def _extreme(network: Network, sign: int) -> tuple[Fraction | None, Search]:
    search = Search(network, (0, 1))
    if not search.of[0]:
        return None, search
    share = Fraction(0) if sign > 0 else Fraction(1)
    while True:
        better = Search(network, (sign * share.denominator, -sign * share.numerator))
        got, of = better.got[0], better.of[0]
        if of == 0 or Fraction(got, of) == share:
            return share, search if search.of[0] and Fraction(search.got[0], search.of[0]) == share else better
        share, search = Fraction(got, of), better


class Search:
    """For each state the path on which what is got and what it is out of, so weighted, add up to most."""

    def __init__(self, network: Network, weights: tuple[int, int]) -> None:
        self._network = network
        size = len(network.ways)
        self.most: list[int | None] = [None] * size
        self.got, self.of, self._answer = [0] * size, [0] * size, [-1] * size
        self._way_out: dict[int, int] = {}
        """Of each state on a loop, the state at which the loop is best left or ended."""
        for part in network.parts:
            for state in part:
                self._look(state, *weights)
            if len(part) > 1:
                self._share(part)

    def _look(self, state: int, for_got: int, for_of: int) -> None:
        network, most = self._network, self.most
        best = 0 if network.ends[state] else None
        got = of = 0
        answer = -1
        for number, (after, (more, out_of)) in enumerate(zip(network.ways[state], network.gains[state], strict=True)):
            then = most[after]
            if then is None:
                continue
            value = then + for_got * more + for_of * out_of
            if best is None or value > best:
                best, got, of, answer = value, self.got[after] + more, self.of[after] + out_of, number
        most[state], self.got[state], self.of[state], self._answer[state] = best, got, of, answer

    def _share(self, part: Sequence[int]) -> None:
        """On a loop, where nothing is gained, every state is as good as the one from which it is best left."""
        inside = set(part)
        known = [
            (value, state)
            for state in part
            if (value := self.most[state]) is not None
            and (self._answer[state] < 0 or self._network.ways[state][self._answer[state]] not in inside)
        ]
        if not known:
            return
        value, best = max(known)
        for state in part:
            self.most[state], self.got[state], self.of[state] = value, self.got[best], self.of[best]
            self._way_out[state] = best

    def path(self) -> tuple[list[Edge], int] | None:
        """The path from state 0, and where it ends."""
        if self.most[0] is None:
            return None
        edges: list[Edge] = []
        state = 0
        while True:
            for edge in self._inside(state):
                edges.append(edge)
                state = self._network.ways[edge[0]][edge[1]]
            if self._answer[state] < 0:
                return edges, state
            edges.append((state, self._answer[state]))
            state = self._network.ways[state][self._answer[state]]

    def _inside(self, start: int) -> Sequence[Edge]:
        """The shortest way on a loop to where it is best left."""
        goal = self._way_out.get(start, start)

        def onward(state: int) -> list[int]:
            return [at for at, after in enumerate(self._network.ways[state]) if self._way_out.get(after) == goal]

        edges, _ = shortest_path(self._network.ways, start, onward, goal.__eq__) or ((), goal)
        return edges


class Step(Record):
    """One answer on a path."""

    scene: str
    outcome: Outcome


class Route(Record):
    """A path from the beginning to an ending."""

    steps: tuple[Step, ...]
    ending: str
    """The id of the scene it ends at."""
    side: Side
    share: Fraction | None
    """The score it gets, from 0 to 1; None without a decision."""


def worst_advised(graph: Graph, total: Rows) -> Route | None:
    """The path of advised answers alone that ends worst: off the right side if there is one. The shortest of
    several. Where no answer is advised, the best there is counts. None when no such path comes to an ending."""

    def follows(state: int) -> list[int]:
        # Those worth most. None where what is left could only be put on the wrong side: whoever comes there has not
        # followed the advice.
        worths = judging.worths(graph.outcomes[state])
        return [number for number, worth in enumerate(worths) if worth == judging.FULL]

    def fails(state: int) -> bool:
        return graph.ends(state) and _side(graph, state) is not Side.RIGHT

    worst = shortest_path(graph.ways, 0, follows, fails) or shortest_path(graph.ways, 0, follows, graph.ends)
    return _route(graph, total, *worst) if worst else None


def best_breaking(graph: Graph, total: Rows) -> Route | None:
    """The path that breaks a rule somewhere and still comes off best: with a right ending if one can be had,
    and of those with the highest score. None when no path that comes to an ending breaks a rule.

    It is looked for in the graph twice over: before a rule has been broken, and after it, where alone it may end.
    """
    size = len(graph)
    before = [
        tuple(after + size * bool(each.broken) for after, each in zip(ways, outcomes, strict=True))
        for ways, outcomes in zip(graph.ways, graph.outcomes, strict=True)
    ]
    ways = [*before, *(tuple(after + size for after in each) for each in graph.ways)]
    sides = [_side(graph, state) for state in range(size)]
    for good in ((Side.RIGHT,), (Side.UNDER, Side.OVER)):
        ends = [False] * size + [side in good for side in sides]
        if not any(ends):
            continue
        found = highest_path(Network(ways, (*total, *total), ends, components(ways)))
        if found is not None:
            edges, end = found
            return _route(graph, total, [(state % size, number) for state, number in edges], end % size)
    return None


def _side(graph: Graph, state: int) -> Side | None:
    body = graph.scenes[state].body
    return body.side if isinstance(body, Ending) else None


def _route(graph: Graph, total: Rows, edges: Sequence[Edge], end: int) -> Route:
    steps = []
    got = of = 0
    for state, number in edges:
        scene = graph.scenes[state].id
        outcome = graph.outcomes[state][number]
        if outcome.judged:
            steps.append(Step(scene, outcome))
        got, of = got + total[state][number][0], of + total[state][number][1]
    side = _side(graph, end)
    assert side is not None
    return Route(tuple(steps), graph.scenes[end].id, side, Fraction(got, of) if of else None)
