"""Single paths through a scenario: the worst that follows the advice, and the best that breaks a rule."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from fractions import Fraction

from course.authoring.odds.extremes import Edge, Network, highest_path
from course.authoring.odds.gains import Gain
from course.authoring.odds.graph import Graph
from course.engine import judging
from course.engine.outcome import Outcome
from course.model import Ending, Side
from course.model.record import Record


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


Total = Sequence[Sequence[Gain]]


def worst_advised(graph: Graph, total: Total) -> Route | None:
    """The path of advised answers alone that ends worst: off the assertive side if there is one. The shortest of
    several. Where no answer is advised, the best there is counts. None when no such path comes to an ending."""
    came: dict[int, Edge | None] = {0: None}
    waiting = deque([0])
    ends: list[int] = []
    while waiting:
        state = waiting.popleft()
        if graph.ends(state):
            ends.append(state)
        for number in advised(graph, state):
            after = graph.ways[state][number]
            if after not in came:
                came[after] = (state, number)
                waiting.append(after)
    if not ends:
        return None
    worst = next((state for state in ends if _side(graph, state) is not Side.ASSERTIVE), ends[0])
    edges: list[Edge] = []
    edge = came[worst]
    while edge is not None:
        edges.append(edge)
        edge = came[edge[0]]
    return _route(graph, total, edges[::-1], worst)


def advised(graph: Graph, state: int) -> tuple[int, ...]:
    """The answers at a state, by number, that follow the advice there: those worth most. None where what is left
    could only be put on the wrong side: whoever comes there has not followed it."""
    worths = judging.worths(graph.outcomes[state])
    return tuple(number for number, worth in enumerate(worths) if worth == judging.FULL)


def best_breaking(graph: Graph, total: Total) -> Route | None:
    """The path that breaks a rule somewhere and still comes off best: with an assertive ending if one can be had,
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
    for good in ((Side.ASSERTIVE,), (Side.QUIET, Side.PUSHY)):
        ends = [False] * size + [side in good for side in sides]
        if not any(ends):
            continue
        found = highest_path(Network(ways, (*total, *total), ends))
        if found is not None:
            return _route(graph, total, [(state % size, number) for state, number in found.edges], found.end % size)
    return None


def _side(graph: Graph, state: int) -> Side | None:
    body = graph.scenes[state].body
    return body.side if isinstance(body, Ending) else None


def _route(graph: Graph, total: Total, edges: Sequence[Edge], end: int) -> Route:
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
