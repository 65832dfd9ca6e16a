"""What chance alone would do: the exact odds that a sign falls on advised choices so often, by accident."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from math import comb, exp, lgamma, log
from operator import mul

from course.model.record import Record

RARE = 0.01
"""What chance does less often than this is taken for a pattern: one clean course in a hundred is suspected wrongly.
A check that looks at a course in several ways shares this among them."""
_NOTHING = 1e-22
"""Too small to change any sum that is compared with RARE."""


class Draw(Record):
    """A scene's choices as an urn: so many of them, so many advised, so many that carry some sign."""

    of: int
    advised: int
    marked: int
    spared: bool = False
    """Whether it hits when the sign spares the advised choices, and not when it falls on one."""

    @property
    def chance(self) -> Fraction:
        """That it hits, if the sign has nothing to do with advice."""
        none = Fraction(comb(self.of - self.marked, self.advised), comb(self.of, self.advised))
        return none if self.spared else 1 - none


def expected(draws: Mapping[Draw, int]) -> Fraction:
    """How many of these draws hit on average. Each stands with the number of scenes that are like it."""
    return sum((draw.chance * count for draw, count in draws.items()), Fraction(0))


def at_least(draws: Mapping[Draw, int], hits: int) -> float:
    """The chance of so many hits or more: a binomial, or where scenes differ, the sum of one for each kind of scene."""
    low, chances = 0, [1.0]
    for draw, count in draws.items():
        start, more = _binomial(count, draw.chance)
        low, chances = low + start, _sums(chances, more)
    return min(1.0, sum(chances[max(0, hits - low) :]))


@lru_cache(maxsize=64)
def _binomial(count: int, chance: Fraction) -> tuple[int, list[float]]:
    """The chances of each number of hits, from the first that is not next to impossible."""
    if chance in (0, 1):
        return int(count * chance), [1.0]
    hit, miss = log(chance), log(1 - chance)
    whole = lgamma(count + 1)
    row = [
        exp(whole - lgamma(hits + 1) - lgamma(count - hits + 1) + hits * hit + (count - hits) * miss)
        for hits in range(count + 1)
    ]
    likely = [hits for hits, each in enumerate(row) if each > _NOTHING]
    return likely[0], row[likely[0] : likely[-1] + 1]


def _sums(one: list[float], other: list[float]) -> list[float]:
    """The chances of each sum of two numbers of hits."""
    short, long = sorted((one, other), key=len)
    padded = [0.0] * (len(short) - 1) + long + [0.0] * (len(short) - 1)
    turned = short[::-1]
    return [sum(map(mul, turned, padded[at : at + len(short)])) for at in range(len(long) + len(short) - 1)]
