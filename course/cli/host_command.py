"""`fineline host`: a room that decides together, and its screen."""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from course.cli import rooms_told
from course.cli.asking import can_ask
from course.cli.authors import scenario_meant
from course.cli.common import no_scenario, open_folder
from course.cli.exit_status import CouldNotRun
from course.cli.faces import is_screen
from course.cli.parser import course_option, not_empty, plain_option
from course.serving.memory import Key, Wanted, going_on, known_room, rooms_file
from course.system import paths
from course.system.printing import put
from course.visit import settings as settings_file
from course.visit.course_folder import CourseFolder
from course.words import say

if TYPE_CHECKING:
    from course.serving.podium import Place, Podium

_KEY, _DATABASE = "FINELINE_SERVER_KEY", "FINELINE_DATABASE"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help=say("command.host.scenarios"))
    parser.add_argument("--name", default="", metavar="NAME", help=say("command.host.name"))
    parser.add_argument("--by-hand", action="store_true", help=say("command.host.by-hand"))
    parser.add_argument("--resume", nargs="?", const="", metavar="CODE", help=say("command.host.resume"))
    parser.add_argument("--rehearse", type=int, default=0, metavar="N", help=say("command.host.rehearse"))
    parser.add_argument("--server", metavar="URL", type=not_empty, help=say("command.host.server"))
    plain_option(parser)
    course_option(parser)


def run(options: argparse.Namespace) -> int:
    """Open the room, or come back to it, and lead it. Raises CouldNotRun."""
    if options.by_hand and options.rehearse:
        raise CouldNotRun(say("command.host.hands-or-phones"))
    if not options.plain and not is_screen():
        raise CouldNotRun(say("command.host.no-screen"))
    for number, each in enumerate(options.scenarios):
        options.course, options.scenarios[number] = scenario_meant(options.course, each)
    back = _back(options)
    folder = open_folder(options.course or (back.course if back and back.course else None))
    for each in options.scenarios:
        if folder.head(each) is None:
            raise no_scenario(folder, each)
    server = (options.server or "").rstrip("/")
    asks = server and back is None
    wanted = Wanted(
        name=options.name,
        only=tuple(options.scenarios),
        by_hand=back.by_hand if back else options.by_hand,
        back=back,
        rehearse=options.rehearse,
        server=server,
        key=(os.environ.get(_KEY, "") or _asked()) if asks else "",
        database=os.environ.get(_DATABASE, ""),
    )
    return _host(options, folder, partial(_led, folder, wanted))


def _host(
    options: argparse.Namespace, folder: CourseFolder, opening: Callable[[], Awaitable[tuple[Podium, Place]]]
) -> int:
    """Open or find the room while the face shows already, and lead it there. Raises CouldNotRun."""
    from course.serving.podium import NotOpened

    try:
        if options.plain:
            from course.faces.plain.host import lead

            return asyncio.run(lead(folder.course, opening))
        from course.faces.textual.host.app import Host

        settings, _ = settings_file.load(paths.settings_file())
        host = Host(opening, folder.course, folder.heads, settings)
        status = host.run_to_end()
    except NotOpened as error:
        raise CouldNotRun(str(error)) from None
    if host.farewell:
        put(host.farewell)
    return status


async def _led(folder: CourseFolder, wanted: Wanted) -> tuple[Podium, Place]:
    """The room and where it is led from. What it takes is imported aside, so that the face goes on."""
    opening = await asyncio.to_thread(import_module, "course.serving.opening")
    led: tuple[Podium, Place] = await opening.lead(folder, wanted)
    return led


def _back(options: argparse.Namespace) -> Key | None:
    """The room to come back to, if that is wanted; the one that is open, or that of the code. Raises CouldNotRun, also
    where several are open and none is named."""
    if options.resume is None:
        return None
    known = asyncio.run(_known(options))
    over = {code for code, line in known.items() if line is None}
    going = going_on(over, by_hand=options.by_hand)
    if not options.resume and len(going) > 1:
        lines = (known.get(each.code) or "  ".join(filter(None, (each.code, each.server, each.name))) for each in going)
        raise CouldNotRun(say("command.host.which", rooms="\n".join(f"  {each}" for each in lines), code=going[0].code))
    found = known_room(options.resume, over, by_hand=options.by_hand)
    if found is None:
        raise CouldNotRun(say("command.host.nothing-to-resume"))
    return found


async def _known(options: argparse.Namespace) -> dict[str, str | None]:
    """The rooms on this machine, by their codes: each in a line, or None where it is over. Raises CouldNotRun."""
    from course.room.stores.sqlite import SqliteRooms
    from course.room.stores.store import Damaged

    if not rooms_file().exists():
        return {}
    try:
        store = SqliteRooms(rooms_file())
    except Damaged as error:
        raise CouldNotRun(say("command.rooms.damaged", file=error)) from None
    try:
        rows = await store.rooms()
        going = [each for each in rows if not each.over]
        told = await rooms_told.lines(store, going, options.course)
        return {
            **dict.fromkeys(each.code for each in rows),
            **{each.code: said for each, said in zip(going, told, strict=True)},
        }
    finally:
        await store.close()


def _asked() -> str:
    """The server's key, typed unseen. Raises CouldNotRun where nobody can type it."""
    from getpass import getpass

    if not can_ask():
        raise CouldNotRun(say("command.host.unasked", variable=_KEY))
    with suppress(EOFError):
        return getpass(say("command.host.key") + " ").strip()
    return ""
