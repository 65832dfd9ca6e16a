"""Rooms of a process: opened, joined, led, and the same after a crash or by way of another process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from course.model.record import replace
from course.room.events import Back, Closed, Ended, Granted, Locked, Opened, Revealed, RoomEvent
from course.room.minutes import minutes
from course.room.stores.postgres import PostgresRooms
from course.room.stores.sqlite import SqliteRooms
from course.room.stores.store import Gone, Overtaken, Person
from course.room.votes import Refusal, Vote
from course.serving import hall as halls
from course.serving.hall import LETTERS, Hall
from course.serving.hearing import hear, lead
from course.serving.library import Library
from course.serving.process import Setting, may_end
from course.serving.told import for_host, for_phone, for_screen
from course.serving.wire import AskToLead, Do
from tests.builders import tiny_course, tiny_scenario
from tests.postgres import new_database
from tests.serving.halls import TODAY, library, voting


@pytest_asyncio.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Hall]:
    store = SqliteRooms(tmp_path / "rooms.db")
    found = Hall(store, library)
    found.begin()
    yield found
    await found.close()
    await store.close()


async def test_a_code_is_six_letters_and_is_found_in_either_case(hall: Hall) -> None:
    opened = await hall.open("tiny", "Monday", TODAY)
    assert len(opened.room.code) == 6
    assert set(opened.room.code) <= set(LETTERS)
    assert (await hall.by_code(opened.room.code.lower())).row.id == opened.room.id
    assert opened.key not in str(opened.room)
    with pytest.raises(Gone):
        await hall.open("nowhere", "", TODAY)


async def test_whoever_comes_back_with_their_token_is_the_same_person(hall: Hall) -> None:
    room = await voting(hall)
    ann, token = await hall.come_in(room, name="Ann\x1b[2J")
    assert ann.name == "Ann[2J"
    assert (await hall.come_in(room, token))[0] == ann
    other, _ = await hall.come_in(room, "made up")
    assert other.id != ann.id


async def test_a_locked_room_lets_in_those_who_were_there(hall: Hall) -> None:
    room = await voting(hall)
    ann, token = await hall.come_in(room)
    await room.do(2, Locked(True))
    assert (await hall.come_in(room, token))[0].id == ann.id
    with pytest.raises(halls.Locked):
        await hall.come_in(room)


async def test_a_bounced_key_moves_one_step(hall: Hall) -> None:
    room = await voting(hall)
    said = await asyncio.gather(room.do(2, Closed()), room.do(2, Revealed()), return_exceptions=True)
    assert [type(each) for each in said].count(type(None)) == 1
    assert any(isinstance(each, Overtaken) for each in said)


async def test_votes_that_come_too_late_get_a_definite_answer(hall: Hall) -> None:
    room = await voting(hall)
    assert await room.vote(1, Vote("p", ("write",)), "It is short.") is None
    assert await room.vote(1, Vote("p", ("fly",))) is Refusal.NOT_OFFERED
    await room.do(2, Closed())
    assert await room.vote(1, Vote("p", ("wave",))) is Refusal.CLOSED
    assert [each.text for each in room.whys] == ["It is short."]
    assert for_host(room).scenarios[0].minutes == minutes(room.room.course, room.room.scenarios["tale"])
    assert room.lines == {1: ["It is short."]}
    assert room.view().voted == 1


async def test_a_vote_to_which_a_step_back_leads_takes_votes_again_and_one_that_was_revealed_is_voted_on_anew(
    hall: Hall,
) -> None:
    room = await voting(hall)
    second: tuple[RoomEvent, ...] = (Closed(), Opened(), Back(), Back())
    seen: tuple[RoomEvent, ...] = (Closed(), Revealed(), Back(), Back())
    for event in second:
        await room.do(room.room.number, event)
    assert await room.vote(1, Vote("p", ("write",))) is None
    for event in seen:
        await room.do(room.room.number, event)
    assert await room.vote(1, Vote("p", ("wave",))) is Refusal.CLOSED
    assert room.room.round is not None
    assert await room.vote(room.room.round.number, Vote("p", ("wave",))) is None


async def test_who_is_here_is_known_until_they_leave(hall: Hall) -> None:
    room = await voting(hall)
    await hall.entered(room.row.id, "p")
    while room.here != 1:
        await asyncio.sleep(0.01)
    await hall.left(room.row.id, "p")
    while room.here:
        await asyncio.sleep(0.01)


async def test_the_day_is_called_as_the_course_calls_it_whoever_is_told() -> None:
    """The task that tells everybody has spoken for no course before, or for another."""
    course, tale = replace(tiny_course(), words={"day.numbered": {"other": "Market {day}"}}), tiny_scenario()
    store = SqliteRooms(None)
    hall = Hall(store, lambda _: Library(course, (tale,)))
    room = await voting(hall)
    person, _ = await hall.come_in(room)
    assert "Market 1" in "".join(for_screen(room))
    assert "Market 1" in "".join(for_phone(room, person.id))
    assert for_host(room).when == "Market 1"
    await store.close()


async def test_after_a_crash_the_room_stands_where_it_stood(tmp_path: Path) -> None:
    first = SqliteRooms(tmp_path / "rooms.db")
    room = await voting(Hall(first, library))
    await room.vote(1, Vote("p", ("write",)))
    await room.do(2, Granted("p"))
    again = SqliteRooms(tmp_path / "rooms.db")  # the first is not closed: its process was killed
    back = await Hall(again, library).live(room.row.id)
    assert back.room == room.room
    assert back.votes == {1: (Vote("p", ("write",)),)}
    assert back.mine("p").leads
    for each in (first, again):
        await each.close()


async def test_a_vote_that_goes_through_another_server_counts_here() -> None:
    url = new_database()
    one, other = await PostgresRooms.connect(url), await PostgresRooms.connect(url)
    here, there = Hall(one, library), Hall(other, library)
    here.begin()
    there.begin()
    room = await voting(here)
    same = await there.live(room.row.id)
    assert await same.vote(1, Vote("p", ("write",))) is None
    while room.view().voted != 1:
        await asyncio.sleep(0.01)
    for hall in (here, there):
        await hall.close()
    for store in (one, other):
        await store.close()


async def test_the_room_is_looked_back_on_by_whoever_leads_alone(hall: Hall) -> None:
    room = await voting(hall)
    for event in (Closed(), Revealed(), Ended()):
        await room.do(room.room.number, event)
    await hall.admit(room, Person("p", "t"))
    assert for_host(room).debrief is not None
    for told in (for_screen(room), for_phone(room, "p")):
        assert '"debrief":{' not in told


async def test_once_it_is_chosen_who_leads_nobody_asks_any_more(hall: Hall) -> None:
    room = await voting(hall)
    for each in ("one", "other"):
        await hall.admit(room, Person(each, each))
        await hear(hall, room, room.people[each], AskToLead())
    assert [each.person for each in for_host(room).asking] == ["one", "other"]
    await lead(room, Do(room.room.number, Granted("other")))
    told = for_host(room)
    assert (told.asking, told.leads and told.leads.person) == ((), "other")


async def test_a_server_is_needed_as_long_as_a_room_of_its_own_goes_on(hall: Hall) -> None:
    """Rooms of other evenings that nobody ended keep no server."""
    await hall.open("tiny", "of last week", TODAY)
    assert not hall.goes_on()
    room = await voting(hall)
    assert hall.goes_on()
    assert not hall.anybody_came()
    await hall.admit(room, Person("p", "t"))
    await room.do(room.room.number, Ended())
    assert not hall.goes_on()
    assert hall.anybody_came()


async def test_a_server_ends_with_its_last_room_and_never_under_one_that_goes_on(hall: Hall) -> None:
    setting, ages = Setting((), "", until_over=True), 1e6
    assert not may_end(hall, setting, 1.0, had_any=False)
    opened = await hall.open("tiny", "", TODAY)
    room = await hall.live(opened.room.id)
    assert not may_end(hall, setting, ages, had_any=True), "nobody has come in yet"
    await room.do(0, Ended())
    assert may_end(hall, setting, ages, had_any=True)
    assert not may_end(hall, Setting((), ""), ages, had_any=True), "one that is to run for good"


async def test_whose_phone_leads_is_not_counted_among_those_who_are_here(hall: Hall) -> None:
    room = await voting(hall)
    people = [(await hall.come_in(room))[0] for _ in range(3)]
    for each in people:
        await hall.entered(room.row.id, each.id)
    told = []
    for leads in (people[0].id, people[1].id, ""):
        await lead(room, Do(room.room.number, Granted(leads)))
        expected = 2 if leads else 3
        while room.view().here != expected:
            await asyncio.sleep(0.01)
        told.append(room.view().here)
    assert told == [2, 2, 3]
