"""What is remembered of rooms that were led from here, and what `fineline rooms` does with them."""

from __future__ import annotations

import asyncio
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from course.cli.commands import run
from course.cli.exit_status import CouldNotRun
from course.engine import kinds
from course.engine.outcome import Answer
from course.room.events import Began, Chose, Ended, Filled, Rehearsed, RoomEvent
from course.room.leading import leads_on
from course.room.room import Room, Step, question
from course.room.stores.sqlite import SqliteRooms
from course.serving.hall import Hall
from course.serving.memory import Key, Nearby, known_room, remember, remembered, rooms_file, with_room, without_room
from course.serving.process import forget_older, libraries
from course.visit.course_folder import CourseFolder
from tests.folders import STALL
from tests.serving.halls import TODAY
from tests.terminal import Terminal

SCENARIO = CourseFolder(STALL).heads[0]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FINELINE_HOME", str(tmp_path))
    return tmp_path


def _open(*, over: bool = False) -> str:
    """A room as `fineline host` opens one; its letters."""

    async def new() -> str:
        store, folder = SqliteRooms(rooms_file()), CourseFolder(STALL)
        hall = Hall(store, libraries([folder]))
        made = await hall.open(folder.course.id, "Mondays", TODAY)
        if over:
            await (await hall.live(made.room.id)).do(0, Ended())
        await store.close()
        remember(with_room(remembered(), Key(made.room.code, made.key, name="Mondays")))
        return made.room.code

    return asyncio.run(new())


def _files(home: Path) -> list[Path]:
    return [each for each in home.rglob("*") if each.is_file()]


def test_the_latest_room_that_goes_on_is_come_back_to() -> None:
    rooms = (Key("LATEST", "k"), Key("BYHAND", "", by_hand=True), Key("FORMER", "k"))
    remember(Nearby(1, "key", rooms))
    assert known_room("", (), by_hand=False) == rooms[0]
    assert known_room("", {"LATEST"}, by_hand=False) == rooms[1]
    assert known_room("", (), by_hand=True) == rooms[1]
    assert known_room("former", {"FORMER"}, by_hand=True) == rooms[2]  # whoever names one gets it
    assert known_room("NOSUCH", (), by_hand=False) is None
    assert [each.code for each in without_room(remembered(), "LATEST").rooms] == ["BYHAND", "FORMER"]


def test_a_room_says_whether_anything_was_played_and_whether_it_is_over(capsys: pytest.CaptureFixture[str]) -> None:
    over, fresh = _open(over=True), _open()
    run(["rooms"])
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"{fresh}  {TODAY}  nothing played yet  ")
    assert said[1].startswith(f"{over}  {TODAY}  over  ")


def _do(code: str, *events: RoomEvent) -> None:
    """That happens in the room."""

    async def do() -> None:
        store, folder = SqliteRooms(rooms_file()), CourseFolder(STALL)
        room = await Hall(store, libraries([folder])).by_code(code)
        for each in events:
            await room.do(room.room.number, each)
        await store.close()

    asyncio.run(do())


def test_a_room_says_what_is_played_whether_that_has_ended_and_that_it_is_a_rehearsal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    begun, ended = _open(), _open()
    _do(begun, Rehearsed(), Began(SCENARIO.id, 0))
    _do(ended, Began(SCENARIO.id, 0))
    _play_to_the_end(ended)
    run(["rooms", "--course", str(STALL)])
    said = dict(line.split("  ", 1) for line in capsys.readouterr().out.splitlines())
    assert said[begun].startswith(f"{TODAY}  open  rehearsal  {SCENARIO.title}  ")
    assert said[ended].startswith(f"{TODAY}  open  {SCENARIO.title} (ended)  ")


def _play_to_the_end(code: str) -> None:
    """The first option everywhere."""

    async def play() -> None:
        store, folder = SqliteRooms(rooms_file()), CourseFolder(STALL)
        room = await Hall(store, libraries([folder])).by_code(code)
        while room.room.step is not Step.ENDED:
            asked, on = question(room.room), leads_on(room.room, {})
            await room.do(room.room.number, Chose(asked.answers[:1]) if asked else on or Filled(_whole(room.room)))
        await store.close()

    asyncio.run(play())


def _whole(room: Room) -> tuple[Answer, ...]:
    """A plan that is ready to be done."""
    assert room.play is not None
    assert room.play.exercise is not None
    return next(iter(kinds.of(room.play.exercise).samples()))


def test_of_several_open_rooms_none_is_come_back_to_unless_it_is_named() -> None:
    over, one, other = _open(over=True), _open(), _open()
    with pytest.raises(CouldNotRun) as refused:
        run(["host", "--plain", "--resume", "--course", str(STALL)])
    said = str(refused.value)
    assert f"{one}  {TODAY}  nothing played yet" in said
    assert f"fineline host --resume {other}" in said
    assert over not in said


def test_no_word_of_a_room_that_is_forgotten_is_left_in_any_file(home: Path) -> None:
    code = _open()
    key = remembered().rooms[0].key
    assert any(key.encode() in each.read_bytes() for each in _files(home))
    run(["rooms", "forget", code.lower(), "--yes", "--course", str(STALL)])
    for each in _files(home):
        for word in (code, key, "Mondays"):
            assert word.encode() not in each.read_bytes(), each


def test_of_a_room_that_is_not_to_be_forgotten_it_is_said_that_nothing_was_deleted() -> None:
    code = _open()
    with Terminal([sys.executable, "-m", "course", "rooms", "forget", code, "--course", str(STALL)]) as terminal:
        terminal.read_until("Type yes:")
        terminal.send("no\n")
        assert terminal.wait() == 0
        assert b"Nothing was deleted." in terminal.output
    run(["rooms", "show", code, "--course", str(STALL)])


@pytest.mark.parametrize(
    "command",
    [
        ["rooms", "show", "NOSUCH"],
        ["rooms", "stop", "NOSUCH"],
        ["rooms", "forget", "NOSUCH"],
        ["print", "market", "--room", "NOSUCH"],
    ],
)
def test_letters_that_no_room_goes_by_are_said_to_be_none(command: list[str]) -> None:
    """Also where something would be asked first, and nobody is there to answer."""
    with pytest.raises(CouldNotRun, match="No room goes by NOSUCH"):
        run([*command, "--course", str(STALL)])


def test_slips_are_a_file_of_their_own_and_none_are_made_for_a_room_that_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    going, over = _open(), _open(over=True)
    scenario = [SCENARIO.id, "--course", str(STALL)]
    run(["print", *scenario, "--room", going])
    assert going in (tmp_path / f"{SCENARIO.id}-slips.html").read_text(encoding="utf-8")
    assert going not in (tmp_path / f"{SCENARIO.id}.html").read_text(encoding="utf-8")
    with pytest.raises(CouldNotRun, match=f"{over} is over"):
        run(["print", *scenario, "--room", over, "--force"])


def test_rooms_are_kept_for_as_many_days_as_was_set() -> None:
    code = _open()

    async def after(day: date) -> list[str]:
        store = SqliteRooms(rooms_file())
        await forget_older(store, day)
        left = [each.code for each in await store.rooms()]
        await store.close()
        return left

    assert asyncio.run(after(TODAY)) == [code]
    assert asyncio.run(after(TODAY + timedelta(days=1))) == []
    assert remembered().rooms == ()
