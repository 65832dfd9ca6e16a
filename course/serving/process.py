"""The server as a process: it opens its store, listens, and ends when it is told to or when its last room is over."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from aiohttp import web

from course.model.record import Record
from course.room.stores.sqlite import SqliteRooms
from course.room.stores.store import Gone, Store
from course.serving.addresses import origins
from course.serving.app import Server
from course.serving.gate import Hosts
from course.serving.hall import Hall
from course.serving.library import Library
from course.serving.memory import remember, remembered, rooms_file, without_room
from course.system.files import NotWritten
from course.visit.course_folder import CourseFolder

_LOOK_AGAIN = 5.0
"""Seconds after which it is looked whether the machine has other addresses now."""
_A_DAY = 24 * 3600.0
_CLOSING = 3.0
_NEVER_OPENED = 60.0
"""Seconds after which a server that was begun for a room ends where none was opened: its screen was left meanwhile."""


class Setting(Record):
    """How a server is to run."""

    folders: tuple[Path, ...]
    """The courses that rooms may be about."""
    key: str
    """Whoever has it may open rooms."""
    bind: str = "0.0.0.0"
    port: int = 0
    """0 for any that is free."""
    public_url: str = ""
    """How browsers call it, where something stands in front of it; `""` for the machine's own addresses."""
    database: str = ""
    """A PostgreSQL's address; `""` for the file in the data folder."""
    until_over: bool = False
    """Whether it ends with its last room."""
    keep: int = 0
    """Days after which a room is forgotten, over or not; 0 for never."""
    lingers: float = 600.0
    """Seconds for which it stays after that, where anybody came, so that they can take along what they decided."""


async def serve(setting: Setting, ready: Callable[[int], None]) -> None:
    """Serve until it is told to end. `ready` is told the port. Raises OSError where it cannot listen."""
    store = await open_store(setting.database)
    hall = Hall(store, libraries([CourseFolder(each) for each in setting.folders]))
    server = Server(hall, Hosts([]), setting.key, date.today)
    runner = web.AppRunner(server.app, access_log=None, shutdown_timeout=_CLOSING)
    await runner.setup()
    site = web.TCPSite(runner, setting.bind, setting.port)
    try:
        await site.start()
        port = int(runner.addresses[0][1])
        server.hosts = _hosts(setting.public_url, port)
        hall.begin()
        ready(port)
        looking = asyncio.create_task(_keep_looking(server, setting, port))
        forgetting = asyncio.create_task(_keep_forgetting(store, setting.keep))
        await _until_ended(hall, setting)
        looking.cancel()
        forgetting.cancel()
    finally:
        await hall.close()
        await runner.cleanup()
        await store.close()


class NoStore(OSError):
    """The database that was named cannot be opened."""


async def open_store(database: str) -> Store:
    """The store in that database; without one, in a file. Raises ImportError and NoStore."""
    if not database:
        return SqliteRooms(rooms_file())
    from psycopg import Error  # a driver that not everybody has installed

    from course.room.stores.postgres import PostgresRooms

    try:
        return await PostgresRooms.connect(database)
    except (Error, ValueError) as error:  # an address that is none, or nobody there
        raise NoStore(str(error).partition("\n")[0]) from None


def libraries(folders: Sequence[CourseFolder]) -> Callable[[str], Library]:
    """What gives a course by its id."""
    courses = {folder.course.id: folder for folder in folders}

    @cache
    def library(course: str) -> Library:
        folder = courses.get(course)
        if folder is None:
            raise Gone(course)
        scenarios = (folder.open(each.id) for each in folder.heads if each.scored)
        return Library(folder.course, tuple(each for each in scenarios if each is not None))

    return library


def _hosts(public_url: str, port: int) -> Hosts:
    return Hosts([public_url] if public_url else origins(port))


async def _keep_looking(server: Server, setting: Setting, port: int) -> None:
    """The laptop may change its network."""
    while True:
        await asyncio.sleep(_LOOK_AGAIN)
        server.hosts = await asyncio.to_thread(_hosts, setting.public_url, port)


async def _keep_forgetting(store: Store, days: int) -> None:
    """Forget what is too old, now and every day."""
    while days > 0:
        await forget_older(store, date.today() - timedelta(days=days))
        await asyncio.sleep(_A_DAY)


async def forget_older(store: Store, day: date) -> None:
    """Forget each room that was opened before that day."""
    for each in await store.rooms():
        if date.fromisoformat(each.opened) < day:
            with suppress(Gone):
                await store.forget(each.id)
            with suppress(OSError, NotWritten):
                remember(without_room(remembered(), each.code))


def may_end(hall: Hall, setting: Setting, idle: float, *, had_any: bool) -> bool:
    """Whether a server that ends with its last room ends now, when none has gone on for so many seconds; `had_any`
    says whether one ever did."""
    if hall.goes_on() or not setting.until_over:
        return False
    return idle > (setting.lingers if hall.anybody_came() else 0 if had_any else _NEVER_OPENED)


async def _until_ended(hall: Hall, setting: Setting) -> None:
    """Until somebody says so, or the last room has been over for a while."""
    ended, loop = asyncio.Event(), asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, ended.set)
    had_any, since = False, loop.time()
    while not ended.is_set():
        if hall.goes_on():
            had_any, since = True, loop.time()
        if may_end(hall, setting, loop.time() - since, had_any=had_any):
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(ended.wait(), 1.0)
