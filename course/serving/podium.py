"""Where a facilitator leads a room from, whether it is served elsewhere or is here alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from typing import Protocol

import aiohttp

from course.model.encoding import to_json
from course.room.events import RoomEvent
from course.room.stores.store import Store
from course.serving.hall import Hall, Library
from course.serving.hearing import lead
from course.serving.live import LiveRoom
from course.serving.told import for_host
from course.serving.wire import Do, Refused, State, Told, heard_told

_AGAIN = 0.5
_HEARTBEAT = 5.0
_PATIENCE = 5.0
AWAY = "away"
"""Why something was not done while the server cannot be reached."""


class Podium(Protocol):
    """Sees all that who leads may see, and does what they do."""

    def states(self) -> AsyncGenerator[State | None, None]:
        """How the room stands, at once and whenever that changes; None while that cannot be known."""

    async def do(self, seen: int, event: RoomEvent) -> Told:
        """Do this, having seen the room after event `seen`; what is said of it."""

    async def close(self) -> None:
        """Lead no more; the room goes on."""


class HerePodium:
    """Leads a room in the store of this machine that nobody else is connected to: everything is by hand."""

    def __init__(self, store: Store, library: Callable[[str], Library], code: str) -> None:
        self._store = store
        self._hall = Hall(store, library)
        self._code = code
        self._room: LiveRoom | None = None

    async def states(self) -> AsyncGenerator[State | None, None]:
        """How the room stands."""
        self._hall.begin()
        self._room = room = await self._hall.by_code(self._code)
        changed = self._hall.watch(room.row.id)
        while True:
            changed.clear()
            yield for_host(room)
            await changed.wait()

    async def do(self, seen: int, event: RoomEvent) -> Told:
        """Do this."""
        return Refused(AWAY) if self._room is None else await lead(self._room, Do(seen, event))

    async def close(self) -> None:
        """Let go of the store, once all is in it."""
        await self._hall.close()
        await self._store.close()


class RemotePodium:
    """Leads a room that a server holds, over a connection that comes back when it is lost."""

    def __init__(self, origin: str, code: str, key: str) -> None:
        self._address = f"{origin}/r/{code}/host"
        self._key = key
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._answers: asyncio.Queue[Told] = asyncio.Queue()
        self._turn = asyncio.Lock()

    async def states(self) -> AsyncGenerator[State | None, None]:
        """How the room stands; None while there is no connection."""
        async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {self._key}"}) as session:
            while True:
                with suppress(aiohttp.ClientError, OSError, TimeoutError):
                    async with session.ws_connect(self._address, heartbeat=_HEARTBEAT, max_msg_size=0) as socket:
                        self._socket = socket
                        async for message in socket:
                            told = heard_told(message.data)
                            if isinstance(told, State):
                                yield told
                            else:
                                self._answers.put_nowait(told)
                self._socket = None
                yield None
                await asyncio.sleep(_AGAIN)

    async def do(self, seen: int, event: RoomEvent) -> Told:
        """Do this; `away` while there is no connection."""
        async with self._turn:
            if self._socket is None:
                return Refused(AWAY)
            with suppress(ConnectionError, TimeoutError):
                await self._socket.send_str(to_json(Do(seen, event)))
                return await asyncio.wait_for(self._answers.get(), _PATIENCE)
            return Refused(AWAY)

    async def close(self) -> None:
        """Let go of the connection."""
        if self._socket is not None:
            await self._socket.close()
