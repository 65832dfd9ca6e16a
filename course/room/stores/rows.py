"""Rows as both stores keep them, and the records they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from course.model import Side
from course.model.encoding import from_json
from course.room.events import RoomEvent
from course.room.stores.store import Cast, RoomRow
from course.room.votes import Vote

ROOM = "id, code, key, name, course, version, opened, number, open_round, seen, over"
"""The columns of a room."""


def event(text: str) -> RoomEvent:
    """A step as it was kept. Raises ValueError."""
    return from_json(text, RoomEvent)  # type: ignore[arg-type]  # a union is a type as well


def cast(number: int, person: str, answer: str, called: str, why: str) -> Cast:
    """A vote as it was kept. Raises ValueError."""
    side = Side(called) if called else None
    return Cast(number, Vote(person, from_json(answer, tuple[str, ...]), side), why)


def room(found: Iterable[Any]) -> RoomRow:
    """A room as it was kept, from its columns."""
    fields = dict(zip(ROOM.split(", "), found, strict=True))
    return RoomRow(**{**fields, "over": bool(fields["over"])})
