"""`fineline host`: a room that decides together, and its screen."""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from course.cli.common import no_scenario, open_folder
from course.cli.exit_status import CouldNotRun
from course.cli.faces import is_screen
from course.cli.parser import course_option, not_empty, plain_option
from course.system import paths
from course.visit import settings as settings_file
from course.visit.course_folder import CourseFolder
from course.words import say

if TYPE_CHECKING:
    from course.faces.textual.host.room_page import Place
    from course.serving.nearby import Key, Nearby
    from course.serving.podium import Podium

_KEY = "FINELINE_SERVER_KEY"


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
    folder = open_folder(options.course)
    for each in options.scenarios:
        if folder.head(each) is None:
            raise no_scenario(folder, each)
    if options.by_hand and options.rehearse:
        raise CouldNotRun(say("command.host.hands-or-phones"))
    if not options.plain and not is_screen():
        raise CouldNotRun(say("command.host.no-screen"))
    return _host(options, folder)


def _host(options: argparse.Namespace, folder: CourseFolder) -> int:
    """Open or find the room, then show it. Raises CouldNotRun."""
    from course.faces.textual.host.room_page import Place

    heads = [each for each in folder.heads if not options.scenarios or each.id in options.scenarios]
    if options.by_hand:
        podium, code = _by_hand(options, folder)
        place = Place((), code, options.name, tuple(options.scenarios))
    else:
        podium, place = _served(options, folder)
    if options.plain:
        from course.faces.plain.host import Lobby, lead

        return asyncio.run(lead(podium, Lobby(place.origins, place.code, tuple(options.scenarios))))
    from course.faces.textual.host.app import Host

    settings, _ = settings_file.load(paths.settings_file())
    return Host(podium, place, folder.course, heads, settings).run_to_end()


def _by_hand(options: argparse.Namespace, folder: CourseFolder) -> tuple[Podium, str]:
    """A room that is on this machine alone. Raises CouldNotRun."""
    from course.room.stores.sqlite import SqliteRooms
    from course.serving.hall import Hall
    from course.serving.nearby import Key, remember, remembered, with_room
    from course.serving.podium import HerePodium
    from course.serving.process import libraries, rooms_file

    library = libraries([folder])
    nearby = remembered()
    if options.resume is not None:
        code = _chosen(nearby, options.resume, by_hand=True).code
    else:

        async def new() -> str:
            store = SqliteRooms(rooms_file())
            opened = await Hall(store, library).open(folder.course.id, options.name, date.today())
            await store.close()
            return opened.room.code

        code = asyncio.run(new())
        remember(with_room(nearby, Key(code, "", by_hand=True)))
    return HerePodium(SqliteRooms(rooms_file()), library, code), code


def _served(options: argparse.Namespace, folder: CourseFolder) -> tuple[Podium, Place]:
    """A room on a server: one beside this screen, or the one that was named. Raises CouldNotRun."""
    import aiohttp

    from course.faces.textual.host.room_page import Place
    from course.serving import nearby as beside
    from course.serving.podium import RemotePodium

    try:
        if options.server:
            at = options.server.rstrip("/")
            shown: tuple[str, ...] = (at,)
            known = beside.remembered()
            key = os.environ.get(_KEY, "") or _asked()
        else:
            known = asyncio.run(_running(beside.remembered(), folder))
            at, shown, key = _origins(known)
        if options.resume is not None:
            room = _chosen(known, options.resume, by_hand=False)
        else:
            opened = asyncio.run(beside.opened(at, key, folder.course.id, options.name))
            room = beside.Key(opened.room.code, opened.key)
        beside.remember(beside.with_room(known, room))
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        raise CouldNotRun(say("command.host.no-server", why=str(error) or type(error).__name__)) from None
    if options.rehearse > 0:
        from course.serving.rehearsal import rehearse

        rehearse(at, room.code, options.rehearse)
    return RemotePodium(at, room.code, room.key), Place(shown, room.code, options.name, tuple(options.scenarios))


async def _running(known: Nearby, folder: CourseFolder) -> Nearby:
    """With the server running beside this. Raises CouldNotRun."""
    from course.model.record import replace
    from course.serving.nearby import NotStarted, started

    if not known.server_key:
        known = replace(known, server_key=secrets.token_urlsafe(16))
    try:
        return await started(known, [folder.path], os.environ.get("FINELINE_DATABASE", ""))
    except NotStarted as error:
        raise CouldNotRun(say("command.host.no-server", why=str(error))) from None


def _origins(known: Nearby) -> tuple[str, tuple[str, ...], str]:
    """How this machine calls the server, how phones do, and its key."""
    from course.serving.addresses import addresses, origin

    shown = tuple(origin(each.host, known.port) for each in addresses())
    at = origin("127.0.0.1", known.port)
    return at, shown or (at,), known.server_key


def _chosen(known: Nearby, code: str, *, by_hand: bool) -> Key:
    """The room to come back to: the one of that code, or the latest. Raises CouldNotRun."""
    rooms = [each for each in known.rooms if each.by_hand == by_hand and code.upper() in ("", each.code)]
    if not rooms:
        raise CouldNotRun(say("command.host.nothing-to-resume"))
    return rooms[0]


def _asked() -> str:
    """The server's key, typed unseen."""
    from getpass import getpass

    with suppress(EOFError):
        return getpass(say("command.host.key") + " ").strip()
    return ""
