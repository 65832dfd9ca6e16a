"""All rooms of this process: opened, found by their codes, and told when something changes in them."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections import Counter
from collections.abc import Callable
from contextlib import aclosing, suppress
from datetime import date
from functools import partial

from course.model.record import Record, replace
from course.room.apply import Unfit
from course.room.stores.store import CodeTaken, Gone, Person, RoomRow, Store
from course.serving.audience import Audience
from course.serving.library import Library
from course.serving.live import LiveRoom
from course.serving.memory import MOST_TITLE
from course.text.clean import one_line

LETTERS = "BCDFGHJKMNPQRTVWXYZ"
"""Codes are made of these: nothing that can be taken for a digit or another letter, and no vowel, so no words."""
CODE_LENGTH = 6
MOST_PEOPLE = 5000
"""In one room: more than a hall holds, so that nobody can fill the disk by coming in again and again."""
_TRIES = 20
_TELL_EVERY = 5.0
"""Seconds after which this process says again how many are here by way of it."""
MOST_NAME = 24
"""Letters of a person's name."""


class Opened(Record):
    """A room that was just opened, and its key, which is kept nowhere."""

    room: RoomRow
    key: str


def hashed(secret: str) -> str:
    """What a key or a token comes out as; the secret cannot be had back from it."""
    return hashlib.sha256(secret.encode()).hexdigest()


class Hall:
    """The rooms of this process, over one store."""

    def __init__(self, store: Store, library: Callable[[str], Library]) -> None:
        """`library` gives the course of that id. It raises Gone when there is none."""
        self._store = store
        self._library = library
        self._live: dict[str, LiveRoom] = {}
        self._loading: dict[str, asyncio.Lock] = {}
        self._audiences: dict[str, Audience] = {}
        self._here: dict[str, Counter[str]] = {}
        """How often each person is connected, room by room; somebody may have two tabs."""
        self._counted: dict[str, int] = {}
        """How many were said to be here last, room by room."""
        self._process = secrets.token_hex(8)
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self) -> None:
        """Listen to what changes, and say who is here."""
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._say_who_is_here())]

    async def close(self) -> None:
        """Stop following the rooms, and tell nobody anything more."""
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        for audience in self._audiences.values():
            await audience.close()

    def has(self, course: str) -> None:
        """Raises Gone when there is no such course."""
        self._library(course)

    def goes_on(self) -> bool:
        """Whether a room that was led or come into by way of this process is not over yet."""
        return any(not each.row.over for each in self._live.values())

    def anybody_came(self) -> bool:
        """Whether there is a room here that somebody has come into."""
        return any(each.people for each in self._live.values())

    async def open(self, course: str, name: str, today: date) -> Opened:
        """A new room. Raises Gone when there is no such course."""
        library, key = self._library(course), secrets.token_urlsafe(16)
        for _ in range(_TRIES):
            code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
            version = library.course.version
            row = RoomRow(
                secrets.token_hex(16), code, hashed(key), one_line(name, MOST_TITLE), course, version, today.isoformat()
            )
            with suppress(CodeTaken):
                await self._store.open(row)
                return Opened(row, key)
        raise CodeTaken

    async def by_code(self, code: str) -> LiveRoom:
        """The room of that code, in either case. Raises Gone."""
        return await self.live((await self._store.by_code(code.upper())).id)

    async def live(self, room_id: str) -> LiveRoom:
        """The room, loaded if it is not yet. Raises Gone; also where its steps do not fit the course any more."""
        async with self._loading.setdefault(room_id, asyncio.Lock()):
            if room_id not in self._live:
                row = await self._store.room(room_id)
                library = self._library(row.course)
                try:
                    self._live[room_id] = await LiveRoom.load(row, library, self._store)
                except Unfit as error:
                    raise Gone(room_id) from error
            return self._live[room_id]

    async def come_in(self, room: LiveRoom, token: str = "", name: str = "") -> tuple[Person, str]:
        """Whoever has that token, or somebody new with a new one. For somebody new it raises Locked in a
        locked or full room, and Gone in one that is over."""
        found = room.by_token(hashed(token))
        if found is not None:
            return found, token
        if room.row.over:
            raise Gone(room.row.id)
        if room.room.locked or len(room.people) >= MOST_PEOPLE:
            raise Locked(room.row.id)
        fresh = secrets.token_urlsafe(16)
        person = Person(secrets.token_hex(4), hashed(fresh), one_line(name, MOST_NAME))
        await self._store.admit(room.row.id, person)
        room.meet(person)
        return person, fresh

    async def call(self, room: LiveRoom, person: str, name: str) -> None:
        """Somebody wants to be called that."""
        await self.admit(room, replace(room.people[person], name=one_line(name, MOST_NAME)))

    async def admit(self, room: LiveRoom, person: Person) -> None:
        """Keep somebody as they are now."""
        await self._store.admit(room.row.id, person)
        await room.catch_up()

    def audience(self, room: LiveRoom) -> Audience:
        """Whoever is told how that room stands by way of this process."""
        if room.row.id not in self._audiences:
            caught_up, gone = partial(self._caught_up, room.row.id), partial(self._gone, room.row.id)
            self._audiences[room.row.id] = Audience(room, caught_up, gone)
        return self._audiences[room.row.id]

    def connections(self, room_id: str, person: str) -> int:
        """How often that person is connected by way of this process."""
        return self._here.get(room_id, Counter())[person]

    async def entered(self, room_id: str, person: str) -> None:
        """Somebody is connected, once more."""
        self._here.setdefault(room_id, Counter())[person] += 1
        await self._tell_who_is_here(room_id)

    async def left(self, room_id: str, person: str) -> None:
        """Somebody is connected once less."""
        here = self._here[room_id]
        here[person] -= 1
        if not here[person]:
            del here[person]
        await self._tell_who_is_here(room_id)

    async def _tell_who_is_here(self, room_id: str) -> None:
        self._counted[room_id] = self._count(room_id)
        await self._store.present(room_id, self._process, self._counted[room_id])

    def _count(self, room_id: str) -> int:
        """How many are here by way of this process; whose phone leads is not among them."""
        here, live = self._here.get(room_id, Counter()), self._live.get(room_id)
        return len(here) - (live is not None and live.room.remote in here)

    async def _listen(self) -> None:
        async with aclosing(self._store.changes()) as changes:
            async for room_id in changes:
                for each in [room_id] if room_id else list(self._live):
                    if each in self._live:
                        self.audience(self._live[each]).changed()

    def _gone(self, room_id: str) -> None:
        self._live.pop(room_id, None)
        self._audiences.pop(room_id, None)

    async def _caught_up(self, room_id: str) -> None:
        """Another phone may lead now, which counts among those here no more."""
        if self._count(room_id) != self._counted.get(room_id, 0):
            await self._tell_who_is_here(room_id)

    async def _say_who_is_here(self) -> None:
        while True:
            await asyncio.sleep(_TELL_EVERY)
            for room_id in list(self._here):
                await self._tell_who_is_here(room_id)


class Locked(Exception):
    """The room takes in nobody new."""
