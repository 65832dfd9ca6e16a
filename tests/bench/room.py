"""Rooms of many phones: how soon a vote is acknowledged, once it is on disk, beside a raw echo in the same run.

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
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from statistics import quantiles
from typing import Any, NamedTuple

import aiohttp

from tests.bench.row import Row
from tests.postgres import new_database

PHONES = 2000
_PEOPLE = 10
"""In each of many rooms."""
_TABLE = 50
"""People who come in together."""
_KEY = "bench"
_STATE = 2700
"""Bytes of what a phone is told."""
_QUIET = 3.0
"""Seconds until every phone has heard of everybody."""
_ECHO = """
import asyncio
from aiohttp import web
everybody = []
async def echo(request):
    socket = web.WebSocketResponse(max_msg_size=0)
    await socket.prepare(request)
    everybody.append(socket)
    async for message in socket:
        for each in everybody if message.data[0] == "*" else [socket]:
            await each.send_str(message.data)
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
    with _servers(1) as (at,), _echo() as echo:
        yield from asyncio.run(_in_one_room(at, echo))
    with _servers(1) as (at,):
        yield from asyncio.run(_in_many_rooms(at))
    with _servers(2, "--database", new_database()) as both:
        yield from asyncio.run(_over_postgres(both))


class At(NamedTuple):
    """A server that runs."""

    origin: str
    process: int


@contextmanager
def _servers(many: int, *options: str) -> Iterator[Sequence[At]]:
    """So many, with a data folder that is nobody's."""
    with tempfile.TemporaryDirectory() as home, ExitStack() as ends:
        environment = {**os.environ, "FINELINE_HOME": home, "FINELINE_SERVER_KEY": _KEY}
        command = [sys.executable, "-m", "course", "serve", "--port", "0", "--bind", "127.0.0.1", *options]
        yield [ends.enter_context(_started(command, environment)) for _ in range(many)]


def _echo() -> AbstractContextManager[At]:
    """One that says what is said to it and does nothing else."""
    return _started([sys.executable, "-c", _ECHO], dict(os.environ))


@contextmanager
def _started(command: Sequence[str], environment: dict[str, str]) -> Iterator[At]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield At(f"http://127.0.0.1:{int(process.stdout.readline())}", process.pid)
    finally:
        process.terminate()
        process.communicate()


def _session() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), cookie_jar=aiohttp.DummyCookieJar())


async def _in_one_room(at: At, echo: At) -> list[Row]:
    async with _session() as session:
        echoed = [Heard(await session.ws_connect(echo.origin)) for _ in range(PHONES)]
        raw = await _all(echoed, "x", _echoed, 1.0)
        raw_at_once = await _all(echoed, "x", _echoed, 0.0)
        raw_to_all = await _told_to_all(echoed[0].send_str("*" + "x" * _STATE), echoed, "*")
        for each in echoed:
            await each.close()
        room = await _voting(session, [at], PHONES)
        await asyncio.sleep(_QUIET)
        spread = await _all(room.phones, room.vote, _kept, 1.0)
        at_once = await _all(room.phones, room.vote, _kept, 0.0)
        revealed = await _reveal(room)
        memory = _peak(at.process)
    return [
        Row(f"{PHONES} votes within a second, loopback: p99 in ms until kept on disk", _p99(spread) * 1000, 20),
        Row("the same in a raw echo", _p99(raw) * 1000, ""),
        Row(f"{PHONES} votes at once: p99 / the echo's", _p99(at_once) / _p99(raw_at_once), 2),
        Row(f"{PHONES} votes at once: votes a second / the echo's", max(raw_at_once) / max(at_once), 0.8),
        Row(f"reveal to {PHONES} phones, in ms until the last has it", revealed * 1000, 100),
        Row("the same from a raw server, as many bytes", raw_to_all * 1000, ""),
        Row("peak memory of the server, in MB", memory, 120),
    ]


async def _in_many_rooms(at: At) -> list[Row]:
    async with _session() as session:
        rooms = [await _voting(session, [at], _PEOPLE) for _ in range(PHONES // _PEOPLE)]
        await asyncio.sleep(_QUIET)
        voted = await asyncio.gather(*(_all(each.phones, each.vote, _kept, 1.0) for each in rooms))
        memory = _peak(at.process)
    waited = [each for room in voted for each in room]
    return [
        Row(f"{len(rooms)} rooms of {_PEOPLE} within a second: p99 in ms", _p99(waited) * 1000, ""),
        Row("peak memory of the server, in MB", memory, ""),
    ]


async def _over_postgres(both: Sequence[At]) -> list[Row]:
    async with _session() as session:
        room = await _voting(session, both, PHONES)
        await asyncio.sleep(_QUIET)
        waited = await _all(room.phones, room.vote, _kept, 1.0)
    return [Row(f"{PHONES} votes within a second, two servers over PostgreSQL: p99 in ms", _p99(waited) * 1000, 30)]


class Voting(NamedTuple):
    """A room in which a vote is open."""

    host: Heard
    phones: Sockets
    number: int
    """Of its latest step."""
    vote: str
    """What a phone says to vote."""


async def _voting(session: aiohttp.ClientSession, servers: Sequence[At], people: int) -> Voting:
    """A new room, opened at the first of these servers; people come in by all of them in turn."""
    first = servers[0].origin
    headers = {"Authorization": f"Bearer {_KEY}"}
    async with session.post(f"{first}/rooms", json={"course": "after-the-interview"}, headers=headers) as answer:
        opened = json.loads(await answer.read())
    code, bearer = opened["room"]["code"], {"Authorization": f"Bearer {opened['key']}"}
    host = Heard(await session.ws_connect(f"{first}/r/{code}/host", headers=bearer))
    scenario = (await _state(host))["scenarios"][0]["id"]
    view = await _do(host, 0, {"type": "Began", "scenario": scenario, "seed": 1})
    phones: list[Heard] = []
    while len(phones) < people:  # a table at a time
        table = min(_TABLE, people - len(phones))
        at = [servers[nth % len(servers)].origin for nth in range(table)]
        phones += await asyncio.gather(*(_phone(session, each, code) for each in at))
    while view["ballot"] is None:  # it only goes on from there
        view = await _do(host, view["number"], {"type": "WentOn"})
    view = await _do(host, view["number"], {"type": "Opened"})
    ballot = await _ballot(phones[0])
    vote = json.dumps({"type": "Cast", "round": ballot["number"], "answer": ballot["options"][0]["answer"]})
    return Voting(host, phones, view["number"], vote)


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


async def _reveal(room: Voting) -> float:
    """Close the vote; how long it takes from then until every phone has the reveal."""
    closed = await _do(room.host, room.number, {"type": "Closed"})
    await asyncio.sleep(_QUIET)
    reveal = json.dumps({"type": "Do", "seen": closed["number"], "event": {"type": "Revealed"}})
    return await _told_to_all(room.host.send_str(reveal), room.phones, '"step":"revealed"')


async def _told_to_all(saying: Awaitable[None], sockets: Sockets, mark: str) -> float:
    """Say something; how long it takes until everybody has heard something with that mark."""

    async def hears(socket: Heard) -> None:
        while mark not in (await socket.receive_str())[:200]:
            pass

    began = time.perf_counter()
    await saying
    await asyncio.gather(*map(hears, sockets))
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


async def _phone(session: aiohttp.ClientSession, at: str, code: str) -> Heard:
    async with session.post(f"{at}/r/{code}/enter", data=b"{}") as answer:
        cookie = answer.headers["Set-Cookie"].split(";")[0]
    return Heard(await session.ws_connect(f"{at}/r/{code}/socket", headers={"Cookie": cookie}))
