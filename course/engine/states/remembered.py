"""What is remembered of a past. It answers conditions as a whole path does."""

from __future__ import annotations

from collections.abc import Container, Iterable

from course.engine.conditions import Fact, What, facts, fits
from course.engine.outcome import Outcome
from course.engine.states.need import added
from course.model import Condition, Contact, Contacts
from course.model.record import Record


class Bits:
    """Facts as the bits of a number, so that many of them cost no more than one."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._bits = {fact: 1 << number for number, fact in enumerate(facts)}
        self._known: dict[frozenset[Fact], int] = {}
        self._of: dict[What, dict[str, int]] = {what: {} for what in What}
        for fact, bit in self._bits.items():
            self._of[fact.what][fact.id] = bit
        self._asked: dict[Condition, int] = {}

    def bit(self, fact: Fact) -> int:
        """The number of one fact; 0 for one that nothing asks for."""
        return self._bits.get(fact, 0)

    def of(self, facts: frozenset[Fact]) -> int:
        """The number of all of them together."""
        found = self._known.get(facts)
        if found is None:
            found = self._known[facts] = sum(map(self.bit, facts))
        return found

    def asked(self, condition: Condition) -> int:
        """The number of all that a condition asks for by itself; NEVER where some of that is not among these facts."""
        found = self._asked.get(condition)
        if found is None:
            bits = [self.bit(each) for each in facts(condition)]
            found = self._asked[condition] = sum({*bits}) if all(bits) else NEVER
        return found

    def added(self, scene: str, outcome: Outcome) -> int:
        """The number of what an answer adds to what has happened."""
        found = 0
        for what, ids in added(scene, outcome):
            if bits := self._of[what]:
                for each in ids:
                    found |= bits.get(each, 0)
        return found


NEVER = -1
"""All bits there could be: no past has them."""

Made = tuple[tuple[Contacts, tuple[int, ...]], ...]
"""Of each kind of contact that is asked for, the days of the latest; days that do not matter are 0."""


class Remembered(Record, cache_hash=True):
    """As much of what went before as can still matter."""

    bits: Bits
    facts: int = 0
    """What has happened, in these bits."""
    contacts: Made = ()
    today: int = 0

    def has(self, condition: Condition) -> bool:
        """Whether all has happened that the condition asks for by itself, as far as anything still asks for it."""
        asked = self.bits.asked(condition)
        return self.facts & asked == asked

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


def with_contact(made: Made, contact: Contact, day: int, asked: Iterable[Contacts]) -> Made:
    """The contacts with one more; of each kind that is asked for, no more than are."""
    found = dict(made)
    more = False
    for each in asked:
        days = found.get(each, ())
        if fits(contact, each) and not (each.days is None and len(days) == each.least):
            more = True
            found[each] = tuple(sorted((*days, day if each.days is not None else 0))[-each.least :])
    # Always in one order, so that equal pasts are equal.
    return tuple((each, found[each]) for each in asked if each in found) if more else made
