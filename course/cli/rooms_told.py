"""A room that is kept, in one line: its letters, how it stands and what is played in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from course.cli.common import open_folder
from course.cli.exit_status import CouldNotRun
from course.serving.memory import MOST_TITLE
from course.text.clean import one_line
from course.words import say

if TYPE_CHECKING:
    from course.room.room import Room
    from course.room.stores.store import RoomRow, Store
    from course.serving.library import Library

_BESIDE = "  "


async def lines(store: Store, rows: Iterable[RoomRow], course: str | None) -> list[str]:
    """One for each of these; what is played is left out where its course is not the one at hand, or is broken."""
    from course.serving.process import libraries

    folders = []
    with suppress(CouldNotRun):
        folders = [open_folder(course)]
    library = libraries(folders)
    return [_line(each, await _stood(store, each, library)) for each in rows]


def _line(row: RoomRow, room: Room | None) -> str:
    """That line; `room` is None where it is not known what was done in it."""
    new = row.number == 0 if room is None else not room.plays
    state = say("command.rooms.over" if row.over else "command.rooms.new" if new else "command.rooms.going")
    return _BESIDE.join(
        filter(None, (row.code, row.opened, state, *_marks(room), row.course, one_line(row.name, MOST_TITLE)))
    )


def _marks(room: Room | None) -> Sequence[str]:
    """That it is a rehearsal, what is played in it, and whether that has ended."""
    if room is None:
        return ()
    rehearsal = say("command.rooms.rehearsal") if room.rehearsal else ""
    if not room.plays:
        return (rehearsal,)
    play = room.plays[-1]
    title = play.scenario.head.title
    return (rehearsal, say("command.rooms.has-ended", title=title) if play.finished else title)


async def _stood(store: Store, row: RoomRow, library: Callable[[str], Library]) -> Room | None:
    from course.room.apply import Unfit, opened, replayed
    from course.room.stores.store import Gone

    with suppress(Gone, Unfit, ValueError):  # of a course that is elsewhere, or has changed since
        found = library(row.course)
        return replayed(opened(found.course, found.scenarios), await store.steps(row.id))
    return None
