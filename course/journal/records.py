"""What the journal gives back, and what it raises."""

from __future__ import annotations

from datetime import datetime

from course.engine.decision import Decision
from course.model import Side
from course.model.record import Record


class OpenAttempt(Record):
    """An attempt that was begun and can be gone on with."""

    id: int
    scenario: str
    seed: int
    extra_minute: bool
    began: datetime
    last: datetime
    scene: str
    day: int
    title: str
    """The title of the scene it stands at."""
    decisions: int


class Attempt(Record):
    """One play of a scenario, as it was judged then."""

    id: int
    scenario: str
    version: str
    seed: int
    began: datetime
    ended: datetime | None
    ending: Side | None
    """The side of the first ending reached, or None."""
    decisions: tuple[Decision, ...]


class Dispute(Record):
    """A learner sees the judgement of one answer differently."""

    scenario: str
    scene: str
    item: str
    revision: str
    answer: tuple[str, ...]
    said: str
    why: str
    at: datetime


class Practised(Record):
    """A rule came back in one scene, outside any attempt; `held` says whether it was kept there."""

    scenario: str
    scene: str
    rule: str
    held: bool
    at: datetime


class Overtaken(Exception):
    """Another terminal has already written this event of the attempt."""


class NotSaved(Exception):
    """The disk refused. The message is a sentence for the learner; the attempt can go on."""
