"""One wrong answer that decides a scenario in which everything else was right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from course.authoring.check.advice import Advice
from course.authoring.check.finding import Found
from course.authoring.odds.gains import Gain
from course.engine.states.digraph import Edge, components, leading_to, turned_round
from course.model import Side

_OTHERS = 3
"""So many other scenes at which all was right, and it would be harsh that they count for nothing."""


def find(advice: Advice) -> Iterator[Found]:
    """The wrong answer that leads to the worst kind of ending from the path on which most was right."""
    graph = advice.graph
    worst = _worst(advice)
    advised = [[ways[each] for each in advice.at[state]] for state, ways in enumerate(graph.ways)]
    lost = leading_to(turned_round(advised), worst)
    slips: dict[int, list[int]] = {}
    for state in advice.flawless:
        for number, outcome in enumerate(graph.outcomes[state]):
            if outcome.scores and number not in advice.at[state] and graph.ways[state][number] in lost:
                slips.setdefault(state, []).append(number)
    found = _path(advice, slips, worst) if slips else None
    if found is None:
        return
    edges, end, (got, of) = found
    slip = next(edge for edge in edges if edge[1] not in advice.at[edge[0]])
    right = {graph.scenes[state].id for state, number in edges if graph.outcomes[state][number].scores}
    right.discard(graph.scenes[slip[0]].id)
    if len(right) >= _OTHERS:
        passed = ", and that is enough to pass" if got >= advice.paths.course.pass_mark * of else ""
        message = (
            f"One wrong answer decides the scenario: with all right at {len(right)} other scenes{passed}, it ends at "
            f"{graph.scenes[end].id}: {advice.told(edges, end)}."
        )
        mend = "Let a milder ending follow, or ask for a second slip: under next: a branch can ask when: {broke: RULE}."
        yield advice.found("one-slip", slip, message, mend)


def _worst(advice: Advice) -> set[int]:
    """The endings of the worst kind there is: those of too much, or where there are none, those of too little."""
    sides = advice.sides
    worst = Side.OVER if Side.OVER in sides.values() else Side.UNDER
    return {state for state, side in sides.items() if side is worst}


def _path(advice: Advice, slips: Mapping[int, Sequence[int]], worst: set[int]) -> tuple[list[Edge], int, Gain] | None:
    """The path with the best score that takes exactly one of these answers and ends there, and its score.

    It is looked for in the graph twice over: before the slip, and after it, where alone it may end.
    """
    from course.authoring.odds.extremes import Network, highest_path  # not needed for most scenarios
    from course.authoring.odds.gains import totals

    graph, total, size = advice.graph, totals(advice.graph), len(advice.graph)
    numbers = [[*advice.at[state], *slips.get(state, ())] for state in range(size)]
    ways = [
        [graph.ways[state][each] + (0 if each in advice.at[state] else size) for each in numbers[state]]
        for state in range(size)
    ]
    ways += [[graph.ways[state][each] + size for each in advice.at[state]] for state in range(size)]
    gains = [[total[state][each] for each in numbers[state]] for state in range(size)]
    gains += [[total[state][each] for each in advice.at[state]] for state in range(size)]
    ends = [False] * size + [state in worst for state in range(size)]
    found = highest_path(Network(ways, gains, ends, components(ways)))
    if found is None:
        return None
    edges = [(node % size, (numbers[node] if node < size else advice.at[node - size])[each]) for node, each in found[0]]
    got = sum(total[state][each][0] for state, each in edges)
    return edges, found[1] % size, (got, sum(total[state][each][1] for state, each in edges))
