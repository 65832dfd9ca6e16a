"""Rooms on a disk that is full, or that may not be written to: it is said of the disk, and the file is left alone."""

from __future__ import annotations

import asyncio
import errno
import sqlite3
from pathlib import Path

import pytest

from course.room.events import Locked
from course.room.stores.group_commit import Writer
from course.room.stores.sqlite import SqliteRooms
from course.room.stores.store import NotHad, RoomRow
from course.serving.hall import Hall
from course.serving.podium import NOT_KEPT, HerePodium, why_not_done
from course.serving.wire import Pong, Refused
from tests.cli.conftest import fill, played, run
from tests.serving.halls import TODAY, library

Printed = pytest.CaptureFixture[str]
_COMMANDS = (["rooms"], ["rooms", "stop", "BCDFGH"], ["host", "--plain", "--by-hand"])


def _keep_a_room(home: Path) -> bytes:
    async def keep() -> None:
        store = SqliteRooms(home / "rooms.db")
        await store.open(RoomRow("id", "BCDFGH", "", "Mondays", "after-the-interview", "1", TODAY.isoformat()))
        await store.close()

    asyncio.run(keep())
    return (home / "rooms.db").read_bytes()


def test_a_full_disk_is_said_to_be_full_and_the_rooms_are_left_as_they_are(
    small_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = _keep_a_room(small_home)
    fill(small_home, monkeypatch)
    for command in _COMMANDS:
        said = played(*command)
        assert said.returncode == 2
        assert said.stderr.endswith(
            f"The rooms in {small_home / 'rooms.db'} cannot be opened just now: the disk is full. "
            "Nothing is wrong with the file itself.\n"
        )
    assert (small_home / "rooms.db").read_bytes() == kept
    (small_home / "ballast").unlink()
    assert "BCDFGH  2026-11-27  nothing played yet" in played("rooms").stdout


def test_where_there_never_was_a_room_none_are_kept_and_no_file_is_made(
    small_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    fill(small_home, monkeypatch)
    for left in ((), ("rooms.db",)):  # what a host leaves who met the full disk
        for name in left:
            (small_home / name).touch()
        assert run("rooms") == 0
        assert capsys.readouterr().err == "No rooms are kept here.\n"
        assert run("rooms", "show", "BCDFGH") == 2
        assert "No room goes by BCDFGH." in capsys.readouterr().err
    assert not list(small_home.glob("rooms.db-*"))


@pytest.mark.parametrize(
    ("code", "number"),
    [
        (sqlite3.SQLITE_READONLY, errno.EACCES),
        (sqlite3.SQLITE_IOERR, errno.EIO),
        (sqlite3.SQLITE_BUSY, errno.EBUSY),
        (sqlite3.SQLITE_FULL, errno.ENOSPC),
    ],
)
async def test_what_the_disk_does_not_take_is_not_done_and_the_room_goes_on(
    code: int, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where everything is by hand the face says so, and the same can be done once there is room."""
    store = SqliteRooms(tmp_path / "rooms.db")
    made = await Hall(store, library).open("tiny", "", TODAY)
    podium = HerePodium(store, library, made.room.code)
    states = podium.states()
    await anext(states)
    error = sqlite3.OperationalError("as the system has it")
    error.sqlite_errorcode = code

    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    writer = Writer(connection, (), lambda _: None, tmp_path / "rooms.db")

    def work(_: sqlite3.Connection) -> None:
        raise error

    async def refuse(*_: object, **__: object) -> None:
        await writer.do(work)

    with monkeypatch.context() as patch:
        patch.setattr(store, "add", refuse)
        with pytest.raises(NotHad) as told:
            await refuse()
        assert (told.value.errno, told.value.filename) == (number, str(tmp_path / "rooms.db"))
        answer = await podium.do(0, Locked(True))
        assert answer == Refused(NOT_KEPT)
        assert "The disk did not take that" in why_not_done(NOT_KEPT)
    assert await podium.do(0, Locked(True)) == Pong()
    await states.aclose()
    await podium.close()
    await writer.close()
