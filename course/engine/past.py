"""What went before in a play, for conditions, passages and facts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Protocol

from course.engine.conditions import Fact, Logged, What, facts, fits
from course.engine.outcome import Answer
from course.model import Condition, Contact, Contacts
from course.model.record import Record


class Visited(Record):
    """A scene that the path came to, and the day on which it did."""

    scene: str
    day: int
    decided: int
    """How many of the path's decisions had been made by then."""


class Answered(Protocol):
    """What a path knows of a decision."""

    @property
    def scene(self) -> str: ...
    @property
    def day(self) -> int: ...
    @property
    def answer(self) -> Answer: ...
    @property
    def follows(self) -> tuple[str, ...]: ...
    @property
    def avoids(self) -> tuple[str, ...]: ...
    @property
    def broken(self) -> tuple[str, ...]: ...
    @property
    def contact(self) -> Contact | None: ...


class Path:
    """The path that stands now: the scenes it came through and what was decided there, up to `today`. Most of what it
    knows is never asked for, and so gathered only then."""

    def __init__(self, trail: Iterable[Visited], decisions: Iterable[Answered], today: int) -> None:
        self._trail = tuple(trail)
        self._decisions = tuple(decisions)
        self._today = today

    def then(self, decisions: Iterable[Answered]) -> Path:
        """The same once this has been decided, too."""
        return Path(self._trail, (*self._decisions, *decisions), self._today)

    @cached_property
    def log(self) -> tuple[Logged, ...]:
        """The contacts, in the order in which they were made."""
        return tuple(Logged(each.contact.on(each.day), each.contact) for each in self._decisions if each.contact)

    @cached_property
    def _chose(self) -> frozenset[str]:
        return frozenset(name for each in self._decisions for name in names(each.scene, each.answer))

    def happened(self, fact: Fact) -> bool:
        """Whether that has happened on this path."""
        match fact.what:
            case What.BEEN:
                return any(each.scene == fact.id for each in self._trail)
            case What.CHOSE:
                return fact.id in self._chose
            case What.BROKE:
                return any(fact.id in each.broken for each in self._decisions)
            case What.FOLLOWED:
                return any(fact.id in each.follows or fact.id in each.avoids for each in self._decisions)

    def has(self, condition: Condition) -> bool:
        """Whether all has happened that the condition asks for by itself."""
        return all(map(self.happened, facts(condition)))

    def made(self, contacts: Contacts) -> tuple[int, ...]:
        """The days of the latest such contacts, the oldest first, and no more of them than are asked for."""
        since = self._today - contacts.days if contacts.days is not None else -1
        days = sorted(each.day for each in self.log if each.day > since and fits(each.contact, contacts))
        return tuple(days[-contacts.least :])


def names(scene: str, answer: Answer) -> tuple[str, str]:
    """What conditions call the option of an answer: by its id, or by its scene and its id. Of a calendar and of a
    message, an answer ends with the id of the option; of a sort with a side, which nobody calls an option."""
    option = answer[-1]
    return option, f"{scene}/{option}"


NOWHERE = Path((), (), 0)
"""Where nothing has happened yet."""
