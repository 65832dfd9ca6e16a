"""How likely a blind guesser, who takes every answer of a scene with the same chance, gets to each state.

Chances are kept as whole numbers over a common denominator as long as they are added up; a fraction in lowest
terms after each step would take many times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from course.authoring.odds.graph import Graph

LARGEST_LOOP = 150
"""States on loops together for which it is worked out where a guesser leaves them."""


class LoopTooLarge(Exception):
    """A scenario turns round in so many states that its odds cannot be worked out in reasonable time."""


class Sum:
    """A sum of chances, not in lowest terms."""

    def __init__(self) -> None:
        self.over = 0
        self.under = 1

    def add(self, over: int, under: int) -> None:
        """Add over/under."""
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
        for after in following:
            found[after].add(here.over, under)
    return found


def exits(graph: Graph, part: Sequence[int]) -> dict[int, dict[int, Fraction]]:
    """For each state of a loop, which states outside it a guesser comes to in the end, and how likely.

    The chances satisfy x = Qx + R, with Q the steps inside and R those out of it; solved by elimination.
    From a loop without a way out, they come to none.
    """
    if len(part) > LARGEST_LOOP:
        raise LoopTooLarge
    place = {state: row for row, state in enumerate(part)}
    inside: list[dict[int, Fraction]] = []
    outside: list[dict[int, Fraction]] = []
    for state in part:
        step = Fraction(1, len(graph.ways[state]))
        within: dict[int, Fraction] = {place[state]: Fraction(1)}
        out: dict[int, Fraction] = {}
        for after in graph.ways[state]:
            if after in place:
                within[place[after]] = within.get(place[after], Fraction(0)) - step
            else:
                out[after] = out.get(after, Fraction(0)) + step
        inside.append(within)
        outside.append(out)
    if not any(outside):
        return {state: {} for state in part}
    _eliminate(inside, outside)
    return dict(zip(part, outside, strict=True))


def _eliminate(inside: list[dict[int, Fraction]], outside: list[dict[int, Fraction]]) -> None:
    """Gauss and Jordan's elimination; afterwards `outside` holds the solution, row by row."""
    for pivot in range(len(inside)):
        scale = inside[pivot].pop(pivot)
        for values in (inside[pivot], outside[pivot]):
            for column in values:
                values[column] /= scale
        for row in range(len(inside)):
            factor = inside[row].pop(pivot, None) if row != pivot else None
            if factor is None:
                continue
            for target, source in ((inside[row], inside[pivot]), (outside[row], outside[pivot])):
                for column, value in source.items():
                    target[column] = target.get(column, Fraction(0)) - factor * value
