"""What a store of rooms can do, wherever it keeps them; and what it keeps.

Steps are only ever added, each under its number, which it gets while nobody else can add one. A person's vote in a
round is one row, put in the place of the one before for as long as that round is open; when a call says that a vote is
taken, it is on disk. Whoever reads asks for what came after a number that they have seen.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from enum import StrEnum
from typing import Protocol

from course.model.record import Record
from course.room.events import RoomEvent
from course.room.votes import Vote


class RoomRow(Record):
    """A room as it was opened, and how it stands."""

    id: str
    code: str
    """Six letters by which people come in."""
    key: str
    """What the facilitator's key comes out as when it is hashed; the key itself is kept nowhere."""
    name: str
    course: str
    """The id of its course."""
    version: str
    """Of the course, as its author numbers it."""
    opened: str
    """The day on which it was opened, as ISO 8601 writes it."""
    number: int = 0
    """Of its latest step; 0 before the first."""
    open_round: int = 0
    """The round that takes votes; 0 while none does."""
    seen: int = 0
    """Of the latest change to votes and people."""
    over: bool = False


class Asks(StrEnum):
    """How somebody stands who would like to lead from their phone."""

    NO = ""
    ASKED = "asked"
    """The facilitator has yet to say yes."""


class Person(Record):
    """Somebody in a room."""

    id: str
    """Known to the room alone."""
    token: str
    """What their token comes out as when it is hashed."""
    name: str = ""
    """What they want to be called, if anything."""
    asks: str = ""
    """The two words that their phone shows, while it asks to lead; else `""`."""


class Cast(Record):
    """A vote as it is kept."""

    round: int
    vote: Vote
    why: str = ""
    """A line on why, for the facilitator."""


class CodeTaken(Exception):
    """Another room that is not over goes by that code."""


class Overtaken(Exception):
    """Somebody else has added a step since; whoever acts has to look again."""


class Gone(Exception):
    """There is no such room, any more or yet."""


class Damaged(Exception):
    """What keeps the rooms cannot be read; the message says where it lies. It is left as it is."""


class NotHad(OSError):
    """What keeps the rooms cannot be used just now, and nothing is wrong with it: the disk is full, or it may not be
    written to. Its errno says which, its filename where."""


SILENT = 15
"""Seconds after which a process that says nothing is taken to be gone."""


class Store(Protocol):
    """Rooms, kept. Everything may be called from one event loop at any time."""

    async def open(self, room: RoomRow) -> None:
        """Keep a new room. Raises CodeTaken."""

    async def room(self, room_id: str) -> RoomRow:
        """The room of that id. Raises Gone."""

    async def by_code(self, code: str) -> RoomRow:
        """The room that goes by that code, in capitals; where that is over, those who were there may still look. Raises
        Gone."""

    async def rooms(self) -> Sequence[RoomRow]:
        """All of them, those opened last first."""

    async def add(self, room_id: str, seen: int, event: RoomEvent, open_round: int, *, over: bool) -> None:
        """Add the step after number `seen`; from then on `open_round` takes votes, and no other. The same step asked
        for twice is there once. Raises Overtaken when another has been added after `seen`, and Gone."""

    async def steps(self, room_id: str, after: int = 0) -> Sequence[RoomEvent]:
        """The steps after that number, in their order."""

    async def admit(self, room_id: str, person: Person) -> None:
        """Keep somebody who has come in, or how they are called now. Raises Gone."""

    async def people(self, room_id: str, after: int = 0) -> Sequence[tuple[int, Person]]:
        """Everybody who came in or changed after that number, each with its own."""

    async def vote(self, room_id: str, number: int, vote: Vote, why: str = "") -> bool:
        """Keep a vote in round `number`, in the place of the same person's before; False when that round is not
        open. When this returns True, the vote is on disk. Raises Gone."""

    async def votes(self, room_id: str, after: int = 0) -> Sequence[tuple[int, Cast]]:
        """Every vote that was cast or changed after that number, each with its own."""

    async def present(self, room_id: str, process: str, here: int) -> None:
        """So many are in the room by way of this process, which says so every few seconds."""

    async def here(self, room_id: str) -> int:
        """How many are in the room by way of all processes; one that has been silent for a while counts no more."""

    async def forget(self, room_id: str) -> None:
        """Delete a room with all that was kept of it. When this returns, no word of it is left."""

    def changes(self) -> AsyncGenerator[str, None]:
        """The ids of rooms in which something has changed, whoever changed it; from the moment it is first waited
        for."""

    async def close(self) -> None:
        """Let go of it, once all that was asked for is done."""
