"""How a room comes to be led from here: opened anew or come back to, on a server or in this process alone."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from pathlib import Path

import aiohttp

from course.room.events import Offered, Rehearsed
from course.room.stores.sqlite import SqliteRooms
from course.room.stores.store import Damaged, NotHad
from course.serving.hall import Hall
from course.serving.memory import Key, Wanted, remember, remembered, rooms_file, with_room
from course.serving.nearby import Beside, opened
from course.serving.podium import HerePodium, NotOpened, Place, Podium
from course.serving.process import libraries
from course.serving.remote import Elsewhere, NotStarted, RemotePodium, have_done
from course.system.files import NotWritten
from course.visit.course_folder import CourseFolder
from course.words import files, say


async def lead(folder: CourseFolder, wanted: Wanted) -> tuple[Podium, Place]:
    """The room, to be led. Raises NotOpened."""
    try:
        return await (_here(folder, wanted) if wanted.by_hand else _served(folder, wanted))
    except aiohttp.ClientResponseError as error:
        if error.status == HTTPStatus.UNAUTHORIZED:
            raise NotOpened(say("command.host.wrong-key")) from error
        if error.status == HTTPStatus.NOT_FOUND:
            raise NotOpened(say("command.host.no-course-there")) from error
        raise NotOpened(say("command.host.no-server", why=error.message)) from error
    except NotHad as error:
        raise NotOpened(files.rooms_not_had(error)) from error
    except (aiohttp.ClientError, NotStarted, OSError, TimeoutError) as error:
        raise NotOpened(say("command.host.no-server", why=str(error) or type(error).__name__)) from error
    except Damaged as error:
        raise NotOpened(say("command.rooms.damaged", file=error)) from error
    except NotWritten as error:
        raise NotOpened(files.not_written(error)) from error


async def _here(folder: CourseFolder, wanted: Wanted) -> tuple[Podium, Place]:
    """A room that is on this machine alone."""
    library = libraries([folder])
    store = SqliteRooms(rooms_file())
    room = wanted.back
    if room is None:
        made = await Hall(store, library).open(folder.course.id, wanted.name, date.today())
        room = _key(folder, wanted, made.room.code, "")
    _keep(room)
    return HerePodium(store, library, room.code), _place(room, wanted)


async def _served(folder: CourseFolder, wanted: Wanted) -> tuple[Podium, Place]:
    """A room on a server."""
    room = wanted.back
    named = wanted.server or (room.server if room else "")
    site = Elsewhere(named) if named else Beside(folder.course.id, folder.path, wanted.database)
    await site.running()
    if room is None:
        key = site.key if isinstance(site, Beside) else wanted.key
        made = await opened(site.at, key, folder.course.id, wanted.name)
        room = _key(folder, wanted, made.room.code, made.key)
    _keep(room)
    if (place := _place(room, wanted)).only:
        await have_done(site.at, room.code, room.key, Offered(place.only))
    if wanted.rehearse > 0:
        from course.serving.rehearsal import rehearse

        await have_done(site.at, room.code, room.key, Rehearsed(), lambda state: state.view.rehearsal)
        rehearse(site.at, room.code, wanted.rehearse)
    return RemotePodium(site, room.code, room.key), place


def _key(folder: CourseFolder, wanted: Wanted, code: str, key: str) -> Key:
    path = str(Path(folder.path).resolve())
    return Key(code, key, wanted.by_hand, wanted.name, wanted.only, path, wanted.server)


def _keep(room: Key) -> None:
    """Remember it as the latest."""
    remember(with_room(remembered(), room))


def _place(room: Key, wanted: Wanted) -> Place:
    return Place(room.code, wanted.name or room.name, wanted.only or room.only, room.by_hand, bool(room.server))
