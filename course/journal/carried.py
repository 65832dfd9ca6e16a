"""A learner's journal as data, to be carried to another machine and merged with what is there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from course.journal.decision_rows import DecisionRow
from course.journal.records import Beginning, Dispute, Practiced
from course.model import Side
from course.model.record import Record, Whole

VERSION = 1
_FIRST, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
"""What a clock shows. Nearer to the ends of the calendar nobody can reckon with a day."""


def _in_time(*dates: datetime | None) -> None:
    """Raises ValueError where one of them is no day of anybody's."""
    for each in dates:
        if each is not None and (each.tzinfo is None or not _FIRST <= each < _LAST):
            raise ValueError(f"nothing can have been done at {each.isoformat()}")


class CarriedEvent(Record):
    """An event of an attempt."""

    at: datetime
    kind: str
    particulars: dict[str, Any]
    decisions: tuple[DecisionRow, ...]
    scene: str
    title: str
    day: Whole
    ending: Side | None

    def __post_init__(self) -> None:
        _in_time(self.at)


class CarriedAttempt(Record):
    """An attempt, and all that happened in it."""

    beginning: Beginning
    events: tuple[CarriedEvent, ...]
    given_up: datetime | None

    def __post_init__(self) -> None:
        _in_time(self.beginning.began, self.given_up)


class CarriedDispute(Dispute):
    """A dispute, and the course it is about."""

    course: str
    version: str

    def __post_init__(self) -> None:
        _in_time(self.at)


class CarriedPractice(Practiced):
    """How a rule went that came back, and in which course."""

    course: str

    def __post_init__(self) -> None:
        _in_time(self.at)


class Carried(Record):
    """Everything that is kept of one learner, to be carried to another machine."""

    journal: int
    """The version of this form."""
    attempts: tuple[CarriedAttempt, ...]
    disputes: tuple[CarriedDispute, ...]
    practice: tuple[CarriedPractice, ...]


class Merged(Record):
    """What a merge has come to."""

    attempts: int
    """Attempts that were new here, or went further there."""
    known: int
    """Attempts that were here already, and as far."""
    differing: int
    """Attempts that went another way here; they stay as they are here."""
