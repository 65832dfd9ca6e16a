"""A room of many phones: how soon a vote is acknowledged, once it is on disk, beside a raw echo in the same run.

Server, echo and crowd are processes of their own, on one machine and over loopback, which says nothing about a Wi-Fi.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any

import aiohttp

from tests.bench.row import Row

PHONES = 2000
_KEY = "bench"
_QUIET = 3.0
"""Seconds until every phone has heard of everybody's vote."""
_ECHO = """
import asyncio
from aiohttp import web
async def echo(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    async for message in socket:
        await socket.send_str(message.data)
    return socket
async def main():
    app = web.Application(); app.add_routes([web.get("/", echo)])
    runner = web.AppRunner(app); await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0); await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""


class Heard:
    """A socket that is listened to all the time, as a browser does: so what the server asks is answered, and nobody is
    taken for gone."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._said: asyncio.Queue[str] = asyncio.Queue()
        self._listening = asyncio.create_task(self._listen())
        self.send_str = socket.send_str
        self.receive_str = self._said.get

    async def _listen(self) -> None:
        async for message in self._socket:
            self._said.put_nowait(message.data)

    async def close(self) -> None:
        """Leave."""
        await self._socket.close()
        await self._listening


Sockets = Sequence[Heard]
Answered = Callable[[Heard], Awaitable[None]]


def rows() -> Iterator[Row]:
    """Every row about rooms."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "FINELINE_HOME": home, "FINELINE_SERVER_KEY": _KEY}
        server = _started([sys.executable, "-m", "course", "serve", "--port", "0", "--bind", "127.0.0.1"], environment)
        echo = _started([sys.executable, "-c", _ECHO], environment)
        try:
            yield from asyncio.run(_measure(server, echo))
        finally:
            for process, _ in (server, echo):
                process.terminate()
                process.communicate()


def _started(command: Sequence[str], environment: dict[str, str]) -> tuple[subprocess.Popen[str], int]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, int(process.stdout.readline())


async def _measure(server: tuple[subprocess.Popen[str], int], echo: tuple[subprocess.Popen[str], int]) -> list[Row]:
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as session:
        echoed = [Heard(await session.ws_connect(f"http://127.0.0.1:{echo[1]}/")) for _ in range(PHONES)]
        raw = await _all(echoed, "x", _echoed, 1.0)
        raw_at_once = await _all(echoed, "x", _echoed, 0.0)
        for each in echoed:
            await each.close()
        at = f"http://127.0.0.1:{server[1]}"
        headers = {"Authorization": f"Bearer {_KEY}"}
        async with session.post(f"{at}/rooms", json={"course": "after-the-interview"}, headers=headers) as answer:
            opened = json.loads(await answer.read())
        code = opened["room"]["code"]
        bearer = {"Authorization": f"Bearer {opened['key']}"}
        host = Heard(await session.ws_connect(f"{at}/r/{code}/host", headers=bearer))
        first = (await _state(host))["scenarios"][0]["id"]
        view = await _do(host, 0, {"type": "Began", "scenario": first, "seed": 1})
        phones = await _come_in(session, at, code)
        while view["ballot"] is None:  # it only goes on from there
            view = await _do(host, view["number"], {"type": "WentOn"})
        view = await _do(host, view["number"], {"type": "Opened"})
        ballot = await _ballot(phones[0])
        vote = json.dumps({"type": "Cast", "round": ballot["number"], "answer": ballot["options"][0]["answer"]})
        spread = await _all(phones, vote, _kept, 1.0)
        at_once = await _all(phones, vote, _kept, 0.0)
        view = await _do(host, view["number"], {"type": "Closed"})
        revealed = await _reveal(host, phones, view["number"])
        memory = _peak(server[0].pid)
    return [
        Row("2,000 votes within a second, loopback: p99 in ms to the acknowledgment, on disk", _p99(spread) * 1000, 20),
        Row("the same in a raw echo", _p99(raw) * 1000, ""),
        Row("2,000 votes at once: p99 / the echo's", _p99(at_once) / _p99(raw_at_once), 2),
        Row("2,000 votes at once: votes a second / the echo's", max(raw_at_once) / max(at_once), 0.8),
        Row("reveal to 2,000 phones, in ms until the last has it", revealed * 1000, 100),
        Row("peak memory of the server, in MB", memory, 120),
    ]


async def _state(socket: Heard) -> dict[str, Any]:
    """The next state that is told."""
    while True:
        message: dict[str, Any] = json.loads(await socket.receive_str())
        if message["type"] == "State":
            return message


async def _do(host: Heard, seen: int, event: dict[str, object]) -> dict[str, Any]:
    """Lead one step, and wait until the room has moved; how it looks then."""
    await host.send_str(json.dumps({"type": "Do", "seen": seen, "event": event}))
    while (view := (await _state(host))["view"])["number"] <= seen:
        pass
    return dict(view)


async def _ballot(phone: Heard) -> dict[str, Any]:
    while (ballot := (await _state(phone))["view"]["ballot"]) is None or not ballot["number"]:
        pass
    return dict(ballot)


async def _reveal(host: Heard, phones: Sockets, seen: int) -> float:
    """How long it takes until every phone has the reveal."""
    await asyncio.sleep(_QUIET)

    async def has_it(phone: Heard) -> None:
        while '"step":"revealed"' not in (await phone.receive_str())[:200]:
            pass

    began = time.perf_counter()
    await host.send_str(json.dumps({"type": "Do", "seen": seen, "event": {"type": "Revealed"}}))
    await asyncio.gather(*map(has_it, phones))
    return time.perf_counter() - began


async def _all(sockets: Sockets, text: str, answered: Answered, spread: float) -> list[float]:
    """Everybody says it, each at a random moment of so many seconds; how long each waited for the answer."""

    async def one(socket: Heard) -> float:
        await asyncio.sleep(random.uniform(0, spread))
        began = time.perf_counter()
        await socket.send_str(text)
        await answered(socket)
        return time.perf_counter() - began

    return await asyncio.gather(*map(one, sockets))


async def _echoed(socket: Heard) -> None:
    await socket.receive_str()


async def _kept(socket: Heard) -> None:
    while not (await socket.receive_str()).startswith('{"type":"Kept"'):
        pass  # read no further: that a phone draws costs the server nothing


def _p99(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=100)[98]


def _peak(process: int) -> float:
    """The most memory that a process has had, in MB."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1000 if found else float("nan")


async def _come_in(session: aiohttp.ClientSession, at: str, code: str) -> list[Heard]:
    """Everybody, a table at a time."""
    found: list[Heard] = []
    while len(found) < PHONES:
        found += await asyncio.gather(*(_phone(session, at, code) for _ in range(50)))
    return found


async def _phone(session: aiohttp.ClientSession, at: str, code: str) -> Heard:
    async with session.post(f"{at}/r/{code}/enter", data=b"{}") as answer:
        cookie = answer.headers["Set-Cookie"].split(";")[0]
    return Heard(await session.ws_connect(f"{at}/r/{code}/socket", headers={"Cookie": cookie}))
