"""`fineline host`: a room that decides together, and its screen."""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
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
from course.cli.parser import course_option, not_empty, plain_option, whole_number
from course.cli.room_store import rooms_here, with_store
from course.serving.memory import MOST_TITLE, Key, Wanted, going_on, known_room
from course.system import paths
from course.system.printing import put
from course.text.clean import one_line
from course.visit import settings as settings_file
from course.visit.course_folder import CourseFolder
from course.words import say

if TYPE_CHECKING:
    from course.room.stores.store import RoomRow
    from course.serving.podium import Place, Podium

_KEY, _DATABASE = "FINELINE_SERVER_KEY", "FINELINE_DATABASE"

_MOST_PHONES = 500
"""Simulated ones: each is a connection, and many systems let one program have a thousand."""
_phones = whole_number(1, _MOST_PHONES, lambda given: say("command.host.no-phones", given=given, most=_MOST_PHONES))


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help=say("command.host.scenarios"))
    parser.add_argument("--name", default="", metavar="NAME", help=say("command.host.name"))
    parser.add_argument("--by-hand", action="store_true", help=say("command.host.by-hand"))
    parser.add_argument("--resume", nargs="?", const="", metavar="CODE", help=say("command.host.resume"))
    parser.add_argument("--rehearse", type=_phones, default=0, metavar="N", help=say("command.host.rehearse"))
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
        name=one_line(options.name, MOST_TITLE),
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
    kept = rooms_here()
    still = [each for each in kept if not each.over]
    over = {each.code for each in kept} - {each.code for each in still}
    going = going_on(over, by_hand=options.by_hand)
    if not options.resume and len(going) > 1:
        raise CouldNotRun(_which(going, still, options.course))
    found = known_room(options.resume, over, by_hand=options.by_hand)
    if found is None:
        raise CouldNotRun(say("command.host.nothing-to-resume"))
    return found


def _which(going: Sequence[Key], kept: Sequence[RoomRow], course: str | None) -> str:
    """Which of those rooms can be come back to; of one that is `kept` on this machine, how it stands is told too."""
    told = with_store("", lambda store: rooms_told.lines(store, kept, course)) if kept else []
    known = {row.code: line for row, line in zip(kept, told, strict=True)}
    lines = (
        known.get(each.code) or "  ".join(filter(None, (each.code, each.server, one_line(each.name, MOST_TITLE))))
        for each in going
    )
    return say("command.host.which", rooms="\n".join(f"  {each}" for each in lines), code=going[0].code)


def _asked() -> str:
    """The server's key, typed unseen. Raises CouldNotRun where nobody can type it."""
    from getpass import getpass

    if not can_ask():
        raise CouldNotRun(say("command.host.unasked", variable=_KEY))
    with suppress(EOFError):
        return getpass(say("command.host.key") + " ").strip()
    return ""
