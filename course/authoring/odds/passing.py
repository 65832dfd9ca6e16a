"""The chance that a blind guesser passes: exactly, and, where that would take too long, a bound it cannot exceed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import gcd, lcm

from course.authoring.odds.gains import Gain
from course.authoring.odds.graph import Graph

Rows = Sequence[Sequence[Gain]]
"""At each state, what each answer adds."""

MOST_STANDINGS = 1_500_000
"""Scores at states that are followed one by one; past that, only the bound is worked out."""


def surplus(graph: Graph, total: Rows, mark: Fraction) -> tuple[tuple[int, ...], ...]:
    """What each answer adds to the surplus over the pass mark: whoever ends with none or more has passed."""
    return tuple(
        tuple(got * mark.denominator - of * mark.numerator for got, of in total[state]) for state in range(len(graph))
    )


def chance_to_pass(graph: Graph, total: Rows, mark: Fraction) -> Fraction | None:
    """The exact chance; None when there are too many standings to follow."""
    gains = surplus(graph, total, mark)
    least, most = _spans(graph, gains)
    if graph.ends(0) or least[0] is None:
        return Fraction(0)
    if _standings(graph, gains, least, most) > MOST_STANDINGS:
        return None
    return _Follow(graph, gains, least, most).passed()


def _spans(graph: Graph, gains: Sequence[Sequence[int]]) -> tuple[list[int | None], list[int | None]]:
    """From each state on, the least and the most surplus that some path to an ending still adds."""
    least: list[int | None] = [None] * len(graph)
    most: list[int | None] = [None] * len(graph)
    for part in graph.parts:
        for state in part:
            if graph.ends(state):
                least[state] = most[state] = 0
                continue
            known = [
                (low + gain, high + gain)
                for after, gain in zip(graph.ways[state], gains[state], strict=True)
                if (low := least[after]) is not None and (high := most[after]) is not None
            ]
            if known:
                least[state] = min(low for low, _ in known)
                most[state] = max(high for _, high in known)
        lows = [value for state in part if (value := least[state]) is not None]
        highs = [value for state in part if (value := most[state]) is not None]
        for state in part if lows else ():
            least[state], most[state] = min(lows), max(highs)
    return least, most


def bound_to_pass(graph: Graph, total: Rows, mark: Fraction, enough: float = 0.0) -> float:
    """What the chance to pass cannot exceed, quickly: the least of a few of Chernoff's bounds, or the first `enough`.

    For every z of 1 or more, the chance that a sum is 0 or more is at most the mean of z to the power of that sum.
    """
    gains = surplus(graph, total, mark)
    best = 1.0
    for base in (1.1, 1.3, 1.7, 2.5, 4.0):
        powers = {gain: base ** (gain / mark.denominator) for row in gains for gain in row}
        means = [1.0] * len(graph)
        for part in graph.parts:
            for state in part if graph.ways[part[0]] else ():
                ways = graph.ways[state]
                terms = [powers[gain] * means[after] for after, gain in zip(ways, gains[state], strict=True)]
                # On a loop nothing is added, so no way out of it can have a greater mean than the greatest.
                means[state] = sum(terms) / len(terms) if len(part) == 1 else max(terms)
            if len(part) > 1:
                highest = max(means[state] for state in part)
                for state in part:
                    means[state] = highest
        best = min(best, means[0])
        if best <= enough:
            break
    return best


def _standings(graph: Graph, gains: Sequence[Sequence[int]], least: list[int | None], most: list[int | None]) -> int:
    """About how many standings there are to follow: at each state those with which it is still open who passes."""
    lows: list[int | None] = [None] * len(graph)
    highs: list[int | None] = [None] * len(graph)
    lows[0] = highs[0] = 0
    count = 0
    for part in reversed(graph.parts):
        reached = [
            (low, high) for state in part if (low := lows[state]) is not None and (high := highs[state]) is not None
        ]
        low, high = min(each for each, _ in reached), max(each for _, each in reached)
        for state in part:
            worst, best = least[state], most[state]
            if worst is not None and best is not None:
                count += max(0, min(high, -worst - 1) - max(low, -best) + 1)
            for after, gain in zip(graph.ways[state], gains[state], strict=True):
                known = lows[after]
                lows[after] = low + gain if known is None else min(known, low + gain)
                known = highs[after]
                highs[after] = high + gain if known is None else max(known, high + gain)
    step = gcd(*(one - other for row in gains for one, other in pairwise(row)))
    return count // (step or 1)


class _Follow:
    """Follows every surplus that a guesser may have at every state, until it is certain how it ends."""

    def __init__(
        self, graph: Graph, gains: Sequence[Sequence[int]], least: list[int | None], most: list[int | None]
    ) -> None:
        self._graph, self._gains = graph, gains
        self._least, self._most = least, most
        self._unders = [1] * len(graph)
        self._standings: list[dict[int, int]] = [{} for _ in range(len(graph))]
        self._certain: list[tuple[int, int]] = []
        self._may_miss = self._never_ending()

    def passed(self) -> Fraction:
        from course.authoring.odds.chances import exits  # the bound does without

        self._arrive(0, {0: 1}, 1)
        for part in reversed(self._graph.parts):
            loop = exits(self._graph, part) if self._graph.loops(part) else None
            for state in part:
                standings, under = self._standings[state], self._unders[state]
                self._standings[state] = {}
                if not standings:
                    continue
                if loop is not None:
                    for after, chance in loop[state].items():
                        moved = {surplus: over * chance.numerator for surplus, over in standings.items()}
                        self._arrive(after, moved, under * chance.denominator)
                else:
                    ways, gains = self._graph.ways[state], self._gains[state]
                    for after, gain in zip(ways, gains, strict=True):
                        moved = {surplus + gain: over for surplus, over in standings.items()} if gain else standings
                        self._arrive(after, moved, under * len(ways))
        return self._sum()

    def _arrive(self, state: int, arriving: dict[int, int], under: int) -> None:
        """Put the standings down at a state, but for those whose end is certain: they count at once, or never."""
        least, most = self._least[state], self._most[state]
        if least is None or most is None:
            return
        safe = not self._may_miss[state]
        certain = 0
        here = self._standings[state]
        if here and self._unders[state] != under:
            under, arriving = self._match(state, arriving, under)
        elif not here:
            self._unders[state] = under
        for surplus, over in arriving.items():
            if surplus + least >= 0 and safe:
                certain += over
            elif surplus + most >= 0:
                here[surplus] = here.get(surplus, 0) + over
        if certain:
            self._certain.append((certain, under))

    def _match(self, state: int, arriving: dict[int, int], under: int) -> tuple[int, dict[int, int]]:
        """Bring what is there and what arrives over a common denominator."""
        common = lcm(self._unders[state], under)
        factor = common // self._unders[state]
        here = self._standings[state]
        for surplus in here if factor > 1 else ():
            here[surplus] *= factor
        self._unders[state] = common
        return common, {surplus: over * (common // under) for surplus, over in arriving.items()}

    def _never_ending(self) -> list[bool]:
        """Whether a guesser may, from each state on, never come to an ending."""
        lost = [False] * len(self._graph)
        for part in self._graph.parts:
            following = {after for state in part for after in self._graph.ways[state]}
            closed = bool(following) and following <= set(part)
            if closed or any(lost[after] for after in following):
                for state in part:
                    lost[state] = True
        return lost

    def _sum(self) -> Fraction:
        common = 1
        for _, under in self._certain:
            common = common if common % under == 0 else lcm(common, under)
        return Fraction(sum(over * (common // under) for over, under in self._certain), common)
