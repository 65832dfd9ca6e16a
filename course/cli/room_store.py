"""Where rooms are kept, opened for one look or one deed; what goes wrong there is a sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from course.cli.exit_status import CouldNotRun
from course.serving.memory import rooms_file
from course.words import say
from course.words.files import reason

if TYPE_CHECKING:
    from course.room.stores.store import RoomRow, Store

Made = TypeVar("Made")


def with_store(database: str, do: Callable[[Store], Awaitable[Made]]) -> Made:
    """What comes of doing something with the store in that database; without one, on this machine. Raises CouldNotRun
    where it cannot be opened."""
    from course.room.stores.store import Damaged
    from course.serving.process import open_store

    async def opened() -> Made:
        store = await open_store(database)
        try:
            return await do(store)
        finally:
            await store.close()

    try:
        return asyncio.run(opened())
    except ImportError:
        raise CouldNotRun(say("command.serve.no-driver")) from None
    except Damaged as error:
        raise CouldNotRun(say("command.rooms.damaged", file=error)) from None
    except OSError as error:
        raise CouldNotRun(say("command.rooms.unread", why=reason(error))) from None


def rooms_here() -> Sequence[RoomRow]:
    """The rooms that are kept on this machine; none, and no file is made for them, where there never was one. Raises
    CouldNotRun."""
    return with_store("", lambda store: store.rooms()) if rooms_file().exists() else ()
