"""Everybody is told how the room stands: a step all at once, counts to a crowd less often, nobody held up by others."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from course.room.events import Closed
from course.room.stores.sqlite import SqliteRooms
from course.room.votes import Vote
from course.serving.audience import Audience
from course.serving.hall import Hall
from course.serving.live import LiveRoom
from tests.serving.halls import library, voting


class Phone:
    """Writes down what it hears, as long as it takes anything in."""

    def __init__(self, room: LiveRoom, *, one_of_many: bool = True) -> None:
        self.one_of_many = one_of_many
        self.room = room
        self.heard: list[tuple[int, int]] = []
        """The number of the step and how many have voted, each time that it heard something."""
        self.takes_in = True
        self.ended = False

    async def tell(self) -> bool:
        """Hear how it stands."""
        if self.takes_in:
            self.heard.append((self.room.room.number, self.room.view().voted))
        return self.takes_in

    async def end(self) -> None:
        """There is nothing more to hear."""
        self.ended = True

    async def hears(self, number: int, voted: int) -> None:
        """Wait until it has heard that."""
        while not self.heard or self.heard[-1] != (number, voted):
            await asyncio.sleep(0.01)


@pytest_asyncio.fixture
async def store() -> AsyncIterator[SqliteRooms]:
    """Rooms in memory."""
    found = SqliteRooms(None)
    yield found
    await found.close()


@pytest_asyncio.fixture
async def hall(store: SqliteRooms) -> AsyncIterator[Hall]:
    """The rooms of this process."""
    found = Hall(store, library)
    found.begin()
    yield found
    await found.close()


@pytest_asyncio.fixture
async def room(hall: Hall) -> LiveRoom:
    """A room that votes."""
    return await voting(hall)


@pytest.fixture
def audience(hall: Hall, room: LiveRoom) -> Audience:
    """Whoever listens to it."""
    return hall.audience(room)


async def test_who_joins_hears_at_once_how_it_stands(room: LiveRoom, audience: Audience) -> None:
    phone = Phone(room)
    await audience.join(phone)
    assert phone.heard == [(2, 0)]


async def test_a_vote_and_a_step_are_told_to_all(room: LiveRoom, audience: Audience) -> None:
    everybody = [Phone(room), Phone(room), Phone(room, one_of_many=False)]
    for each in everybody:
        await audience.join(each)
    await room.vote(1, Vote("p", ("write",)))
    for each in everybody:
        await each.hears(2, 1)
    await room.do(2, Closed())
    for each in everybody:
        await each.hears(3, 1)


async def test_a_crowd_hears_of_a_step_at_once_and_of_votes_in_turn(room: LiveRoom, audience: Audience) -> None:
    crowd, screen = [Phone(room) for _ in range(20_000)], Phone(room, one_of_many=False)
    await audience.join(screen)
    await room.vote(1, Vote("p", ("write",)))
    await screen.hears(2, 1)  # by now all have been told that the vote is open
    for each in crowd:
        await audience.join(each)
    await room.vote(1, Vote("q", ("write",)))
    await crowd[0].hears(2, 2)
    await room.do(2, Closed())
    await crowd[-1].hears(3, 2)
    assert crowd[-1].heard == [(2, 1), (3, 2)]


async def test_who_is_slow_holds_nobody_up_and_hears_the_newest_later(room: LiveRoom, audience: Audience) -> None:
    slow, quick = Phone(room), Phone(room)
    slow.takes_in = False
    for each in (slow, quick):
        await audience.join(each)
    await room.vote(1, Vote("p", ("write",)))
    await quick.hears(2, 1)
    await room.do(2, Closed())
    await quick.hears(3, 1)
    slow.takes_in = True
    await slow.hears(3, 1)
    assert slow.heard[0] == (3, 1)


async def test_who_has_left_hears_no_more(room: LiveRoom, audience: Audience) -> None:
    gone, here = Phone(room), Phone(room)
    for each in (gone, here):
        await audience.join(each)
    audience.leave(gone)
    await room.do(2, Closed())
    await here.hears(3, 0)
    assert gone.heard == [(2, 0)]


async def test_when_the_room_is_forgotten_everybody_is_told_that_it_ends(
    store: SqliteRooms, hall: Hall, room: LiveRoom, audience: Audience
) -> None:
    phone = Phone(room)
    await audience.join(phone)
    await store.forget(room.row.id)
    audience.changed()
    while not phone.ended:
        await asyncio.sleep(0.01)
    assert not hall.goes_on()
