"""`fineline rooms`: the rooms that are kept here: list, show, stop, export, forget."""

from __future__ import annotations

import argparse
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from course.cli import rooms_told
from course.cli.asking import can_ask, sure
from course.cli.common import open_folder
from course.cli.exit_status import CouldNotRun
from course.cli.parser import course_option, plain_option
from course.cli.room_store import with_store
from course.cli.writing import force_option, write
from course.system.printing import put, warn
from course.words import say

if TYPE_CHECKING:
    from course.room.stores.store import RoomRow, Store
    from course.serving.live import LiveRoom

Made = TypeVar("Made")
_WHAT = ("list", "show", "resume", "stop", "export", "forget")
_TAKES = {"list": 0, "export": 2}
"""How many words each takes, where that is not one."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("what", nargs="?", choices=_WHAT, default="list", help=say("command.rooms.what"))
    parser.add_argument("code", nargs="?", metavar="CODE", help=say("command.rooms.code"))
    parser.add_argument("file", nargs="?", metavar="FILE", type=Path, help=say("command.rooms.file"))
    parser.add_argument("--database", default="", metavar="URL", help=say("command.serve.database"))
    parser.add_argument("--yes", action="store_true", help=say("command.rooms.yes"))
    force_option(parser)
    plain_option(parser)
    course_option(parser)


def run(options: argparse.Namespace) -> int:
    """Do with the rooms what was asked for. Raises CouldNotRun."""
    if options.what != "list" and not options.code:
        raise CouldNotRun(say("command.rooms.which", what=options.what))
    if more := [str(each) for each in (options.code, options.file)[_TAKES.get(options.what, 1) :] if each]:
        raise CouldNotRun(say("command.rooms.too-much", what=options.what, given=" ".join(more)))
    if options.what == "export" and not options.file:
        raise CouldNotRun(say("command.rooms.where"))
    do = {"list": _list, "show": _show, "resume": _resume, "stop": _stop, "export": _export, "forget": _forget}
    return do[options.what](options)


def _list(options: argparse.Namespace) -> int:
    async def told(store: Store) -> list[str]:
        return await rooms_told.lines(store, await store.rooms(), options.course)

    found = _with_store(options, told)
    if not found:
        warn(say("command.rooms.none"))
    for each in found:
        put(each)
    return 0


def _show(options: argparse.Namespace) -> int:
    from course.room.results import results
    from course.words.rooms import lines

    live = _with_room(options, _same)
    for line in lines(live.room.course, results(live.room, live.votes)):
        put(line)
    return 0


def _resume(options: argparse.Namespace) -> int:
    """The same as `fineline host --resume CODE`, with all else as it was typed."""
    from course.cli import host_command

    parser = argparse.ArgumentParser()
    host_command.arguments(parser)
    return host_command.run(parser.parse_args([f"--resume={options.code}"], options))


def _export(options: argparse.Namespace) -> int:
    from course.room.results import results
    from course.serving.room_export import as_csv, as_html, as_json

    forms = {".csv": as_csv, ".json": as_json, ".html": as_html}
    make = forms.get(options.file.suffix.lower())
    if make is None:
        raise CouldNotRun(say("command.rooms.forms"))
    live = _with_room(options, _same)
    if write(
        options.file, make(live.room, live.votes, results(live.room, live.votes), live.lines), force=options.force
    ):
        put(say("command.rooms.written", file=options.file))
    return 0


def _stop(options: argparse.Namespace) -> int:
    from course.room.events import Ended

    async def stop(live: LiveRoom, _: Store) -> None:
        if not live.row.over:
            await live.do(live.room.number, Ended())

    _with_room(options, stop)
    put(say("command.rooms.stopped", code=options.code.upper()))
    return 0


def _forget(options: argparse.Namespace) -> int:
    _with_row(options, _same)  # of what is not there nobody is asked
    if not options.yes:
        if not can_ask():
            raise CouldNotRun(say("command.rooms.unasked"))
        if not sure(lambda yes: say("command.rooms.sure", code=options.code.upper(), yes=yes)):
            warn(say("command.forget.nothing-deleted"))
            return 0

    async def forget(row: RoomRow, store: Store) -> None:
        await store.forget(row.id)

    from course.serving.memory import remember, remembered, without_room

    _with_row(options, forget)
    remember(without_room(remembered(), options.code.upper()))
    put(say("command.rooms.forgotten", code=options.code.upper()))
    return 0


async def _same(found: Made, _: Store) -> Made:
    return found


def _with_room(options: argparse.Namespace, do: Callable[[LiveRoom, Store], Awaitable[Made]]) -> Made:
    """What comes of doing something with the room of that code. Raises CouldNotRun."""
    from course.room.apply import Unfit
    from course.serving.live import LiveRoom
    from course.serving.process import libraries

    folder = open_folder(options.course)
    library = libraries([folder])

    async def load(row: RoomRow, store: Store) -> Made:
        found = library(row.course)
        try:
            live = await LiveRoom.load(row, found, store)
        except Unfit:
            raise CouldNotRun(say("command.rooms.changed", code=row.code)) from None
        return await do(live, store)

    return _with_row(options, load)


def _with_row(options: argparse.Namespace, do: Callable[[RoomRow, Store], Awaitable[Made]]) -> Made:
    """What comes of doing something with the latest room of that code. Raises CouldNotRun."""
    from course.room.stores.store import Gone

    async def find(store: Store) -> Made:
        row = next((each for each in await store.rooms() if each.code == options.code.upper()), None)
        if row is None:
            raise Gone(options.code)
        return await do(row, store)

    try:
        return _with_store(options, find)
    except Gone:
        raise CouldNotRun(say("command.rooms.no-such", code=options.code)) from None


def _with_store(options: argparse.Namespace, do: Callable[[Store], Awaitable[Made]]) -> Made:
    """What comes of doing something with the store. Raises CouldNotRun where it cannot be opened."""
    return with_store(options.database or os.environ.get("FINELINE_DATABASE", ""), do)
