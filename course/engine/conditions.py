"""The contact log, and which way a story goes on because of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course.model import Branch
from course.model.record import Record


class Contact(Record):
    """One contact the learner made: on which day since the interview, and what it was."""

    day: int
    what: str


def next_scene(branches: Iterable[Branch], log: Iterable[Contact], broken: Collection[str], today: int) -> str:
    """The id of the scene to go to: that of the first branch whose conditions all hold.

    `log` holds the contacts made so far, `broken` the ids of the rules broken so far, both including the
    answer just given. Raises LookupError when no branch holds, which the reader rules out.
    """
    log = tuple(log)
    for branch in branches:
        if _enough(branch, log, today) and all(rule in broken for rule in branch.broke):
            return branch.go
    raise LookupError("no branch holds, and none is without conditions")


def _enough(branch: Branch, log: tuple[Contact, ...], today: int) -> bool:
    if branch.contacts is None:
        return True
    since = today - branch.days if branch.days is not None else -1
    return sum(contact.day > since for contact in log) >= branch.contacts
