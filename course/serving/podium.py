"""Where a facilitator leads a room from, whether it is served elsewhere or is here alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from enum import StrEnum
from typing import Protocol

from course.model.record import Record
from course.room.events import RoomEvent
from course.room.stores.store import Gone, NotHad, Store
from course.serving.hall import Hall
from course.serving.hearing import lead
from course.serving.library import Library
from course.serving.live import LiveRoom
from course.serving.told import for_host
from course.serving.wire import Do, Listed, Refused, State, Told
from course.words import say

AWAY = "away"
"""Why something was not done while the server cannot be reached."""
NOT_KEPT = "not-kept"
"""Why something was not done that the disk did not take."""


class Place(Record):
    """The room that is led."""

    code: str
    name: str = ""
    only: tuple[str, ...] = ()
    """Ids of the scenarios that may be begun here, in the order in which they are offered; none for all."""
    by_hand: bool = False
    """Whether nobody comes in, and everything is counted and typed."""
    elsewhere: bool = False
    """Whether a server that others run holds it."""

    def offered(self, scenarios: Sequence[Listed]) -> tuple[Listed, ...]:
        """Those of these that may be begun here, in the order that was asked for."""
        known = {each.id: each for each in scenarios}
        return tuple(known[each] for each in dict.fromkeys(self.only or known) if each in known)

    def farewell(self, *, over: bool, gone: bool = False) -> str:
        """What is to be known of the room once it is led no more; `gone` where it was forgotten meanwhile."""
        if gone:
            return say("host.left-gone", code=self.code)
        which = "over" if over else "open"
        if self.elsewhere:
            return say(f"host.left-{which}-elsewhere", code=self.code)
        if self.by_hand and not over:
            return say("host.left-open-by-hand", code=self.code)
        return say(f"host.left-{which}", code=self.code)


class NotOpened(Exception):
    """There is no room to lead; the message is a sentence on why."""


class Lost(StrEnum):
    """Why it cannot be known how the room stands."""

    AWAY = "away"
    """The server cannot be reached just now."""
    RESTARTED = "restarted"
    """It had ended, and a new one runs in its place."""
    GONE = "gone"
    """The room was forgotten."""
    NOT_YOURS = "not-yours"
    """The room's key is not known here."""
    OTHER_VERSION = "other-version"
    """The server is of another version of this program."""


class Podium(Protocol):
    """Sees all that who leads may see, and does what they do."""

    def origins(self) -> tuple[str, ...]:
        """The addresses at which people come in now, the likely ones first; none where everything is by hand."""

    def states(self) -> AsyncGenerator[State | Lost, None]:
        """How the room stands, at once and whenever that changes; in between, why that cannot be known."""

    async def do(self, seen: int, event: RoomEvent) -> Told:
        """Do this, having seen the room after event `seen`; what is said of it."""

    async def kept(self) -> bool:
        """Whether the room is still kept, as far as is known: it may have been forgotten meanwhile."""

    async def close(self) -> None:
        """Lead no more; the room goes on."""


def why_not_done(why: str) -> str:
    """What is said where what was asked for was not done, by the word for why."""
    known = {AWAY: "host.lost-away", NOT_KEPT: "host.not-kept", Lost.GONE: "host.lost-gone"}
    return say(known.get(why, "host.not-now"))


async def has_room(store: Store, code: str) -> bool:
    """Whether a room of that code is in that store."""
    try:
        await store.by_code(code)
    except Gone:
        return False
    return True


class _Waiting:
    """Waits until there is something to tell."""

    one_of_many = False

    def __init__(self) -> None:
        self._changed = asyncio.Event()
        self._ended = False

    async def tell(self) -> bool:
        """There is."""
        self._changed.set()
        return True

    async def end(self) -> None:
        """There never will be again."""
        self._ended = True
        self._changed.set()

    async def changed(self) -> bool:
        """Wait until there is; whether it is not the end."""
        await self._changed.wait()
        self._changed.clear()
        return not self._ended


class HerePodium:
    """Leads a room in the store of this machine that nobody else is connected to: everything is by hand."""

    def __init__(self, store: Store, library: Callable[[str], Library], code: str) -> None:
        self._store = store
        self.hall = Hall(store, library)
        """The rooms of this process."""
        self._code = code
        self._room: LiveRoom | None = None

    def origins(self) -> tuple[str, ...]:
        """No addresses, since nobody comes in by phone."""
        return ()

    async def states(self) -> AsyncGenerator[State | Lost, None]:
        """How the room stands."""
        self.hall.begin()
        try:
            self._room = room = await self.hall.by_code(self._code)
        except Gone:
            yield Lost.GONE
            return
        me = _Waiting()
        await self.hall.audience(room).join(me)
        while await me.changed():
            yield for_host(room)
        yield Lost.GONE

    async def do(self, seen: int, event: RoomEvent) -> Told:
        """Do this."""
        try:
            return Refused(AWAY) if self._room is None else await lead(self._room, Do(seen, event))
        except Gone:
            return Refused(Lost.GONE)
        except NotHad:
            return Refused(NOT_KEPT)

    async def kept(self) -> bool:
        """Whether the store has it."""
        return await has_room(self._store, self._code)

    async def close(self) -> None:
        """Let go of the store, once all is in it."""
        await self.hall.close()
        await self._store.close()
