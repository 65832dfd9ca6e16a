"""A server for tests, on a port of its own, with the tiny course in a room; and people who talk to it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

from aiohttp import ClientSession, CookieJar, web

from course.model.encoding import to_json
from course.room.events import Began, Opened, RoomEvent
from course.room.stores.store import Gone, Store
from course.serving.app import Server
from course.serving.gate import Hosts
from course.serving.hall import Hall
from course.serving.library import Library
from course.serving.live import LiveRoom
from tests import market
from tests.builders import tiny_course, tiny_scenario

KEY = "the server's key"
TODAY = date(2026, 11, 27)
PATIENCE = 60.0


def library(course: str) -> Library:
    """The tiny course, by its id; and the market, where facts are told apart first."""
    if course == "tiny":
        return Library(tiny_course(), (tiny_scenario(),))
    if course == market.COURSE.id:
        return Library(market.COURSE, (market.telling_facts_apart(),))
    raise Gone(course)


async def voting(hall: Hall) -> LiveRoom:
    """A room in which a vote is open."""
    opened = await hall.open("tiny", "", TODAY)
    room = await hall.live(opened.room.id)
    await room.do(0, Began("tale", 1))
    await room.do(1, Opened())
    return room


class Somebody:
    """A connection that has heard something, or waits until it has."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self.state: dict[str, Any] = {}
        self.raw: list[str] = []
        """Everything that came over the wire."""

    async def say(self, **message: object) -> dict[str, Any]:
        """Say that, and give what is answered; states that come before are taken in."""
        await self._socket.send_str(json.dumps(message))
        while (heard := await self._hear())["type"] == "State":
            pass
        return heard

    async def until(self, step: str) -> dict[str, Any]:
        """The view, once the room is at that step."""
        while self.state.get("view", {}).get("step") != step:
            await self._hear()
        return dict(self.state["view"])

    async def do(self, event: RoomEvent) -> dict[str, Any]:
        """Lead, having seen all there is to see; and see what that has changed."""
        seen = self.state["view"]["number"]
        answer = await self.say(type="Do", seen=seen, event=json.loads(to_json(event)))
        while answer["type"] == "Pong" and self.state["view"]["number"] == seen:
            await self._hear()
        return answer

    async def _hear(self) -> dict[str, Any]:
        text = await asyncio.wait_for(self._socket.receive_str(), PATIENCE)
        self.raw.append(text)
        message: dict[str, Any] = json.loads(text)
        if message["type"] == "State":
            self.state = message
        return message


class Site:
    """A server and how to talk to it."""

    def __init__(self, origin: str, hall: Hall, server: Server) -> None:
        self.origin = origin
        self.hall = hall
        self.server = server
        self.code = ""
        self.key = ""
        self._sessions: list[ClientSession] = []

    def session(self) -> ClientSession:
        """Somebody's browser, with cookies of its own."""
        session = ClientSession(self.origin, cookie_jar=CookieJar(unsafe=True))
        self._sessions.append(session)
        return session

    async def open(self, course: str = "tiny") -> None:
        """A room for whoever comes."""
        opened = await self.hall.open(course, "", TODAY)
        self.code, self.key = opened.room.code, opened.key

    async def host(self) -> Somebody:
        """The facilitator."""
        headers = {"Authorization": f"Bearer {self.key}"}
        return await _heard(await self.session().ws_connect(f"/r/{self.code}/host", headers=headers))

    async def voting(self) -> Somebody:
        """The facilitator, who has opened a vote."""
        host = await self.host()
        await host.do(Began("tale", 1))
        await host.do(Opened())
        return host

    async def phone(self, step: str = "lobby") -> Somebody:
        """Somebody who has come in, and has seen the room at that step."""
        session = self.session()
        async with session.post(f"/r/{self.code}/enter") as answer:
            assert answer.status == 200
        return await _heard(await session.ws_connect(f"/r/{self.code}/socket"), step)

    async def screen(self) -> Somebody:
        """The projected page."""
        return await _heard(await self.session().ws_connect(f"/screen/{self.code}/socket"))

    async def close(self) -> None:
        """Everybody goes."""
        for each in self._sessions:
            await each.close()


async def _heard(socket: Any, step: str = "lobby") -> Somebody:
    found = Somebody(socket)
    await found.until(step)
    return found


@asynccontextmanager
async def site(store: Store) -> AsyncIterator[Site]:
    """A server over that store, with a room."""
    hall = Hall(store, library)
    server = Server(hall, Hosts([]), KEY, lambda: TODAY)
    runner = web.AppRunner(server.app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
    server.hosts = Hosts([origin])
    hall.begin()
    found = Site(origin, hall, server)
    try:
        yield found
    finally:
        await found.close()
        await hall.close()
        await runner.cleanup()
