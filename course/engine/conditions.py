"""The contact log, and which way a scenario goes on because of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course.model import Branch, Condition, Contact
from course.model.record import Record


class Logged(Record):
    """One contact of the log: on which day the learner made it, and what it was."""

    day: int
    contact: Contact


def next_scene(branches: Iterable[Branch], log: Iterable[Logged], broken: Collection[str], today: int) -> str:
    """The id of the scene to go to: that of the first branch whose condition holds.

    `log` holds the contacts made so far, `broken` the ids of the rules broken so far, both including the
    answer just given. Raises LookupError when no branch holds, which the reader rules out.
    """
    log = tuple(log)
    for branch in branches:
        if holds(branch.when, log, broken, today):
            return branch.next
    raise LookupError("no branch holds, and none is without conditions")


def holds(condition: Condition, log: tuple[Logged, ...], broken: Collection[str], today: int) -> bool:
    """Whether all that the condition asks for is so."""
    return _enough(condition, log, today) and all(rule in broken for rule in condition.broke)


def _enough(condition: Condition, log: tuple[Logged, ...], today: int) -> bool:
    if condition.contacts is None:
        return True
    since = today - condition.days if condition.days is not None else -1
    return sum(each.day > since for each in log) >= condition.contacts
