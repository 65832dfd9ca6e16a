"""Rooms in PostgreSQL, for any number of processes: each hears of what the others have changed.

The steps of a room are numbered while its row is locked, and so are the changes to its votes: a number that is handed
out before its commit could be read past. Votes that come while a commit is under way are written together with the
next. Other processes are told by NOTIFY, with nothing but the room's id, after the commit and once for all that was
in it; whoever hears reads again. LISTEN does not pass through a pooler that pools by transaction.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import AsyncConnection, errors, sql

from course.model.encoding import to_json
from course.room.events import RoomEvent
from course.room.stores import rows
from course.room.stores.ballots import Ballots
from course.room.stores.connection import Line
from course.room.stores.store import SILENT, Cast, CodeTaken, Gone, Overtaken, Person, RoomRow
from course.room.votes import Vote

_CHANNEL = "fineline_rooms"
_AGAIN = 0.2
"""Seconds until it is listened again, after the connection was lost."""
_TABLES = """
    CREATE TABLE IF NOT EXISTS rooms (
        id text PRIMARY KEY, code text NOT NULL, key text NOT NULL, name text NOT NULL, course text NOT NULL,
        version text NOT NULL, opened text NOT NULL, number integer NOT NULL, open_round integer NOT NULL,
        seen bigint NOT NULL, over boolean NOT NULL, place bigserial
    );
    CREATE UNIQUE INDEX IF NOT EXISTS codes ON rooms (code) WHERE NOT over;
    CREATE TABLE IF NOT EXISTS steps (
        room text NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, number integer NOT NULL, event text NOT NULL,
        PRIMARY KEY (room, number)
    );
    CREATE TABLE IF NOT EXISTS people (
        room text NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, id text NOT NULL, token text NOT NULL,
        name text NOT NULL, asks text NOT NULL, seen bigint NOT NULL, PRIMARY KEY (room, id)
    );
    CREATE TABLE IF NOT EXISTS votes (
        room text NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, round integer NOT NULL, person text NOT NULL,
        answer text NOT NULL, called text NOT NULL, why text NOT NULL, seen bigint NOT NULL,
        PRIMARY KEY (room, round, person)
    );
    CREATE INDEX IF NOT EXISTS votes_seen ON votes (room, seen);
    CREATE TABLE IF NOT EXISTS present (
        room text NOT NULL REFERENCES rooms (id) ON DELETE CASCADE, process text NOT NULL, here integer NOT NULL,
        said timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (room, process)
    )
"""
_LOCK = 7_205_129
"""Held while the tables are made, so that servers that start at once do not trip over each other."""


class PostgresRooms:
    """Rooms in a database. Make one with `connect`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._writing = Line(url)
        self._reading = Line(url)
        self._telling = Line(url)
        self._ballots = Ballots(self._writing, self._tell)
        self._closed = False

    @classmethod
    async def connect(cls, url: str) -> PostgresRooms:
        """The rooms in that database, whose tables are made if they are missing. Raises psycopg.Error."""
        found = cls(url)
        await found._writing.do(_make_tables, once=True)
        return found

    async def open(self, room: RoomRow) -> None:
        """Keep a new room. Raises CodeTaken."""
        columns = rows.ROOM.split(", ")

        async def work(connection: AsyncConnection) -> None:
            try:
                await connection.execute(
                    sql.SQL("INSERT INTO rooms ({}) VALUES ({})").format(
                        sql.SQL(rows.ROOM), sql.SQL(", ").join(sql.Placeholder() * len(columns))
                    ),
                    [getattr(room, each) for each in columns],
                )
            except errors.UniqueViolation:
                raise CodeTaken(room.code) from None

        await self._writing.do(work)
        await self._tell([room.id])

    async def room(self, room_id: str) -> RoomRow:
        """The room of that id. Raises Gone."""
        found = await self._rows(f"SELECT {rows.ROOM} FROM rooms WHERE id = %s", room_id)
        if not found:
            raise Gone(room_id)
        return rows.room(found[0])

    async def by_code(self, code: str) -> RoomRow:
        """The room that goes by that code, or went by it last. Raises Gone."""
        found = await self._rows(f"SELECT {rows.ROOM} FROM rooms WHERE code = %s ORDER BY over, place DESC", code)
        if not found:
            raise Gone(code)
        return rows.room(found[0])

    async def rooms(self) -> Sequence[RoomRow]:
        """All of them, those opened last first."""
        return [rows.room(each) for each in await self._rows(f"SELECT {rows.ROOM} FROM rooms ORDER BY place DESC")]

    async def add(self, room_id: str, seen: int, event: RoomEvent, open_round: int, *, over: bool) -> None:
        """Add the step after number `seen`. Raises Overtaken and Gone."""
        text = to_json(event)

        async def work(connection: AsyncConnection) -> None:
            locked = await connection.execute("SELECT number FROM rooms WHERE id = %s FOR UPDATE", (room_id,))
            number = _one(await locked.fetchone(), room_id)
            if number != seen:
                there = "SELECT 1 FROM steps WHERE room = %s AND number = %s AND event = %s"
                same = await connection.execute(there, (room_id, seen + 1, text))
                if number == seen + 1 and await same.fetchone():
                    return  # asked for twice, or already committed when the connection was lost
                raise Overtaken(room_id)
            await connection.execute("INSERT INTO steps VALUES (%s, %s, %s)", (room_id, seen + 1, text))
            await connection.execute(
                "UPDATE rooms SET number = %s, open_round = %s, over = %s WHERE id = %s",
                (seen + 1, open_round, over, room_id),
            )

        await self._writing.do(work)
        await self._tell([room_id])

    async def steps(self, room_id: str, after: int = 0) -> Sequence[RoomEvent]:
        """The steps after that number, in their order."""
        await self.room(room_id)
        query = "SELECT event FROM steps WHERE room = %s AND number > %s ORDER BY number"
        return [rows.event(text) for (text,) in await self._rows(query, room_id, after)]

    async def admit(self, room_id: str, person: Person) -> None:
        """Keep somebody who has come in, or how they are called now. Raises Gone."""

        async def work(connection: AsyncConnection) -> None:
            counted = await connection.execute(
                "UPDATE rooms SET seen = seen + 1 WHERE id = %s RETURNING seen", (room_id,)
            )
            seen = _one(await counted.fetchone(), room_id)
            await connection.execute(
                """
                INSERT INTO people VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (room, id) DO UPDATE
                SET token = excluded.token, name = excluded.name, asks = excluded.asks, seen = excluded.seen
                """,
                (room_id, person.id, person.token, person.name, person.asks, seen),
            )

        await self._writing.do(work)
        await self._tell([room_id])

    async def people(self, room_id: str, after: int = 0) -> Sequence[tuple[int, Person]]:
        """Everybody who came in or changed after that number, each with its own."""
        query = "SELECT seen, id, token, name, asks FROM people WHERE room = %s AND seen > %s ORDER BY seen"
        return [(seen, Person(*each)) for seen, *each in await self._rows(query, room_id, after)]

    async def vote(self, room_id: str, number: int, vote: Vote, why: str = "") -> bool:
        """Keep a vote in round `number`; False when that round is not open. Raises Gone."""
        return await self._ballots.take(room_id, number, vote, why)

    async def votes(self, room_id: str, after: int = 0) -> Sequence[tuple[int, Cast]]:
        """Every vote that was cast or changed after that number, each with its own."""
        query = """
            SELECT seen, round, person, answer, called, why FROM votes WHERE room = %s AND seen > %s ORDER BY seen
        """
        return [(seen, rows.cast(*each)) for seen, *each in await self._rows(query, room_id, after)]

    async def present(self, room_id: str, process: str, here: int) -> None:
        """So many are in the room by way of this process."""

        async def work(connection: AsyncConnection) -> bool:
            was = await connection.execute(
                "SELECT here FROM present WHERE room = %s AND process = %s", (room_id, process)
            )
            before = await was.fetchone()
            await connection.execute(
                """
                INSERT INTO present SELECT %s, %s, %s WHERE EXISTS (SELECT 1 FROM rooms WHERE id = %s)
                ON CONFLICT (room, process) DO UPDATE SET here = excluded.here, said = now()
                """,
                (room_id, process, here, room_id),
            )
            return before != (here,)

        if await self._writing.do(work):
            await self._tell([room_id])

    async def here(self, room_id: str) -> int:
        """How many are in the room by way of all processes that have said so lately."""
        query = (
            "SELECT coalesce(sum(here), 0) FROM present WHERE room = %s AND said > now() - make_interval(secs => %s)"
        )
        return int((await self._rows(query, room_id, SILENT))[0][0])

    async def forget(self, room_id: str) -> None:
        """Delete a room with all that was kept of it. The database frees the pages at once; what its write-ahead log
        and its backups hold is up to whoever runs it."""

        async def work(connection: AsyncConnection) -> None:
            await connection.execute("DELETE FROM rooms WHERE id = %s", (room_id,))

        await self._writing.do(work)
        await self._tell([room_id])

    async def changes(self) -> AsyncGenerator[str, None]:
        """The ids of rooms in which something has changed, whichever process changed it. After a connection was lost,
        `""`: anything may have changed meanwhile."""
        while not self._closed:
            with suppress(psycopg.OperationalError):
                async with await AsyncConnection.connect(self._url, autocommit=True) as connection:
                    await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(_CHANNEL)))
                    yield ""
                    async for heard in connection.notifies():
                        yield heard.payload
            await asyncio.sleep(_AGAIN)

    async def close(self) -> None:
        """Let go of it, once all that was asked for is done."""
        self._closed = True
        await self._ballots.counted()
        for line in (self._writing, self._reading, self._telling):
            await line.close()

    async def _rows(self, query: str, *given: object) -> Sequence[tuple[Any, ...]]:
        async def work(connection: AsyncConnection) -> Sequence[tuple[Any, ...]]:
            return await (await connection.execute(query.encode(), given)).fetchall()

        return await self._reading.do(work)

    async def _tell(self, rooms: Iterable[str]) -> None:
        """Have every process hear of these."""

        async def work(connection: AsyncConnection) -> None:
            await connection.execute("SELECT pg_notify(%s, id) FROM unnest(%s::text[]) AS id", (_CHANNEL, list(rooms)))

        await self._telling.do(work)


async def _make_tables(connection: AsyncConnection) -> None:
    await connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
    await connection.execute(_TABLES)


def _one(row: tuple[Any, ...] | None, room_id: str) -> int:
    """The only number in that row. Raises Gone where there is none."""
    if row is None:
        raise Gone(room_id)
    return int(row[0])
