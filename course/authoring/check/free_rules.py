"""Rules that may be broken all the way, with the best ending all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from course.authoring.check.advice import Advice
from course.authoring.check.finding import Found
from course.engine.kinds import FIRST
from course.engine.outcome import Outcome
from course.engine.states.digraph import Edge, shortest_path

_MANY = 3
"""One slip may well be forgiven. What may be broken at so many scenes, and wherever it can be, nothing asks for."""
_PER_STATE = 2 * (_MANY + 1)
"""Nodes for each state: so many scenes at which the rule was broken, and whether this one is among them."""


def find(advice: Advice) -> Iterator[Found]:
    """The rules that may be broken at many scenes of one scenario, and the best ending comes all the same."""
    for rule in _free(advice):
        found = _path(advice, rule)
        if found is not None:
            edges, end = found
            first = next(edge for edge in edges if rule in _broken(advice.graph.outcomes[edge[0]][edge[1]]))
            message = (
                f"Who breaks {rule} wherever that can be done, and follows the advice everywhere else, ends as well "
                f"as who keeps it: {advice.told(edges, end)}."
            )
            mend = f"Let a branch on the way ask for it, such as when: {{broke: {rule}}}, and lead elsewhere."
            yield advice.found("costs-nothing", first, message, mend)


def _free(advice: Advice) -> list[str]:
    """The rules of which that may be so: worked out for all at once, each rule being one bit of a number.

    For each state: who breaks a rule wherever that can be done comes to the best ending, and breaks it at none, one,
    two scenes or more from there on; once where the scene at hand does not count yet, and once where it does.
    """
    graph, reached = advice.graph, advice.paths.reached
    scenes: Counter[str] = Counter()
    for asked in reached.values():
        scenes.update({rule for outcomes in asked for outcome in outcomes for rule in _broken(outcome)})
    least = 1 if any(map(graph.loops, graph.parts)) else _MANY  # what lies on a loop can be come back to
    rules = sorted([rule for rule, count in scenes.items() if count >= least])
    bits = {rule: 1 << number for number, rule in enumerate(rules)}
    every = (1 << len(rules)) - 1
    if not rules:
        return []
    advised = advice.paths.advice
    steps = {id(each): _steps(each, advised[id(each)], bits, every) for asked in reached.values() for each in asked}
    begins = [state.turn == FIRST for state in graph.states]
    fresh = [[every * (state in advice.best), *[0] * _MANY] for state in range(len(graph))]
    counted = [list(each) for each in fresh]
    for part in graph.parts:
        more = True
        while more:
            before = [(*fresh[state], *counted[state]) for state in part]
            for state in part:
                ways, fresh_here, counted_here = graph.ways[state], fresh[state], counted[state]
                for number, keeps, broken in steps[id(graph.outcomes[state])]:
                    after = ways[number]
                    still, then = fresh[after], fresh[after] if begins[after] else counted[after]
                    either = keeps | broken
                    for times in range(_MANY + 1):
                        fresh_here[times] |= (still[times] & keeps) | (then[times - 1 if times else 0] & broken)
                        counted_here[times] |= then[times] & either
            more = graph.loops(part) and before != [(*fresh[state], *counted[state]) for state in part]
    return [rule for rule in rules if fresh[0][_MANY] & bits[rule]]


def _steps(
    outcomes: Sequence[Outcome], advised: Sequence[int], bits: Mapping[str, int], every: int
) -> list[tuple[int, int, int]]:
    """The answers that some of these people give, by number: those who keep a rule, and those who break one."""
    breaks = [sum([bits.get(rule, 0) for rule in _broken(each)]) for each in outcomes]
    kept = every & ~reduce(or_, breaks, 0)
    steps = [(number, kept if number in advised else 0, broken) for number, broken in enumerate(breaks)]
    return [each for each in steps if each[1] or each[2]]


def _broken(outcome: Outcome) -> Sequence[str]:
    """What it breaks. A statement of a sort is judged by itself, and the scenario goes on whatever is said of it."""
    return () if outcome.own else outcome.breaks


def _path(advice: Advice, rule: str) -> tuple[list[Edge], int] | None:
    """The shortest path of those who break that rule wherever it can be done, to the best ending."""
    graph = advice.graph

    def onward(node: int) -> Sequence[int]:
        state = node // _PER_STATE
        breaking = [number for number, each in enumerate(graph.outcomes[state]) if rule in _broken(each)]
        return breaking or advice.at[state]

    def follow(state: int, times: int, counted: bool) -> list[int]:
        ways = []
        for after, outcome in zip(graph.ways[state], graph.outcomes[state], strict=True):
            breaks = rule in _broken(outcome)
            now = counted or breaks
            made = min(_MANY, times + (breaks and not counted))
            ways.append(after * _PER_STATE + 2 * made + (now and graph.states[after].turn != FIRST))
        return ways

    ways = [
        follow(state, times, counted)
        for state in range(len(graph))
        for times in range(_MANY + 1)
        for counted in (False, True)
    ]
    goals = {state * _PER_STATE + 2 * _MANY for state in advice.best}
    found = shortest_path(ways, 0, onward, goals.__contains__)
    return found and ([(node // _PER_STATE, number) for node, number in found[0]], found[1] // _PER_STATE)
