"""Where rooms are kept, opened for one look or one deed; what goes wrong there is a sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from course.cli.exit_status import CouldNotRun
from course.serving.memory import rooms_file
from course.system.paths import leads_nowhere
from course.words import say
from course.words.files import reason, rooms_not_had

if TYPE_CHECKING:
    from course.room.stores.store import RoomRow, Store

Made = TypeVar("Made")


def with_store(database: str, do: Callable[[Store], Awaitable[Made]]) -> Made:
    """What comes of doing something with the store in that database; without one, on this machine. Raises CouldNotRun
    where it cannot be opened. Where there never was one, none is made."""
    from course.room.stores.sqlite import SqliteRooms
    from course.serving.process import open_store

    async def opened() -> Made:
        store = SqliteRooms(None) if not database and not _any_kept() else await open_store(database)
        try:
            return await do(store)
        finally:
            await store.close()

    try:
        with why_not_opened():
            return asyncio.run(opened())
    except OSError as error:
        raise CouldNotRun(say("command.rooms.unread", why=reason(error))) from None


@contextmanager
def why_not_opened() -> Iterator[None]:
    """Where rooms cannot be opened, says what keeps them from it. Raises CouldNotRun."""
    from course.room.stores.store import Damaged, NotHad
    from course.serving.process import NoStore

    try:
        yield
    except ImportError:
        raise CouldNotRun(say("command.serve.no-driver")) from None
    except NoStore as error:
        raise CouldNotRun(say("command.rooms.unread", why=error)) from None
    except NotHad as error:
        raise CouldNotRun(rooms_not_had(error)) from None
    except Damaged as error:
        raise CouldNotRun(say("command.rooms.damaged", file=error)) from None


def rooms_here() -> Sequence[RoomRow]:
    """The rooms that are kept on this machine. Raises CouldNotRun."""
    return with_store("", lambda store: store.rooms())


def _any_kept() -> bool:
    """Whether there is a file of rooms with anything in it; a disk that was full leaves an empty one."""
    file = rooms_file()
    return leads_nowhere(file) or (file.exists() and (file.is_dir() or file.stat().st_size > 0))
