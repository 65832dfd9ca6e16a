"""Rooms in one SQLite file, for one process: the laptop's own store."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from pathlib import Path

from course.model.encoding import to_json
from course.room.events import RoomEvent
from course.room.stores import rows
from course.room.stores.group_commit import Writer
from course.room.stores.store import Cast, CodeTaken, Damaged, Gone, Overtaken, Person, RoomRow
from course.room.stores.trouble import refused
from course.room.votes import Vote
from course.system import databases, paths

_PATIENCE = 5.0
"""Seconds for which another program that writes is waited for."""
_AGAIN = 0.2
"""Seconds until it is tried again to leave no word of a room, while another program reads the file."""
_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS rooms (
        id TEXT PRIMARY KEY, code TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, course TEXT NOT NULL,
        version TEXT NOT NULL, opened TEXT NOT NULL, number INTEGER NOT NULL, open_round INTEGER NOT NULL,
        seen INTEGER NOT NULL, over INTEGER NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX IF NOT EXISTS codes ON rooms (code) WHERE NOT over",
    """
    CREATE TABLE IF NOT EXISTS steps (
        room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, number INTEGER NOT NULL, event TEXT NOT NULL,
        PRIMARY KEY (room, number)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS people (
        room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, id TEXT NOT NULL, token TEXT NOT NULL,
        name TEXT NOT NULL, asks TEXT NOT NULL, seen INTEGER NOT NULL,
        PRIMARY KEY (room, id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS votes (
        room TEXT NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, round INTEGER NOT NULL, person TEXT NOT NULL,
        answer TEXT NOT NULL, called TEXT NOT NULL, why TEXT NOT NULL, seen INTEGER NOT NULL,
        PRIMARY KEY (room, round, person)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX IF NOT EXISTS votes_seen ON votes (room, seen)",
)


class SqliteRooms:
    """Rooms in a file; without a path, in memory alone."""

    def __init__(self, path: Path | None) -> None:
        """Raises Damaged where the file is none of ours, and OSError: NotHad where it cannot be used just now, as
        whatever it is asked for may from then on."""
        self._writer = Writer(_opened(path), (CodeTaken, Overtaken, Gone, ValueError), self._announce, path)
        self._listening: set[asyncio.Queue[str]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._here: dict[str, int] = {}

    async def open(self, room: RoomRow) -> None:
        """Keep a new room. Raises CodeTaken."""

        def work(connection: sqlite3.Connection) -> None:
            row = (*(getattr(room, each) for each in rows.ROOM.split(", ")),)
            try:
                connection.execute(f"INSERT INTO rooms ({rows.ROOM}) VALUES ({', '.join('?' * len(row))})", row)
            except sqlite3.IntegrityError:
                raise CodeTaken(room.code) from None

        await self._writer.do(work, room.id)

    async def room(self, room_id: str) -> RoomRow:
        """The room of that id. Raises Gone."""
        return await self._writer.do(lambda connection: _room(connection, "id = ?", room_id))

    async def by_code(self, code: str) -> RoomRow:
        """The room that goes by that code, or went by it last. Raises Gone."""
        return await self._writer.do(lambda connection: _room(connection, "code = ? ORDER BY over, rowid DESC", code))

    async def rooms(self) -> Sequence[RoomRow]:
        """All of them, those opened last first."""

        def work(connection: sqlite3.Connection) -> list[RoomRow]:
            return [
                rows.room(each) for each in connection.execute(f"SELECT {rows.ROOM} FROM rooms ORDER BY rowid DESC")
            ]

        return await self._writer.do(work)

    async def add(self, room_id: str, seen: int, event: RoomEvent, open_round: int, *, over: bool) -> None:
        """Add the step after number `seen`. Raises Overtaken and Gone."""

        def work(connection: sqlite3.Connection) -> None:
            text, number = to_json(event), _room(connection, "id = ?", room_id).number
            if number != seen:
                there = "SELECT 1 FROM steps WHERE room = ? AND number = ? AND event = ?"
                if number == seen + 1 and connection.execute(there, (room_id, number, text)).fetchone():
                    return  # asked for twice
                raise Overtaken(room_id)
            connection.execute("INSERT INTO steps VALUES (?, ?, ?)", (room_id, seen + 1, text))
            connection.execute(
                "UPDATE rooms SET number = ?, open_round = ?, over = ? WHERE id = ?",
                (seen + 1, open_round, over, room_id),
            )

        await self._writer.do(work, room_id)

    async def steps(self, room_id: str, after: int = 0) -> Sequence[RoomEvent]:
        """The steps after that number, in their order."""

        def work(connection: sqlite3.Connection) -> list[RoomEvent]:
            _room(connection, "id = ?", room_id)
            found = connection.execute(
                "SELECT event FROM steps WHERE room = ? AND number > ? ORDER BY number", (room_id, after)
            )
            return [rows.event(text) for (text,) in found]

        return await self._writer.do(work)

    async def admit(self, room_id: str, person: Person) -> None:
        """Keep somebody who has come in, or how they are called now. Raises Gone."""

        def work(connection: sqlite3.Connection) -> None:
            row = (room_id, person.id, person.token, person.name, person.asks, _next(connection, room_id))
            connection.execute("INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?, ?, ?)", row)

        await self._writer.do(work, room_id)

    async def people(self, room_id: str, after: int = 0) -> Sequence[tuple[int, Person]]:
        """Everybody who came in or changed after that number, each with its own."""

        def work(connection: sqlite3.Connection) -> list[tuple[int, Person]]:
            rows = connection.execute(
                "SELECT seen, id, token, name, asks FROM people WHERE room = ? AND seen > ? ORDER BY seen",
                (room_id, after),
            )
            return [(seen, Person(*each)) for seen, *each in rows]

        return await self._writer.do(work)

    async def vote(self, room_id: str, number: int, vote: Vote, why: str = "") -> bool:
        """Keep a vote in round `number`; False when that round is not open. Raises Gone."""

        def work(connection: sqlite3.Connection) -> bool:
            of_an_open_round = "UPDATE rooms SET seen = seen + 1 WHERE id = ? AND open_round = ? RETURNING seen"
            seen = connection.execute(of_an_open_round, (room_id, number)).fetchone() if number else None
            if seen is None:
                _room(connection, "id = ?", room_id)
                return False
            row = (room_id, number, vote.person, to_json(vote.answer), vote.called or "", why, *seen)
            connection.execute("INSERT OR REPLACE INTO votes VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            return True

        return await self._writer.do(work, room_id)

    async def votes(self, room_id: str, after: int = 0) -> Sequence[tuple[int, Cast]]:
        """Every vote that was cast or changed after that number, each with its own."""

        def work(connection: sqlite3.Connection) -> list[tuple[int, Cast]]:
            found = connection.execute(
                "SELECT seen, round, person, answer, called, why FROM votes WHERE room = ? AND seen > ? ORDER BY seen",
                (room_id, after),
            )
            return [(seen, rows.cast(*each)) for seen, *each in found]

        return await self._writer.do(work)

    async def present(self, room_id: str, process: str, here: int) -> None:  # noqa: ARG002 (there is one)
        """So many are in the room; kept in memory, since this is the only process."""
        if self._here.get(room_id) != here:
            self._here[room_id] = here
            self._heard(room_id)

    async def here(self, room_id: str) -> int:
        """How many are in the room."""
        return self._here.get(room_id, 0)

    async def forget(self, room_id: str) -> None:
        """Delete a room with all that was kept of it."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM rooms WHERE id = ?", (room_id,))

        await self._writer.do(work, room_id)
        while await self._writer.do(_still_read, alone=True):
            await asyncio.sleep(_AGAIN)

    async def changes(self) -> AsyncGenerator[str, None]:
        """The ids of rooms in which something has changed."""
        self._loop = asyncio.get_running_loop()
        waiting: asyncio.Queue[str] = asyncio.Queue()
        self._listening.add(waiting)
        try:
            while True:
                yield await waiting.get()
        finally:
            self._listening.discard(waiting)

    async def close(self) -> None:
        """Let go of it, once all that was asked for is done."""
        await self._writer.close()

    def _announce(self, room: str) -> None:
        """Called by the thread that writes, once for all that one commit holds: each call is a byte in the loop's own
        pipe, and when that is full, a signal to end is lost."""
        if self._loop is not None:
            with suppress(RuntimeError):  # it is closed: nobody listens any more
                self._loop.call_soon_threadsafe(self._heard, room)

    def _heard(self, room: str) -> None:
        for waiting in self._listening:
            waiting.put_nowait(room)


def _opened(path: Path | None) -> sqlite3.Connection:
    """A connection to the file, which is made if need be. Raises Damaged and NotHad."""
    if path is not None:
        paths.private_folder(path.parent)
        paths.be_led_somewhere(path)
    try:
        return _connected(path)
    except (OSError, sqlite3.DatabaseError, UnicodeDecodeError) as error:  # the last where a name is no text
        raise refused(error, path) or Damaged(f"{path} ({error})") from error


def _connected(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        databases.be_sure_of_room(path.parent)
    connection = sqlite3.connect(path or ":memory:", timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    for each in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {each}")
    connection.execute("BEGIN IMMEDIATE")
    for table in _TABLES:
        connection.execute(table)
    connection.execute("COMMIT")
    if path is not None:
        databases.take_room(connection, path.parent)
    return connection


def _room(connection: sqlite3.Connection, where: str, which: str) -> RoomRow:
    found = connection.execute(f"SELECT {rows.ROOM} FROM rooms WHERE {where}", (which,)).fetchone()
    if found is None:
        raise Gone(which)
    return rows.room(found)


def _next(connection: sqlite3.Connection, room_id: str) -> int:
    """The number of the next change to a room. Raises Gone."""
    found = connection.execute("UPDATE rooms SET seen = seen + 1 WHERE id = ? RETURNING seen", (room_id,)).fetchone()
    if found is None:
        raise Gone(room_id)
    return int(found[0])


def _still_read(connection: sqlite3.Connection) -> bool:
    """Leave no deleted text in the file and its log; whether somebody else is reading it, so that this cannot be."""
    try:
        connection.execute("VACUUM")
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return True
        raise
    return bool(busy)
