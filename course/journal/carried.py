"""A learner's journal as data, to be carried to another machine and merged with what is there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from course.journal.contradictions import contradiction
from course.journal.decision_rows import DecisionRow
from course.journal.event_rows import row_to_event
from course.journal.records import Beginning, Dispute, Practised
from course.model import Side
from course.model.encoding import from_json, to_json
from course.model.record import Record

VERSION = 1


class CarriedEvent(Record):
    """An event of an attempt."""

    at: datetime
    kind: str
    particulars: dict[str, Any]
    decisions: tuple[DecisionRow, ...]
    scene: str
    title: str
    day: int
    ending: Side | None


class CarriedAttempt(Record):
    """An attempt, and all that happened in it."""

    beginning: Beginning
    events: tuple[CarriedEvent, ...]
    given_up: datetime | None


class CarriedDispute(Dispute):
    """A dispute, and the course it is about."""

    course: str
    version: str


class CarriedPractice(Practised):
    """How a rule went that came back, and in which course."""

    course: str


class Carried(Record):
    """All of one learner."""

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


def read_carried(text: bytes) -> Carried:
    """The data. Raises ValueError when it is anything else, or contradicts itself, and says where."""
    found = from_json(text, Carried)
    if found.journal != VERSION:
        raise ValueError(f"it is of version {found.journal}, and this program reads version {VERSION}")
    for number, attempt in enumerate(found.attempts, 1):
        events = [row_to_event(event.kind, to_json(event.particulars)) for event in attempt.events]
        wrong = contradiction(attempt, events)
        if wrong:
            raise ValueError(f"attempt {number}, at {attempt.beginning.scenario}: {wrong}")
    return found
