"""A proxy as bad networks are: connections through it can stall in silence, and look open for as long as one waits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class Proxy:
    """Passes on what comes, until it stalls."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._stalled: set[asyncio.Event] = set()
        self._open: set[asyncio.Event] = set()
        self._writers: list[asyncio.StreamWriter] = []
        self.origin = ""

    def stall(self) -> None:
        """From now on nothing passes by the connections that are open; new ones are fine."""
        for each in self._open:
            each.set()

    def drop(self) -> None:
        """The connections that are open end."""
        for each in self._writers:
            each.close()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass on what comes by one connection."""
        stalled = asyncio.Event()
        self._open.add(stalled)
        upstream_reader, upstream_writer = await asyncio.open_connection("127.0.0.1", self._port)
        self._writers += [writer, upstream_writer]
        await asyncio.gather(_pass(reader, upstream_writer, stalled), _pass(upstream_reader, writer, stalled))
        self._open.discard(stalled)


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, stalled: asyncio.Event) -> None:
    with suppress(ConnectionError, RuntimeError):
        while data := await reader.read(65536):
            if stalled.is_set():
                continue  # read, and gone
            writer.write(data)
            await writer.drain()
        if not stalled.is_set():
            writer.close()


@asynccontextmanager
async def proxy(port: int) -> AsyncIterator[Proxy]:
    """A proxy before whatever listens there."""
    found = Proxy(port)
    server = await asyncio.start_server(found.serve, "127.0.0.1", 0)
    found.origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield found
    finally:
        server.close()
        found.drop()
        await asyncio.sleep(0)
