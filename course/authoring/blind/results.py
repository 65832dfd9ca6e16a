"""What blind readers' answers amount to, beside somebody who guesses.

An option where people differ is neither right nor wrong: who takes it has not answered, and a guesser is given the
others to guess from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

from course.authoring.blind.chance import at_least, expected
from course.authoring.blind.items import Group, Item
from course.model import Verdict
from course.model.record import Record

Key = TypeVar("Key", bound=Hashable)


class Reader(Record):
    """Somebody who answered a sheet, and what they took."""

    name: str
    answers: Mapping[str, int]
    """By the mark of its item, the number of the option that was taken."""


class Count(Record):
    """Answers counted together: how many are right, and how far luck alone would bring one."""

    right: int
    of: int
    """Those that are right or wrong."""
    neither: int
    """Those where people differ."""
    chance: Fraction
    """The share that somebody who guesses has right on average; 0 where nothing was answered."""
    luck: Fraction
    """How likely it is that somebody who guesses has as many right, or more."""

    @property
    def share(self) -> Fraction:
        """The share of the right answers, those left out where people differ."""
        return Fraction(self.right, self.of) if self.of else Fraction(0)


class Agreement(Record):
    """How often two readers took the same option of an item."""

    same: int
    of: int
    """Pairs of readers who both answered, over all items that count."""
    chance: Fraction
    """How many such pairs of guessers would agree on average."""


class Asked(Record):
    """One item, and what readers made of it."""

    item: Item
    taken: tuple[int, ...]
    """How many took each option, in the item's order."""

    @property
    def right(self) -> int:
        """Readers who took a do."""
        return sum(self._taken(Verdict.DO))

    @property
    def of(self) -> int:
        """Readers who were right or wrong."""
        return sum(self._taken(Verdict.DO, Verdict.MIXED, Verdict.DONT))

    def _taken(self, *verdicts: Verdict) -> Iterable[int]:
        pairs = zip(self.item.options, self.taken, strict=True)
        return (number for option, number in pairs if option.verdict in verdicts)


class Results(Record):
    """All there is to say."""

    whole: Count
    """Of what counts, by all readers together."""
    with_tone: Count
    """The same, and the items of tone."""
    readers: tuple[tuple[str, Count], ...]
    groups: Mapping[Group, Count]
    """Every group in which something was answered, also those that are reported apart."""
    scenarios: Mapping[str, Count]
    agreement: Agreement | None
    """None where no two readers answered the same item."""
    asked: tuple[Asked, ...]

    @property
    def needless(self) -> tuple[Asked, ...]:
        """Items that needed no situation: most of those who answered were right. Those first that all got right."""
        found = (each for each in self.asked if each.right * 2 > each.of)
        return tuple(sorted(found, key=lambda each: Fraction(-each.right, each.of)))


_Answer = tuple[Item, int]


def results(items: Sequence[Item], readers: Sequence[Reader]) -> Results:
    """What these readers' answers to these items amount to; answers to others are left aside."""
    known = {item.mark: item for item in items}
    given = [[(known[mark], number) for mark, number in each.answers.items() if mark in known] for each in readers]
    together = [answer for answers in given for answer in answers]
    counted = [answer for answer in together if not answer[0].group.apart]
    return Results(
        whole=_count(counted),
        with_tone=_count(answer for answer in together if answer[0].group is Group.TONE or not answer[0].group.apart),
        readers=tuple(
            (reader.name, _count(answer for answer in answers if not answer[0].group.apart))
            for reader, answers in zip(readers, given, strict=True)
        ),
        groups=_by(lambda item: item.group, together, Group),
        scenarios=_by(lambda item: item.scenario, counted, dict.fromkeys(item.scenario for item in items)),
        agreement=_agreement(items, readers),
        asked=_asked(items, together),
    )


def _count(answers: Iterable[_Answer]) -> Count:
    verdicts = [(item, item.options[number].verdict) for item, number in answers]
    decided = [(item.dos, item.mistakes) for item, verdict in verdicts if verdict is not Verdict.EITHER]
    right = sum(verdict is Verdict.DO for _, verdict in verdicts)
    chance = expected(decided) / len(decided) if decided else Fraction(0)
    return Count(right, len(decided), len(verdicts) - len(decided), chance, at_least(right, decided))


def _by(key: Callable[[Item], Key], answers: Iterable[_Answer], order: Iterable[Key]) -> dict[Key, Count]:
    found: dict[Key, list[_Answer]] = {each: [] for each in order}
    for answer in answers:
        found[key(answer[0])].append(answer)
    return {each: _count(some) for each, some in found.items() if some}


def _agreement(items: Iterable[Item], readers: Sequence[Reader]) -> Agreement | None:
    same, chances = 0, list[Fraction]()
    for item in items:
        taken = [reader.answers[item.mark] for reader in readers if item.mark in reader.answers]
        if not item.group.apart:
            pairs = [one == other for one, other in combinations(taken, 2)]
            same += sum(pairs)
            chances += [Fraction(1, len(item.options))] * len(pairs)
    return Agreement(same, len(chances), sum(chances, Fraction(0))) if chances else None


def _asked(items: Iterable[Item], answers: Iterable[_Answer]) -> tuple[Asked, ...]:
    taken = Counter((item.mark, number) for item, number in answers)
    return tuple(Asked(each, tuple(taken[each.mark, number] for number in range(len(each.options)))) for each in items)
