"""How likely a blind guesser, who takes every answer of a scene with the same chance, gets to each state, and passes.

Chances are kept as whole numbers over a common denominator as long as they are added up; a fraction in lowest
terms after each step would take many times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import gcd, lcm

from course.authoring.odds.extremes import Network, Search
from course.authoring.odds.gains import Rows, surplus
from course.engine.states.graph import Graph

LARGEST_LOOP = 150
"""States on loops together for which it is worked out where a guesser leaves them."""
MOST_STANDINGS = 1_500_000
"""Scores at states that are followed one by one; past that, only a bound to the chance to pass is worked out."""


class LoopTooLarge(Exception):
    """A scenario turns round in so many states that its odds cannot be worked out in reasonable time."""


class Sum:
    """A sum of chances, not in lowest terms."""

    def __init__(self) -> None:
        self.over = 0
        self.under = 1

    def add(self, over: int, under: int) -> None:
        """Add the fraction over/under to the sum."""
        if under == self.under:
            self.over += over
        elif not self.over:
            self.over, self.under = over, under
        elif under % self.under == 0:
            self.over, self.under = self.over * (under // self.under) + over, under
        elif self.under % under == 0:
            self.over += over * (self.under // under)
        else:
            common = lcm(self.under, under)
            self.over = self.over * (common // self.under) + over * (common // under)
            self.under = common

    def fraction(self) -> Fraction:
        """The same in lowest terms."""
        return Fraction(self.over, self.under)


def visits(graph: Graph) -> list[Sum]:
    """For each state the chance to come to it; on a loop, to come to it from outside the loop.

    That is what counts: at a state that can be come back to, nothing counts any more.
    """
    return _spread(graph, lambda _state, _answer: True)


def undecided(graph: Graph, total: Rows) -> Fraction:
    """The chance to come to an ending without any decision that counts: nobody passes with that."""
    found = _spread(graph, lambda state, answer: not total[state][answer][1])
    return sum((found[state].fraction() for state in range(len(graph)) if graph.ends(state)), Fraction(0))


def _spread(graph: Graph, goes: Callable[[int, int], bool]) -> list[Sum]:
    """For each state the chance to come to it by answers that go, each a state and the number of its answer."""
    found = [Sum() for _ in graph.scenes]
    found[0].add(1, 1)
    ways = graph.ways
    for part in reversed(graph.parts):
        if graph.loops(part):
            for state, leaving in exits(graph, part).items():
                here = found[state]
                for after, chance in leaving.items():
                    found[after].add(here.over * chance.numerator, here.under * chance.denominator)
            continue
        (state,) = part
        here, following = found[state], ways[state]
        under = here.under * len(following)
        for number, after in enumerate(following):
            if goes(state, number):
                found[after].add(here.over, under)
    return found


def exits(graph: Graph, part: Sequence[int]) -> dict[int, dict[int, Fraction]]:
    """For each state of a loop, which states outside it a guesser comes to in the end, and how likely.

    The chances satisfy x = Qx + R, with Q the steps inside and R those out of it; solved by elimination.
    From a loop without a way out, they come to none.
    """
    if len(part) > LARGEST_LOOP:
        raise LoopTooLarge
    inside = set(part)
    rows: dict[int, dict[int, Fraction]] = {}
    """Of each state its equation: what is inside the loop on the left, what is outside on the right."""
    for state in part:
        row = rows[state] = {state: Fraction(1)}
        for after in graph.ways[state]:
            step = Fraction(-1 if after in inside else 1, len(graph.ways[state]))
            row[after] = row.get(after, Fraction(0)) + step
    if all(inside.issuperset(row) for row in rows.values()):
        return {state: {} for state in part}
    for pivot in part:  # Gauss and Jordan's elimination
        scale = rows[pivot].pop(pivot)
        solved = rows[pivot] = {column: value / scale for column, value in rows[pivot].items()}
        for row in rows.values():
            factor = row.pop(pivot, Fraction(0))
            for column, value in solved.items() if factor else ():
                row[column] = row.get(column, Fraction(0)) - factor * value
    return rows


def chance_to_pass(graph: Graph, total: Rows, mark: Fraction) -> Fraction | None:
    """The exact chance; None when there are too many standings to follow."""
    guesser = _Guesser(graph, total, mark)
    return guesser.passed() - undecided(graph, total) if guesser.standings() <= MOST_STANDINGS else None


class _Guesser:
    """Follows every surplus that a guesser may have at every state, until it is certain how it ends."""

    def __init__(self, graph: Graph, total: Rows, mark: Fraction) -> None:
        self._graph, self._gains = graph, surplus(total, mark)
        network, weights = Network.of(graph, total), (mark.denominator, -mark.numerator)
        self._most = Search(network, weights).most
        losses = Search(network, (-weights[0], -weights[1])).most
        self._least = [None if value is None else -value for value in losses]
        self._unders = [1] * len(graph)
        self._standings: list[dict[int, int]] = [{} for _ in range(len(graph))]
        self._certain = Sum()
        self._may_miss = self._never_ending()

    def standings(self) -> int:
        """About how many standings there are to follow: at each state those with which it is still open who passes."""
        reached = {0: (0, 0)}
        count = 0
        for part in reversed(self._graph.parts):
            spans = [reached[state] for state in part if state in reached]
            low, high = min(low for low, _ in spans), max(high for _, high in spans)
            for state in part:
                worst, best = self._least[state], self._most[state]
                if worst is not None and best is not None:
                    count += max(0, min(high, -worst - 1) - max(low, -best) + 1)
                for after, gain in zip(self._graph.ways[state], self._gains[state], strict=True):
                    lowest, highest = reached.get(after, (low + gain, high + gain))
                    reached[after] = min(lowest, low + gain), max(highest, high + gain)
        step = gcd(*(one - other for row in self._gains for one, other in pairwise(row)))
        return count // (step or 1)

    def passed(self) -> Fraction:
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
                        moved = {gained: over * chance.numerator for gained, over in standings.items()}
                        self._arrive(after, moved, under * chance.denominator)
                else:
                    ways, gains = self._graph.ways[state], self._gains[state]
                    for after, gain in zip(ways, gains, strict=True):
                        moved = {gained + gain: over for gained, over in standings.items()} if gain else standings
                        self._arrive(after, moved, under * len(ways))
        return self._certain.fraction()

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
        for gained, over in arriving.items():
            if gained + least >= 0 and safe:
                certain += over
            elif gained + most >= 0:
                here[gained] = here.get(gained, 0) + over
        if certain:
            self._certain.add(certain, under)

    def _match(self, state: int, arriving: dict[int, int], under: int) -> tuple[int, dict[int, int]]:
        """Bring what is there and what arrives over a common denominator."""
        common = lcm(self._unders[state], under)
        factor = common // self._unders[state]
        here = self._standings[state]
        for gained in here if factor > 1 else ():
            here[gained] *= factor
        self._unders[state] = common
        return common, {gained: over * (common // under) for gained, over in arriving.items()}

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
