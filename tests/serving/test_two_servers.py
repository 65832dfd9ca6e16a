"""Two servers over one PostgreSQL: one is killed during a vote, and its phones vote through the other."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession, CookieJar

from tests.folders import STALL
from tests.postgres import new_database

pytestmark = pytest.mark.slow
KEY = "two servers"
VOTERS = 40


class Server:
    """A process of its own."""

    def __init__(self, home: Path, database: str) -> None:
        environment = {
            **os.environ,
            "FINELINE_HOME": str(home),
            "FINELINE_SERVER_KEY": KEY,
            "FINELINE_DATABASE": database,
        }
        command = [sys.executable, "-m", "course", "serve", "--port", "0", "--course", str(STALL)]
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.at = f"http://127.0.0.1:{int(self.process.stdout.readline())}"

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        self.process.send_signal(how)
        self.process.communicate()


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[Server]]:
    database = new_database()
    found = [Server(tmp_path, database) for _ in range(2)]
    yield found
    for each in found:
        if each.process.poll() is None:
            each.end()


async def _state(at: str, code: str) -> dict[str, object]:
    async with ClientSession() as session, session.get(f"{at}/screen/{code}/now") as answer:
        view: dict[str, object] = (await answer.json())["view"]
        return view


async def _open(servers: list[Server]) -> tuple[str, list[str]]:
    """A room in which a vote is open, and what can be voted for first."""
    async with ClientSession(servers[0].at, headers={"Authorization": f"Bearer {KEY}"}) as session:
        async with session.post("/rooms", json={"course": "market"}) as answer:
            opened = await answer.json()
        code, key = opened["room"]["code"], {"Authorization": f"Bearer {opened['key']}"}
        async with session.ws_connect(f"/r/{code}/host", headers=key) as host:
            first = json.loads(await host.receive_str())["scenarios"][0]["id"]
            for seen, event in enumerate(({"type": "Began", "scenario": first, "seed": 1}, {"type": "Opened"})):
                await host.send_str(json.dumps({"type": "Do", "seen": seen, "event": event}))
                while json.loads(await host.receive_str())["type"] != "Pong":
                    pass
    view = await _state(servers[1].at, code)
    ballot = view["ballot"]
    assert isinstance(ballot, dict)
    return code, ballot["options"][0]["answer"]


async def _vote(servers: list[Server], code: str, answer: list[str]) -> str:
    """Vote through the first server that answers, as a phone does that comes back by itself."""
    for each in servers:
        try:
            async with ClientSession(each.at, cookie_jar=CookieJar(unsafe=True)) as session:
                await (await session.post(f"/r/{code}/enter")).read()
                vote = json.dumps({"type": "Cast", "round": 1, "answer": answer})
                async with session.post(f"/r/{code}/say", data=vote) as said:
                    return str((await said.json())["type"])
        except (ClientError, OSError):
            continue
    return "nobody answers"


async def test_one_server_is_killed_during_a_vote_and_nothing_is_lost(servers: list[Server]) -> None:
    code, answer = await _open(servers)
    voting = [asyncio.create_task(_vote(servers, code, answer)) for _ in range(VOTERS)]
    await asyncio.wait(voting, return_when=asyncio.FIRST_COMPLETED)
    servers[0].end(signal.SIGKILL)
    said = await asyncio.gather(*voting)
    assert set(said) == {"Kept"}
    while (await _state(servers[1].at, code))["voted"] < VOTERS:  # type: ignore[operator]
        await asyncio.sleep(0.05)
