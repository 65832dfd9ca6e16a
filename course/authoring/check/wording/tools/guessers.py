"""The battery of test-wise guessers: how somebody scores who knows the tricks of tests and reads no scenario."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from course.authoring.check.wording.tools.items import Item, Items
from course.authoring.check.wording.tools.model import WordModel
from course.authoring.check.wording.tools.signs import Sign, first, last, longest, middle, shortest
from course.engine import judging
from course.model.record import Record

PLACES: dict[str, Sign] = {"first": first, "middle": middle, "last": last}
LENGTHS: dict[str, Sign] = {"longest": longest, "shortest": shortest}


class Guesser(Record):
    """One way to answer without reading, and what it is worth."""

    name: str
    """blind, first, middle, last, longest, shortest or words."""
    score: Fraction
    """The share that it gets on average of all decisions of the course, each counted once."""
    chance: Fraction
    """What a blind guesser gets at the same decisions; any more than that is a leak."""
    decisions: int
    scenarios: Mapping[str, Fraction]
    """Its score in each scenario that has decisions, by id."""


def battery(items: Items) -> tuple[Guesser, ...]:
    """Every guesser, the blind one first; none in a course without decisions.

    None of them picks what is neither do nor don't, which is no decision. One that goes by places picks blindly where
    choices are shuffled, and so does each where no choice has its sign.
    """
    weighed = items.weighed
    if not weighed:
        return ()
    sheet = _Sheet(weighed)
    guessers = [sheet.score("blind", [()] * len(weighed))]
    for name, sign in (PLACES | LENGTHS).items():
        blind = name in PLACES
        guessers.append(sheet.score(name, [() if blind and item.shuffled else sign(item) for item in weighed]))
    model = WordModel(weighed, items.sayings)
    sheet = sheet if len(model.items) == len(weighed) else _Sheet(model.items)
    return (*guessers, sheet.score("words", [guess.marked for guess in model.guesses()]))


class _Sheet:
    """What each choice of many items is worth, in whole numbers, so that sums are exact and quick."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._whole = lcm(*range(1, 1 + max(len(item.options) for item in items)))
        self._worths = [judging.worths_of(item.verdicts) for item in items]
        self._counts = Counter([item.scenario for item in items])
        self._blind = self._sums([()] * len(items))

    def score(self, name: str, marks: Iterable[Sequence[int]]) -> Guesser:
        """The guesser that picks any one of these choices at each item; where there are none, blindly."""
        sums = self._sums(marks)
        whole = judging.FULL * self._whole
        shares = {scenario: Fraction(got, whole * self._counts[scenario]) for scenario, got in sums.items()}
        return Guesser(name, self._share(sums), self._share(self._blind), len(self._items), shares)

    def _sums(self, marks: Iterable[Sequence[int]]) -> dict[str, int]:
        sums = dict.fromkeys(self._counts, 0)
        whole = self._whole
        for item, worths, marked in zip(self._items, self._worths, marks, strict=True):
            if marked:
                got = worths[marked[0]] if len(marked) == 1 else sum([worths[which] for which in marked])
                sums[item.scenario] += got * whole // len(marked)
            else:
                sums[item.scenario] += sum(worths) * whole // len(worths)
        return sums

    def _share(self, sums: Mapping[str, int]) -> Fraction:
        return Fraction(sum(sums.values()), judging.FULL * self._whole * len(self._items))
