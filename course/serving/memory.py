"""What it takes to come back to the rooms that were led from here: the server's port, and each room's key, in one
private file in the data folder."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from course.model.encoding import from_json, to_json
from course.model.record import Record, replace
from course.system import paths
from course.system.files import bytes_in, save_ours

MOST_TITLE = 60
"""Letters of what a room is called."""


class Key(Record):
    """A room that can be come back to."""

    code: str
    key: str
    by_hand: bool = False
    name: str = ""
    only: tuple[str, ...] = ()
    """Ids of the scenarios that may be begun in it; none for all."""
    course: str = ""
    """The folder of its course."""
    server: str = ""
    """The origin of a server that others run; `""` for the one beside."""


class Wanted(Record):
    """What is to be led."""

    name: str = ""
    only: tuple[str, ...] = ()
    """Ids of the scenarios that may be begun; none for all."""
    by_hand: bool = False
    back: Key | None = None
    """The room to come back to; None for a new one."""
    rehearse: int = 0
    server: str = ""
    """The origin of a server that others run; `""` for the one beside."""
    key: str = ""
    """Of that server."""
    database: str = ""


class Nearby(Record):
    """What was run here last."""

    port: int = 0
    server_key: str = ""
    rooms: tuple[Key, ...] = ()
    """Those opened last first."""


def remembered() -> Nearby:
    """What was run here last; nothing where that cannot be read."""
    with suppress(OSError, ValueError):
        return from_json(bytes_in(_file()), Nearby)
    return Nearby()


def remember(nearby: Nearby) -> None:
    """Keep it for the next time, for the owner's eyes alone. Raises NotWritten and OSError."""
    file = _file()
    paths.private_folder(file.parent)
    save_ours(file, to_json(nearby))


def with_room(nearby: Nearby, room: Key) -> Nearby:
    """The same with that room, the latest."""
    return replace(nearby, rooms=(room, *(each for each in nearby.rooms if each.code != room.code)))


def without_room(nearby: Nearby, code: str) -> Nearby:
    """The same without that room."""
    return replace(nearby, rooms=tuple(each for each in nearby.rooms if each.code != code))


def known_room(code: str, over: Collection[str], *, by_hand: bool) -> Key | None:
    """The room of that code, in capitals or not. Without a code, the latest room that is not over; with `by_hand`, the
    latest of those that vote by hand alone."""
    rooms = remembered().rooms
    if code:
        return next((each for each in rooms if each.code == code.upper()), None)
    return next(iter(going_on(over, by_hand=by_hand)), None)


def going_on(over: Collection[str], *, by_hand: bool) -> tuple[Key, ...]:
    """The rooms that are not over, the latest first; with `by_hand`, only those that vote by hand alone."""
    return tuple(each for each in remembered().rooms if each.code not in over and each.by_hand >= by_hand)


def rooms_file() -> Path:
    """Where rooms are kept on this machine."""
    return paths.home() / "rooms.db"


def _file() -> Path:
    return paths.home() / "rooms.json"
