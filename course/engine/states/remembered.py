"""What is remembered of a past. It answers conditions as a whole path does."""

from __future__ import annotations

from collections.abc import Container, Iterable

from course.engine.conditions import Fact
from course.engine.states.need import Need
from course.model import Contacts
from course.model.record import Record


class Bits:
    """Facts as the bits of a number, so that many of them cost no more than one."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._bits = {fact: 1 << number for number, fact in enumerate(facts)}
        self._known: dict[frozenset[Fact], int] = {}

    def bit(self, fact: Fact) -> int:
        """The number of one fact; 0 for one that nothing asks for."""
        return self._bits.get(fact, 0)

    def of(self, facts: frozenset[Fact]) -> int:
        """The number of all of them together."""
        found = self._known.get(facts)
        if found is None:
            found = self._known[facts] = sum(map(self.bit, facts))
        return found


Made = tuple[tuple[Contacts, tuple[int, ...]], ...]
"""Of each kind of contact that is asked for, the days of the latest; days that do not matter are 0."""


class Remembered(Record, cache_hash=True):
    """As much of what went before as can still matter."""

    bits: Bits
    facts: int = 0
    """What has happened, in these bits."""
    contacts: Made = ()
    today: int = 0

    def only(self, need: Need) -> Remembered:
        """No more of it than that."""
        today = self.today if any(each.days is not None for each in need.contacts) else 0
        return Remembered(self.bits, self.facts & self.bits.of(need.facts), self.only_contacts(need.contacts), today)

    def happened(self, fact: Fact) -> bool:
        """Whether that has happened, as far as anything still asks for it."""
        return bool(self.facts & self.bits.bit(fact))

    def made(self, contacts: Contacts) -> tuple[int, ...]:
        """The days of the latest such contacts, the oldest first."""
        days = self.days(contacts)
        return days if contacts.days is None else tuple(day for day in days if day > self.today - contacts.days)

    def days(self, contacts: Contacts) -> tuple[int, ...]:
        """The same, with those that lie too far back today."""
        return next((days for each, days in self.contacts if each == contacts), ())

    def only_contacts(self, asked: Container[object]) -> Made:
        """What is remembered of these kinds of contact."""
        return tuple([each for each in self.contacts if each[0] in asked]) if self.contacts else ()
