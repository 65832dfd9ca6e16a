"""Connections to a room: how it stands goes out whenever that changes, and what is said is heard one message at a
time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import WSMsgType, web

from course.room.stores.store import Gone
from course.serving.audience import Audience
from course.serving.told import Parts
from course.serving.wire import Pong, Refused, Saying, Told, Unreadable, said, told

_HEARTBEAT = 20.0
_BEAT = 8.0
"""Seconds after which a stream says that it is alive, since a page cannot ask by one."""
_SLOW = 10.0
"""Seconds after which somebody who does not take in what they are told is let go; they come back by themselves."""
_MOST_AT_ONCE = 1 << 20
"""Bytes that a connection takes without waiting: more than any state has."""

Make = Callable[[], Parts]
Hear = Callable[[Saying], Awaitable[Told]]


class Connected:
    """Somebody at the other end of a connection, who is told how a room stands. Nothing twice; and while the last of it
    is still on its way, no more: they hear the newest once they are ready for it."""

    def __init__(
        self,
        transport: asyncio.Transport,
        make: Make,
        send: Callable[[str], Awaitable[None]],
        end: Callable[[], Awaitable[object]],
        *,
        one_of_many: bool,
    ) -> None:
        transport.set_write_buffer_limits(_MOST_AT_ONCE)
        self.one_of_many = one_of_many
        self._transport = transport
        self._make, self._send, self._end = make, send, end
        self._told: Parts = ()
        self._behind_since = 0.0
        """When it was first seen that they do not take in what they are told; 0 while they do."""

    async def tell(self) -> bool:
        """How it stands, if that is news and they are ready to hear it."""
        now = self._make()
        if now == self._told:
            return True
        if self._transport.get_write_buffer_size():
            self._behind_since = self._behind_since or time.monotonic()
            if time.monotonic() - self._behind_since > _SLOW:
                self._transport.abort()
            return False
        self._told, self._behind_since = now, 0.0
        with suppress(ConnectionError):  # they have gone, which whoever listens to them will see
            await self._send("".join(now))
        return True

    async def end(self) -> None:
        """There is nothing more to tell."""
        with suppress(ConnectionError):
            await self._end()


async def over_socket(
    request: web.Request, audience: Audience, make: Make, hear: Hear | None, *, one_of_many: bool = False
) -> web.StreamResponse:
    """Talk over a WebSocket until either side goes. Without `hear` nothing that is said counts."""
    socket = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=4 * 1024, compress=False)
    await socket.prepare(request)
    assert request.transport is not None  # it is there as long as nobody has gone
    somebody = Connected(request.transport, make, socket.send_str, socket.close, one_of_many=one_of_many)
    try:
        await audience.join(somebody)
        async for message in socket:
            if message.type is WSMsgType.TEXT and hear is not None:
                await _answer(socket, told(await heard(message.data, hear)))
    except ConnectionError:
        pass
    finally:
        audience.leave(somebody)
    return socket


async def over_stream(request: web.Request, audience: Audience, make: Make) -> web.StreamResponse:
    """Tell by server-sent events, where there are no WebSockets; what is said comes by POST."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    response.enable_chunked_encoding()
    await response.prepare(request)
    assert request.transport is not None
    ended = asyncio.Event()

    async def send(text: str) -> None:
        await response.write(f"data: {text}\n\n".encode())

    async def end() -> None:
        ended.set()

    somebody = Connected(request.transport, make, send, end, one_of_many=True)
    try:
        await audience.join(somebody)
        while not ended.is_set():
            await send(told(Pong()))
            with suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), _BEAT)
    except ConnectionError:
        pass
    finally:
        audience.leave(somebody)
    return response


async def heard(text: str | bytes, hear: Hear) -> Told:
    """What comes of a message, whatever it is."""
    try:
        return await hear(said(text))
    except Unreadable:
        return Refused("unreadable")
    except Gone:
        return Refused("gone")


async def _answer(socket: web.WebSocketResponse, text: str) -> None:
    """Answer; whoever is too slow to take it in is let go."""
    try:
        async with asyncio.timeout(_SLOW):
            await socket.send_str(text)
    except TimeoutError:
        raise ConnectionError from None
