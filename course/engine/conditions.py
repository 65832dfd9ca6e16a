"""What conditions ask, and which way a scenario goes on because of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from course.model import Branch, Condition, Contact, Contacts
from course.model.record import Record


class What(StrEnum):
    """What can have happened on a path, beside contacts."""

    BEEN = "been"
    CHOSE = "chose"
    BROKE = "broke"
    FOLLOWED = "followed"


class Fact(Record, cache_hash=True):
    """One thing that a condition asks for: that something of this id has happened."""

    what: What
    id: str


class Logged(Record):
    """One contact of the log: on which day the learner made it, and what it was."""

    day: int
    contact: Contact


class Past(Protocol):
    """What went before, as far as conditions ask for it."""

    def has(self, condition: Condition) -> bool:
        """Whether all has happened on the path that stands now that the condition asks for by itself, beside
        contacts."""

    def made(self, contacts: Contacts) -> tuple[int, ...]:
        """The days of the latest such contacts, the oldest first, and no more of them than are asked for."""


def holds(condition: Condition, past: Past) -> bool:
    """Whether all that the condition asks for is so."""
    return (
        past.has(condition)
        and (condition.contacts is None or len(past.made(condition.contacts)) >= condition.contacts.least)
        and not (condition.opposite is not None and holds(condition.opposite, past))
        and (not condition.any or any(holds(each, past) for each in condition.any))
    )


def next_scene(branches: Iterable[Branch], past: Past) -> str:
    """The id of the scene to go to: that of the first branch whose condition holds.

    Raises LookupError when no branch holds, which the reader rules out.
    """
    for branch in branches:
        if holds(branch.when, past):
            return branch.next
    raise LookupError("no branch holds, and none is without conditions")


@lru_cache(maxsize=10_000)
def facts(condition: Condition) -> tuple[Fact, ...]:
    """What a condition asks for by itself, leaving aside what stands under `not` and `any`. Asked for at every state
    of a scenario, and so worked out once."""
    asked = (
        (What.BEEN, condition.been),
        (What.CHOSE, condition.chose),
        (What.BROKE, condition.broke),
        (What.FOLLOWED, condition.followed),
    )
    return tuple(Fact(what, each) for what, ids in asked for each in ids)


def parts(condition: Condition) -> Iterator[Condition]:
    """The condition and every one within it."""
    yield condition
    for each in (*condition.any, *([condition.opposite] if condition.opposite is not None else [])):
        yield from parts(each)


def fits(contact: Contact, asked: Contacts) -> bool:
    """Whether it is one of those that are asked for, whenever it was made."""
    return (
        (not asked.person or contact.person == asked.person)
        and (asked.medium is None or contact.medium is asked.medium)
        and (not asked.kind or contact.kind == asked.kind)
    )
