"""A word model: it learns which words advised choices use, and guesses at scenes that it has not seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

from course.authoring.check.wording.tools.items import Item
from course.authoring.check.wording.tools.sayings import Sayings
from course.model.record import Record

MOST = 500
"""So many scenes are learned from and guessed at. What tells the answer in seven scenes more of a hundred shows in as
many; with more scenes it would take longer to be told of less."""

_Bag = list[frozenset[str]]
"""The words of each choice of an item."""


class Guess(Record):
    """What the model says of an item, having learned from all others."""

    marked: tuple[int, ...]
    """The choices that sound most advised."""
    margin: float
    """How far they are ahead of the next; the logarithm of odds."""


class Telling(Record):
    """A word, and what it says of a choice."""

    word: str
    advised: int
    """So many advised choices use it."""
    wrong: int
    weight: float
    """How many standard errors its logarithm of odds is above that of a word that says nothing."""


class WordModel:
    """Naive Bayes over the words of each choice, advised or not, each item guessed at without what it taught."""

    def __init__(self, items: Sequence[Item], sayings: Sayings) -> None:
        step = -(-len(items) // MOST) or 1
        self.items = items[::step]
        self._bags = [_bag(item, sayings) for item in self.items]
        self._advised, self._wrong = Counter[str](), Counter[str]()
        for item, bag in zip(self.items, self._bags, strict=True):
            for advised, words in zip(item.advised, bag, strict=True):
                (self._advised if advised else self._wrong).update(words)
        choices = sum(len(item.advised) for item in self.items)
        good = sum(item.advised.count(True) for item in self.items)
        # One more use of every word is imagined, shared out as choices are, so that a word not seen says nothing.
        self._share = good / choices if choices else 0.0
        most = max([0, *self._advised.values(), *self._wrong.values()])
        self._for = [log(1 + uses / self._share) for uses in range(most + 1)] if self._share > 0 else []
        self._against = [log(1 + uses / (1 - self._share)) for uses in range(most + 1)] if self._share < 1 else []

    def guesses(self) -> list[Guess]:
        """A guess for each item, in their order. Where all choices are advised, or none is, nothing can be learned."""
        if not self._for or not self._against:
            return [Guess((), 0.0)] * len(self.items)
        return [self._guess(item, bag) for item, bag in zip(self.items, self._bags, strict=True)]

    def _guess(self, item: Item, bag: _Bag) -> Guess:
        here_advised, here_wrong = Counter[str](), Counter[str]()
        for advised, words in zip(item.advised, bag, strict=True):
            (here_advised if advised else here_wrong).update(words)
        says = {
            word: self._for[self._advised[word] - here_advised[word]]
            - self._against[self._wrong[word] - here_wrong[word]]
            for word in (here_advised | here_wrong)
        }
        sums = [sum(map(says.__getitem__, sorted(words))) for words in bag]
        return _best(sums)

    def telling(self) -> list[Telling]:
        """Every word, the most telling first."""
        words = [self._telling(word) for word in self._advised | self._wrong]
        return sorted(words, key=lambda each: (-abs(each.weight), each.word))

    def _telling(self, word: str) -> Telling:
        advised, wrong = self._advised[word], self._wrong[word]
        error = sqrt(1 / (advised + self._share) + 1 / (wrong + 1 - self._share))
        return Telling(word, advised, wrong, (self._for[advised] - self._against[wrong]) / error)


def _bag(item: Item, sayings: Sayings) -> _Bag:
    return [frozenset(sayings.words(number)) for number in item.numbers]


def _best(sums: Iterable[float]) -> Guess:
    rounded = [round(each, 9) for each in sums]
    best = max(rounded)
    below = [each for each in rounded if each < best]
    return Guess(tuple(which for which, each in enumerate(rounded) if each == best), best - max(below, default=best))
