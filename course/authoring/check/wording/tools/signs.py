"""Signs that a test-wise guesser goes by, and whether advised choices carry one more often than chance allows.

What chance alone would do is worked out exactly: the odds that a sign falls on advised choices so often by accident.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import comb, exp, lgamma, log
from operator import mul

from course.authoring.check.finding import Address, Found
from course.authoring.check.wording.tools.items import Item
from course.model.record import Record

RARE = 0.01
"""What chance does less often than this is taken for a pattern: one clean course in a hundred is suspected wrongly.
A check that looks at a course in several ways shares this among them."""
_NOTHING = 1e-22
"""Too small to change any sum that is compared with RARE."""
_OTHERS = 3
"""So many more places are named with a pattern's first."""

Sign = Callable[[Item], Sequence[int]]
"""Which of an item's choices carry the sign: none, one, or several."""


def longest(item: Item) -> Sequence[int]:
    """The choices that say most."""
    return _all_of(max, item)


def shortest(item: Item) -> Sequence[int]:
    """The choices that say least."""
    return _all_of(min, item)


def first(item: Item) -> Sequence[int]:
    """The choice that was written first."""
    return (0,) if item.options else ()


def last(item: Item) -> Sequence[int]:
    """The choice that was written last."""
    return (len(item.options) - 1,)


def middle(item: Item) -> Sequence[int]:
    """The choice in the middle, or both of them; none where there are only two."""
    of = len(item.options)
    return range((of - 1) // 2, of // 2 + 1) if of > 2 else ()


def _all_of(most: Callable[[list[int]], int], item: Item) -> Sequence[int]:
    lengths = item.lengths
    wanted = most(lengths)
    if lengths.count(wanted) == 1:
        return (lengths.index(wanted),)
    return [which for which, length in enumerate(lengths) if length == wanted]


class Pattern(Record):
    """A sign that falls on advised choices, or spares them, more often than chance allows."""

    hits: int
    of: int
    """The scenes that could tell."""
    expected: Fraction
    places: tuple[Address, ...]
    """Choices that show it, first those in the scenario that shows it most."""

    @property
    def numbers(self) -> str:
        """Like "21 of 40 scenes; chance would give about 12"."""
        return f"{self.hits} of {self.of} scenes; chance would give about {round(self.expected)}"

    def found(self, code: str, message: str, mend: str) -> Found:
        """The finding, at the worst place, with a few others."""
        first, *others = self.places
        return Found(code, first, message, mend, also=tuple(others[:_OTHERS]))


def pattern(items: Sequence[Item], sign: Sign, rare: float, *, spared: bool = False) -> Pattern | None:
    """The pattern, if chance shows it as often with less than that probability.

    It holds at an item where an advised choice carries the sign; or, if `spared`, where none of them does.
    """
    kinds: Counter[tuple[int, int, int]] = Counter()
    shown: list[tuple[Item, int]] = []
    for item in items:
        advised, marked = item.advised, sign(item)
        if 0 < len(marked) < len(advised):  # what no choice carries, or every choice, tells nothing
            kinds[len(advised), advised.count(True), len(marked)] += 1
            on = [which for which in marked if advised[which]]
            if bool(on) is not spared:
                shown.append((item, (on or marked)[0]))
    draws = {Draw(*kind, spared): count for kind, count in kinds.items()}
    mean = expected(draws)
    if len(shown) <= mean or at_least(draws, len(shown)) >= rare:
        return None
    scenes = sum(draws.values())
    return Pattern(len(shown), scenes, mean, _places(items, shown, mean / scenes))


def _places(items: Iterable[Item], shown: Sequence[tuple[Item, int]], usual: Fraction) -> tuple[Address, ...]:
    """Those of the file first that shows it most above what is usual among so many items."""
    excess = {file: -usual * count for file, count in Counter(item.file for item in items).items()}
    for item, _ in shown:
        excess[item.file] += 1
    ranked = sorted(shown, key=lambda each: -excess[each[0].file])
    return tuple(item.at(which) for item, which in ranked)


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
