"""Leading a room that a server holds, over a connection that comes back by itself; the server, too, where it can."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from typing import Protocol

import aiohttp

from course.model.encoding import to_json
from course.room.events import RoomEvent
from course.room.room import Step
from course.serving.podium import AWAY, Lost
from course.serving.wire import Do, Refused, State, Told, Unreadable, heard_told

_AGAIN = 0.5
_LOOK_AGAIN = 3.0
_HEARTBEAT = 5.0
_PATIENCE = 5.0
_FOR_GOOD = {401: Lost.NOT_YOURS, 404: Lost.GONE}
"""What a server answers that will not be otherwise when it is asked again."""


class NotStarted(Exception):
    """The server did not start; what it said."""


class Site(Protocol):
    """Where the server is."""

    @property
    def at(self) -> str:
        """Its origin, as this machine calls it."""

    def origins(self) -> tuple[str, ...]:
        """The addresses at which phones reach it, the likely ones first."""

    async def running(self) -> bool:
        """Have it running, as far as that is in our hands; whether it had to be begun anew. Raises NotStarted."""

    async def keeps(self, code: str) -> bool:
        """Whether a room of that code is still kept there, as far as that can be known without it."""


class Elsewhere:
    """A server that others run."""

    def __init__(self, at: str) -> None:
        self.at = at

    def origins(self) -> tuple[str, ...]:
        """The one address that it was named by."""
        return (self.at,)

    async def running(self) -> bool:
        """That is up to others."""
        return False

    async def keeps(self, code: str) -> bool:  # noqa: ARG002 (it is not asked)
        """They keep it as long as they like."""
        return True


class RemotePodium:
    """Leads a room on a server. Where that server ends and is ours, a new one takes its place."""

    def __init__(self, site: Site, code: str, key: str) -> None:
        self._site = site
        self._code = code
        self._key = key
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._answers: asyncio.Queue[Told] = asyncio.Queue()
        self._turn = asyncio.Lock()
        self._gone = False

    def origins(self) -> tuple[str, ...]:
        """Where people come in now."""
        return self._site.origins()

    async def states(self) -> AsyncGenerator[State | Lost, None]:
        """How the room stands; in between, what became of the connection, each thing once."""
        said: Lost | None = None
        over = False
        async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {self._key}"}) as session:
            while True:
                lost = Lost.AWAY
                try:
                    async with session.ws_connect(self._address, heartbeat=_HEARTBEAT, max_msg_size=0) as socket:
                        self._socket, said = socket, None
                        async for message in socket:
                            told = heard_told(message.data)
                            if isinstance(told, State):
                                over = told.view.step is Step.OVER
                                yield told
                            else:
                                self._answers.put_nowait(told)
                except aiohttp.WSServerHandshakeError as error:
                    lost = _FOR_GOOD.get(error.status, Lost.AWAY)
                except Unreadable:
                    lost = Lost.OTHER_VERSION
                except (aiohttp.ClientError, OSError, TimeoutError):
                    pass
                self._socket = None
                if not await self._site.keeps(self._code):  # and no server is begun for it
                    self._gone = True
                    yield Lost.GONE
                    return
                if over:  # nothing changes there any more, unless it is forgotten
                    await asyncio.sleep(_LOOK_AGAIN)
                    continue
                if lost is not said and lost is not Lost.GONE:
                    yield lost
                    said = lost
                with suppress(NotStarted):
                    if await self._site.running():
                        yield Lost.RESTARTED
                        continue
                    if lost is Lost.GONE:  # says the server that holds it
                        self._gone = True
                        yield Lost.GONE
                        return
                await asyncio.sleep(_AGAIN)

    @property
    def _address(self) -> str:
        return f"{self._site.at}/r/{self._code}/host"

    async def do(self, seen: int, event: RoomEvent) -> Told:
        """Do this; `away` while there is no connection."""
        async with self._turn:
            if self._socket is None:
                return Refused(AWAY)
            while not self._answers.empty():  # the answer to something that was not waited for any more
                self._answers.get_nowait()
            with suppress(ConnectionError, TimeoutError):
                await self._socket.send_str(to_json(Do(seen, event)))
                return await asyncio.wait_for(self._answers.get(), _PATIENCE)
            return Refused(AWAY)

    async def kept(self) -> bool:
        """Whether it is there, as far as is known."""
        return not self._gone and await self._site.keeps(self._code)

    async def close(self) -> None:
        """Let go of the connection."""
        if self._socket is not None:
            await self._socket.close()


async def have_done(
    origin: str, code: str, key: str, event: RoomEvent, done: Callable[[State], bool] | None = None
) -> None:
    """Have that on the room's record, unless it is `done` already, before anything is led from here. Raises
    aiohttp.ClientError."""
    headers = {"Authorization": f"Bearer {key}"}
    seen = tried = -1
    waiting = False
    async with aiohttp.ClientSession(origin, headers=headers) as session, session.ws_connect(f"/r/{code}/host") as room:
        async for message in room:
            told = heard_told(message.data)
            if isinstance(told, State) and not (done and done(told)):
                seen = told.view.number
            elif isinstance(told, Refused) and told.why == "overtaken":
                waiting = False
            else:
                return
            if not waiting and seen > tried:
                waiting, tried = True, seen
                await room.send_str(to_json(Do(seen, event)))
