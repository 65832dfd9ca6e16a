"""What every store of rooms does, whichever it is."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import psycopg
import pytest
import pytest_asyncio

from course.model import Side
from course.model.record import replace
from course.room.apply import apply
from course.room.events import Began, Chose, Closed, Counted, Opened, RoomEvent
from course.room.stores.postgres import PostgresRooms
from course.room.stores.sqlite import SqliteRooms
from course.room.stores.store import CodeTaken, Damaged, Gone, Overtaken, Person, RoomRow, Store
from course.room.votes import Vote
from tests.postgres import new_database
from tests.room.rooms import tiny

ROOM = RoomRow("r1", "KXWMTP", "hash", "Monday's group", "tiny", "1", "2026-11-27")


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "sqlite":
        found: Store = SqliteRooms(tmp_path / "rooms.db")
    else:
        found = await PostgresRooms.connect(new_database())
    yield found
    await found.close()


async def _play(store: Store, *events: RoomEvent) -> None:
    """Add these to the room, one after the other, as somebody who hosts it does."""
    room = tiny()
    await store.add(ROOM.id, 0, Began("tale", 1), 0, over=False)
    for event in events:
        room = apply(room, event)
        open_round = room.rounds[-1].number if room.step == "voting" else 0
        await store.add(ROOM.id, room.number - 1, event, open_round, over=room.step == "over")


async def test_a_room_is_found_by_its_id_and_by_its_code(store: Store) -> None:
    await store.open(ROOM)
    assert await store.room("r1") == await store.by_code("KXWMTP") == ROOM
    for missing in (store.room("r2"), store.by_code("AAAAAA"), store.vote("r2", 1, Vote("p", ()))):
        with pytest.raises(Gone):
            await missing


async def test_a_code_is_free_again_once_its_room_is_over(store: Store) -> None:
    await store.open(ROOM)
    other = replace(ROOM, id="r2")
    with pytest.raises(CodeTaken):
        await store.open(other)
    await store.add("r1", 0, Began("tale", 1), 0, over=True)
    await store.open(other)
    assert (await store.by_code("KXWMTP")).id == "r2"
    assert [each.id for each in await store.rooms()] == ["r2", "r1"]


async def test_steps_are_added_one_after_the_other_and_read_back(store: Store) -> None:
    await store.open(ROOM)
    events: list[RoomEvent] = [Opened(), Counted({0: 3}), Closed(), Chose((("write",),))]
    await _play(store, *events)
    assert list(await store.steps("r1")) == [Began("tale", 1), *events]
    assert list(await store.steps("r1", 3)) == events[2:]


async def test_of_two_who_act_at_once_one_is_told_to_look_again(store: Store) -> None:
    await store.open(ROOM)
    tried = [store.add("r1", 0, Began("tale", seed), 0, over=False) for seed in range(5)]
    said = await asyncio.gather(*tried, return_exceptions=True)
    assert sum(each is None for each in said) == 1
    assert sum(isinstance(each, Overtaken) for each in said) == 4
    assert len(await store.steps("r1")) == 1


async def test_a_persons_vote_is_one_row_until_the_round_is_closed(store: Store) -> None:
    await store.open(ROOM)
    assert not await store.vote("r1", 1, Vote("p", ("write",)))
    await _play(store, Opened())
    for answer in ("wave", "hide", "write"):
        assert await store.vote("r1", 1, Vote("p", (answer,), Side.RIGHT), why="It is short.")
    assert not await store.vote("r1", 2, Vote("p", ("wave",)))
    await store.add("r1", 2, Closed(), 0, over=False)
    assert not await store.vote("r1", 1, Vote("p", ("wave",)))
    ((_, kept),) = await store.votes("r1")
    assert (kept.vote, kept.round, kept.why) == (Vote("p", ("write",), Side.RIGHT), 1, "It is short.")


async def test_whoever_reads_on_misses_nothing(store: Store) -> None:
    await store.open(ROOM)
    await _play(store, Opened())
    await store.admit("r1", Person("a", "token"))
    await store.vote("r1", 1, Vote("a", ("wave",)))
    seen = (await store.room("r1")).seen
    await store.vote("r1", 1, Vote("b", ("hide",)))
    await store.admit("r1", Person("a", "token", "Ann"))
    assert [each.vote.person for _, each in await store.votes("r1", seen)] == ["b"]
    assert [each.name for _, each in await store.people("r1", seen)] == ["Ann"]


async def test_two_hundred_votes_at_once_are_all_there(store: Store) -> None:
    await store.open(ROOM)
    await _play(store, Opened())
    said = await asyncio.gather(*(store.vote("r1", 1, Vote(f"p{each}", ("wave",))) for each in range(200)))
    assert all(said)
    found = await store.votes("r1")
    assert len({each.vote.person for _, each in found}) == len({seen for seen, _ in found}) == 200


async def test_who_listens_hears_which_room_has_changed(store: Store) -> None:
    heard: list[str] = []

    async def listen() -> None:
        async with aclosing(store.changes()) as changes:
            async for room in changes:
                heard.append(room)

    listening = asyncio.create_task(listen())
    await store.open(ROOM)
    while "r1" not in heard:
        await store.admit("r1", Person("a", "token"))  # until it listens
        await asyncio.sleep(0.01)
    listening.cancel()


async def test_how_many_are_here_is_told_by_every_process(store: Store) -> None:
    await store.open(ROOM)
    await store.present("r1", "one", 3)
    await store.present("r1", "one", 4)
    assert await store.here("r1") == 4
    assert await store.here("r2") == 0


async def test_the_same_step_asked_for_twice_is_there_once(store: Store) -> None:
    await store.open(ROOM)
    for _ in range(2):
        await store.add("r1", 0, Began("tale", 1), 0, over=False)
    with pytest.raises(Overtaken):
        await store.add("r1", 0, Began("tale", 2), 0, over=False)
    assert len(await store.steps("r1")) == 1


async def test_a_room_that_is_forgotten_is_gone(store: Store) -> None:
    await store.open(ROOM)
    await _play(store, Opened())
    await store.admit("r1", Person("a", "token"))
    await store.vote("r1", 1, Vote("a", ("wave",)))
    await store.forget("r1")
    with pytest.raises(Gone):
        await store.room("r1")
    await store.open(ROOM)
    assert not await store.votes("r1")
    assert not await store.people("r1")
    assert not await store.steps("r1")


async def test_a_room_that_is_forgotten_leaves_no_word_in_the_file(tmp_path: Path) -> None:
    store = SqliteRooms(tmp_path / "rooms.db")
    await store.open(ROOM)
    await _play(store, Opened())
    await store.admit("r1", Person("a", "token-of-ann", "Annabel Quist"))
    await store.vote("r1", 1, Vote("a", ("wave",)), why="Nobody answers anyway.")
    await store.forget("r1")
    for file in tmp_path.iterdir():
        raw = file.read_bytes()
        assert not any(word in raw for word in (b"Annabel", b"token-of-ann", b"Nobody answers", b"Monday's group"))
    await store.close()


async def test_what_was_acknowledged_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    first = SqliteRooms(tmp_path / "rooms.db")
    await first.open(ROOM)
    await _play(first, Opened())
    await first.vote("r1", 1, Vote("p", ("write",)))
    await first.close()
    again = SqliteRooms(tmp_path / "rooms.db")
    assert (await again.room("r1")).open_round == 1
    assert [each.vote.answer for _, each in await again.votes("r1")] == [("write",)]
    await again.close()


async def test_two_servers_over_one_database_see_the_same_room() -> None:
    url = new_database()
    one, other = await asyncio.gather(PostgresRooms.connect(url), PostgresRooms.connect(url))
    await one.open(ROOM)
    await _play(one, Opened())
    voters = [(one if each % 2 else other).vote("r1", 1, Vote(f"p{each}", ("wave",))) for each in range(100)]
    assert all(await asyncio.gather(*voters))
    assert await one.votes("r1") == await other.votes("r1")
    assert len({seen for seen, _ in await one.votes("r1")}) == 100
    await one.add("r1", 2, Closed(), 0, over=False)
    assert not await other.vote("r1", 1, Vote("late", ("wave",)))
    await one.close()
    await other.close()


async def test_a_lost_connection_is_made_anew_and_nothing_is_missing() -> None:
    url = new_database()
    store = await PostgresRooms.connect(url)
    await store.open(ROOM)
    await _play(store, Opened())
    votes = [asyncio.create_task(store.vote("r1", 1, Vote(f"p{each}", ("wave",)))) for each in range(50)]
    with psycopg.connect(url, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    assert all(await asyncio.gather(*votes))
    assert len(await store.votes("r1")) == 50
    await store.close()


async def test_a_step_that_cannot_be_read_is_said_to_whoever_asked(tmp_path: Path) -> None:
    store = SqliteRooms(tmp_path / "rooms.db")
    await store.open(ROOM)
    await _play(store)
    with sqlite3.connect(tmp_path / "rooms.db") as other:
        other.execute('UPDATE steps SET event = \'{"type": "Flew"}\'')
    other.close()
    with pytest.raises(ValueError, match="Flew"):
        await store.steps("r1")
    assert (await store.room("r1")).number == 1
    await store.close()


def test_a_file_that_is_no_store_of_rooms_is_said_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "rooms.db"
    file.write_bytes(b"not at all what it should be" * 100)
    with pytest.raises(Damaged, match=r"rooms\.db"):
        SqliteRooms(file)
    assert file.read_bytes() == b"not at all what it should be" * 100


async def test_a_file_whose_tables_have_names_that_are_no_text_is_said_to_be_damaged(tmp_path: Path) -> None:
    """SQLite quotes such a name in what it says, and Python reads no more of that than it can."""
    file = tmp_path / "rooms.db"
    await SqliteRooms(file).close()
    data = bytearray(file.read_bytes())
    data[data.find(b"table") + len(b"table")] = 0xFF
    file.write_bytes(data)
    with pytest.raises(Damaged, match=r"rooms\.db"):
        SqliteRooms(file)
