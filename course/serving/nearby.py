"""The server beside a facilitator's screen: a process of its own, so that a closed or crashed screen ends no room.

What it takes to come back to it (its port, the rooms' keys) lies in one private file in the data folder.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

import aiohttp

from course.model.encoding import from_json, to_json
from course.model.record import Record, replace
from course.serving.addresses import origin
from course.serving.hall import Opened
from course.system import paths
from course.system.files import save_ours

KEY_VARIABLE = "FINELINE_SERVER_KEY"
"""The environment variable that holds a server's key; arguments can be read by others on the machine."""
_STARTING = 30.0
_STOPPING = 10.0


class Key(Record):
    """A room that can be come back to."""

    code: str
    key: str
    by_hand: bool = False


class Nearby(Record):
    """What was run here last."""

    port: int = 0
    server_key: str = ""
    rooms: tuple[Key, ...] = ()
    """Those opened last first."""


class NotStarted(Exception):
    """The server did not start; what it said."""


def remembered() -> Nearby:
    """What was run here last; nothing where that cannot be read."""
    with suppress(OSError, ValueError):
        return from_json(_file().read_bytes(), Nearby)
    return Nearby()


def remember(nearby: Nearby) -> None:
    """Keep it for the next time, for the owner's eyes alone. Raises NotWritten and OSError."""
    file = _file()
    paths.private_folder(file.parent)
    save_ours(file, to_json(nearby))


def with_room(nearby: Nearby, room: Key) -> Nearby:
    """The same with that room, the latest."""
    return replace(nearby, rooms=(room, *(each for each in nearby.rooms if each.code != room.code)))


async def answers(port: int) -> bool:
    """Whether a server of ours listens there."""
    with suppress(aiohttp.ClientError, OSError, TimeoutError):
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(2)) as session,
            session.get(f"{origin('127.0.0.1', port)}/static/room.css") as answer,
        ):
            return answer.status == 200
    return False


async def started(nearby: Nearby, folders: Sequence[Path], database: str = "") -> Nearby:
    """With the server running: the one that runs already, or a new one, at the same port if that is free. Raises
    NotStarted."""
    if nearby.port and await answers(nearby.port):
        return nearby
    for port in dict.fromkeys((nearby.port, 0)):
        process = _run(port, nearby.server_key, folders, database)
        found = await asyncio.to_thread(_port_of, process)
        if found:
            return replace(nearby, port=found)
    raise NotStarted(await asyncio.to_thread(_said, process))


async def opened(at: str, server_key: str, course: str, name: str) -> Opened:
    """A new room on the server at that origin. Raises aiohttp.ClientError."""
    headers = {"Authorization": f"Bearer {server_key}"}
    body = to_json({"course": course, "name": name})
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(f"{at}/rooms", data=body, raise_for_status=True) as answer,
    ):
        return from_json(await answer.read(), Opened)


def _run(port: int, key: str, folders: Sequence[Path], database: str) -> subprocess.Popen[str]:
    """Begin a server in a session of its own, so that what ends the terminal does not end it."""
    command = [sys.executable, "-P", "-m", "course", "serve", "--port", str(port), "--until-over"]
    command += [part for folder in folders for part in ("--course", str(folder))]
    environment = {**os.environ, KEY_VARIABLE: key, **({"FINELINE_DATABASE": database} if database else {})}
    return subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _port_of(process: subprocess.Popen[str]) -> int:
    """The port that it says it listens at; 0 when it ends without one."""
    line = _line(process.stdout)
    return int(line) if line.isdecimal() else 0


def _line(out: IO[str] | None) -> str:
    return out.readline().strip() if out is not None else ""


def _said(process: subprocess.Popen[str]) -> str:
    with suppress(subprocess.TimeoutExpired):
        return process.communicate(timeout=_STOPPING)[1].strip()
    return ""


def _file() -> Path:
    return paths.home() / "rooms.json"
