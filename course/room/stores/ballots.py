"""Votes on their way into PostgreSQL; those that come while a commit is under way are written with the next."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial

from psycopg import AsyncConnection

from course.model.encoding import to_json
from course.model.record import Record
from course.room.stores.connection import Line
from course.room.stores.store import Gone
from course.room.votes import Vote


class _Ballot(Record, gc=True):
    """A vote on its way, and the future of whether it was taken."""

    room: str
    round: int
    vote: Vote
    why: str
    taken: asyncio.Future[bool]


class Ballots:
    """Takes votes, writes them, and says of each whether it was taken, once that is on disk."""

    def __init__(self, line: Line, announce: Callable[[Iterable[str]], Awaitable[None]]) -> None:
        """`announce` is told of the rooms in which votes were taken, after the commit."""
        self._line = line
        self._tell_of = announce
        self._waiting: list[_Ballot] = []
        self._counting: asyncio.Task[None] | None = None

    async def take(self, room_id: str, number: int, vote: Vote, why: str) -> bool:
        """Whether that vote was taken. Raises Gone."""
        ballot = _Ballot(room_id, number, vote, why, asyncio.get_running_loop().create_future())
        self._waiting.append(ballot)
        if self._counting is None or self._counting.done():
            self._counting = asyncio.create_task(self._count())
        return await ballot.taken

    async def counted(self) -> None:
        """Wait until none is on its way."""
        while self._counting is not None and not self._counting.done():
            await self._counting

    async def _count(self) -> None:
        """Write what votes there are by now, and those that come meanwhile, until there are none."""
        while self._waiting:
            ballots, self._waiting = self._waiting, []
            try:
                taken = await self._line.do(partial(_write, ballots))
            except Exception as error:  # each of them is told
                for each in ballots:
                    _tell(each, error)
                continue
            for each, said in zip(ballots, taken, strict=True):
                _tell(each, said)
            await self._tell_of({each.room for each, said in zip(ballots, taken, strict=True) if said is True})


async def _write(ballots: Sequence[_Ballot], connection: AsyncConnection) -> list[bool | Gone]:
    """Keep these votes; of each, whether it was taken. Rooms are locked in the order of their ids, so that processes
    that write at once wait for each other and never for ever."""
    names = sorted({each.room for each in ballots})
    query = "SELECT id, open_round, seen FROM rooms WHERE id = ANY(%s) ORDER BY id FOR UPDATE"
    locked = await (await connection.execute(query, (names,))).fetchall()
    open_rounds = {name: number for name, number, _ in locked}
    seen = {name: at for name, _, at in locked}
    said: list[bool | Gone] = []
    kept: dict[tuple[str, int, str], tuple[object, ...]] = {}
    for each in ballots:
        if each.room not in seen:
            said.append(Gone(each.room))
            continue
        taken = bool(each.round) and open_rounds[each.room] == each.round
        said.append(taken)
        if taken:
            seen[each.room] += 1
            answer, called = to_json(each.vote.answer), each.vote.called or ""
            row = (each.room, each.round, each.vote.person, answer, called, each.why, seen[each.room])
            kept[each.room, each.round, each.vote.person] = row  # the last of several counts
    if kept:
        await _keep(connection, list(kept.values()), seen)
    return said


async def _keep(connection: AsyncConnection, votes: Sequence[tuple[object, ...]], seen: dict[str, int]) -> None:
    columns = [list(each) for each in zip(*votes, strict=True)]
    await connection.execute(
        """
        INSERT INTO votes
        SELECT * FROM unnest(%s::text[], %s::int[], %s::text[], %s::text[], %s::text[], %s::text[], %s::bigint[])
        ON CONFLICT (room, round, person) DO UPDATE
        SET answer = excluded.answer, called = excluded.called, why = excluded.why, seen = excluded.seen
        """,
        columns,
    )
    await connection.execute(
        """
        UPDATE rooms SET seen = now.seen FROM unnest(%s::text[], %s::bigint[]) AS now (id, seen)
        WHERE rooms.id = now.id
        """,
        (list(seen), list(seen.values())),
    )


def _tell(ballot: _Ballot, said: bool | Exception) -> None:
    if ballot.taken.done():
        return
    if isinstance(said, Exception):
        ballot.taken.set_exception(said)
    else:
        ballot.taken.set_result(said)
