"""Connections to a room: everybody is told how it stands whenever that changes, and heard one message at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress

from aiohttp import WSMsgType, web

from course.room.stores.store import Gone
from course.serving.hall import Hall
from course.serving.wire import Pong, Refused, Saying, Told, Unreadable, said, told

A_TICK = 0.1
"""Seconds between two states that are told, at the least."""
_STATES_A_SECOND = 4000
"""What one process tells at most: in a large room everybody is told less often, so that votes are not kept waiting."""
_HEARTBEAT = 20.0
_BEAT = 8.0
"""Seconds after which a stream says that it is alive, since a page cannot ask by one."""
_SLOW = 10.0
"""Seconds after which somebody who does not take in what they are told is let go; they come back by themselves."""

Make = Callable[[], str]
Hear = Callable[[Saying], Awaitable[Told]]


async def states(hall: Hall, room_id: str, make: Make) -> AsyncGenerator[str, None]:
    """How the room stands, at once and whenever that changes, as JSON; nothing twice. Ends when the room is gone."""
    event, before = hall.watch(room_id), ""
    try:
        while True:
            event.clear()
            now = make()
            if now != before:
                yield now
            before = now
            await event.wait()
            if hall.is_gone(room_id):
                return
            await asyncio.sleep(max(A_TICK, hall.watchers(room_id) / _STATES_A_SECOND))
    finally:
        hall.unwatch(room_id, event)


async def over_socket(
    request: web.Request, hall: Hall, room_id: str, make: Make, hear: Hear | None
) -> web.StreamResponse:
    """Talk over a WebSocket until either side goes. Without `hear` nothing that is said counts."""
    socket = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=4 * 1024, compress=False)
    await socket.prepare(request)
    telling = asyncio.create_task(_tell(socket, hall, room_id, make))
    try:
        async for message in socket:
            if message.type is WSMsgType.TEXT and hear is not None:
                await _send(socket, told(await heard(message.data, hear)))
    except (TimeoutError, ConnectionError):
        pass
    finally:
        telling.cancel()
        with suppress(asyncio.CancelledError, ConnectionError, TimeoutError):
            await telling
    return socket


async def over_stream(request: web.Request, hall: Hall, room_id: str, make: Make) -> web.StreamResponse:
    """Tell by server-sent events, where there are no WebSockets; what is said comes by POST."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    response.enable_chunked_encoding()
    await response.prepare(request)
    beating = asyncio.create_task(_beat(response))
    try:
        async with aclosing(states(hall, room_id, make)) as found:
            async for state in found:
                await asyncio.wait_for(_event(response, state), _SLOW)
    except (TimeoutError, ConnectionError):
        pass
    finally:
        beating.cancel()
        with suppress(asyncio.CancelledError, ConnectionError):
            await beating
    return response


async def _beat(response: web.StreamResponse) -> None:
    while True:
        await asyncio.sleep(_BEAT)
        await _event(response, told(Pong()))


async def _event(response: web.StreamResponse, text: str) -> None:
    await response.write(f"data: {text}\n\n".encode())


async def heard(text: str | bytes, hear: Hear) -> Told:
    """What comes of a message, whatever it is."""
    try:
        return await hear(said(text))
    except Unreadable:
        return Refused("unreadable")
    except Gone:
        return Refused("gone")


async def _tell(socket: web.WebSocketResponse, hall: Hall, room_id: str, make: Make) -> None:
    async with aclosing(states(hall, room_id, make)) as found:
        async for state in found:
            await _send(socket, state)
    await socket.close()


async def _send(socket: web.WebSocketResponse, text: str) -> None:
    """Send that; whoever is too slow to take it in is let go."""
    try:
        await asyncio.wait_for(socket.send_str(text), _SLOW)
    except (TimeoutError, ConnectionError):
        await socket.close()
        raise ConnectionError from None
