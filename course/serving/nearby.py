"""The server beside a facilitator's screen: a process of its own, so that a closed or crashed screen ends no room.

Where the process has died, another takes its place at the same port, so that phones find it by themselves.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import subprocess
import sys
from contextlib import suppress
from enum import Enum, auto
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import aiohttp

from course.model.encoding import from_json, to_json
from course.model.record import replace
from course.serving.addresses import addresses, origin
from course.serving.hall import Opened
from course.serving.memory import remember, remembered, rooms_file
from course.serving.podium import has_room
from course.serving.process import open_store
from course.serving.remote import NotStarted
from course.system.files import NotWritten

KEY_VARIABLE = "FINELINE_SERVER_KEY"
"""The environment variable that holds a server's key; arguments can be read by others on the machine."""
_PATIENCE = 5.0
_TRIES = 5
"""So often is it waited for that long, where a server holds its port and does not answer."""


class _Found(Enum):
    """Who listens at a port."""

    NOBODY = auto()
    OURS = auto()
    """A server that knows our key and the course."""
    OTHERS = auto()
    BUSY = auto()
    """Somebody who does not answer just now."""


class Beside:
    """The server for one course on this machine, which is kept running."""

    def __init__(self, course: str, folder: Path, database: str = "") -> None:
        """`folder` is that course's; `database` a PostgreSQL's address, or `""` for the file in the data folder."""
        self._course = course
        self._folder = folder
        self._database = database
        known = remembered()
        self._port = known.port
        self._process: subprocess.Popen[str] | None = None
        self._said = ""
        self.key = known.server_key or secrets.token_urlsafe(16)
        """Whoever has it may open rooms."""

    @property
    def at(self) -> str:
        """Its origin, as this machine calls it."""
        return origin("127.0.0.1", self._port)

    def origins(self) -> tuple[str, ...]:
        """The addresses at which phones reach it, the likely ones first."""
        return tuple(origin(each.host, self._port) for each in addresses()) or (self.at,)

    async def running(self) -> bool:
        """Have it running: the one that runs already, or a new one, at the same port where nobody listens there;
        whether it is a new one. Raises NotStarted."""
        found = _Found.BUSY if self._port else _Found.OTHERS
        for _ in range(_TRIES):
            if found is _Found.BUSY:
                found = await self._found()
        if found is _Found.OURS:
            return False
        if found is _Found.NOBODY and await self._begun(self._port):
            return True
        if not await self._begun(0):
            raise NotStarted(self._said)
        return True

    async def keeps(self, code: str) -> bool:
        """Whether a room of that code is in the store. Where that cannot be read just now, it is taken to be."""
        if not self._database and not rooms_file().exists():
            return True
        try:
            return await asyncio.to_thread(asyncio.run, _kept(self._database, code))
        except Exception:  # whatever keeps it from being read
            return True

    async def _begun(self, port: int) -> bool:
        """Begin one at that port, or at any for 0; whether it runs. Which port it is, is kept for the next time."""
        with TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
            process = _run(port, self.key, self._folder, self._database, errors)
            found = await asyncio.to_thread(_port_of, process)
            if not found:
                errors.seek(0)
                self._said = errors.read().strip().removeprefix("fineline: ")
                return False
        self._process, self._port = process, found
        with suppress(OSError, NotWritten):
            remember(replace(remembered(), port=found, server_key=self.key))
        return True

    async def _found(self) -> _Found:
        """Ask at that address whether it is our server that listens there, another one, or none."""
        timeout, headers = aiohttp.ClientTimeout(_PATIENCE), {"Authorization": f"Bearer {self.key}"}
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, headers=headers) as session,
                session.get(f"{self.at}/courses/{self._course}") as answer,
            ):
                return _Found.OURS if answer.status == HTTPStatus.NO_CONTENT else _Found.OTHERS
        except TimeoutError:
            return _Found.BUSY
        except (aiohttp.ClientConnectionError, OSError):
            return _Found.NOBODY
        except aiohttp.ClientError:
            return _Found.OTHERS


async def opened(at: str, server_key: str, course: str, name: str) -> Opened:
    """A new room on the server at that origin. Raises aiohttp.ClientError."""
    headers = {"Authorization": f"Bearer {server_key}"}
    body = to_json({"course": course, "name": name})
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(f"{at}/rooms", data=body, raise_for_status=True) as answer,
    ):
        return from_json(await answer.read(), Opened)


async def _kept(database: str, code: str) -> bool:
    store = await open_store(database)
    try:
        return await has_room(store, code)
    finally:
        await store.close()


def _run(port: int, key: str, folder: Path, database: str, errors: IO[str]) -> subprocess.Popen[str]:
    """Begin a server in a session of its own, so that what ends the terminal does not end it."""
    command = [sys.executable, "-P", "-m", "course", "serve", "--port", str(port), "--until-over"]
    command += ["--course", str(folder)]
    environment = {**os.environ, KEY_VARIABLE: key, **({"FINELINE_DATABASE": database} if database else {})}
    return subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=errors,  # a file, since nobody reads a pipe for as long as it runs
        text=True,
        start_new_session=True,
    )


def _port_of(process: subprocess.Popen[str]) -> int:
    """The port that it says it listens at; 0 when it ends without one."""
    line = _line(process.stdout)
    return int(line) if line.isdecimal() else 0


def _line(out: IO[str] | None) -> str:
    return out.readline().strip() if out is not None else ""
