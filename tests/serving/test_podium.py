"""What is to be known of a room wherever it is led from."""

from __future__ import annotations

import pytest

from course.model.record import replace
from course.room.apply import Unfit
from course.room.events import ORDER, Back, Began, Granted, Left, Offered, Opened, RoomEvent
from course.room.room import Step
from course.room.stores.sqlite import SqliteRooms
from course.serving.hall import Hall
from course.serving.library import Library
from course.serving.podium import Place
from course.serving.told import for_host, for_phone
from course.serving.wire import Listed, State, heard_told
from tests.builders import tiny_course, tiny_scenario
from tests.serving.halls import TODAY

COURSE = [Listed(each, each.title(), 6) for each in ("parking-lot", "thanks-for-nothing", "long-week")]


@pytest.mark.parametrize(
    ("only", "offered"),
    [
        ((), ["parking-lot", "thanks-for-nothing", "long-week"]),
        (("long-week", "thanks-for-nothing"), ["long-week", "thanks-for-nothing"]),
        (("long-week", "parking-lot", "long-week"), ["long-week", "parking-lot"]),
        (("no-longer-there", "parking-lot"), ["parking-lot"]),
    ],
)
def test_scenarios_are_offered_in_the_order_in_which_they_were_named(only: tuple[str, ...], offered: list[str]) -> None:
    assert [each.id for each in Place("ABCDEF", only=only).offered(COURSE)] == offered


async def test_the_phone_that_leads_is_offered_what_the_room_was_opened_with() -> None:
    tale = tiny_scenario()
    others = [replace(tale, head=replace(tale.head, id=each, title=each.title())) for each in ("first", "second")]
    hall = Hall(SqliteRooms(None), lambda _: Library(tiny_course(), (tale, *others)))
    room = await hall.live((await hall.open("tiny", "", TODAY)).room.id)
    person, _ = await hall.come_in(room)
    assert [each.id for each in for_host(room).scenarios] == ["tale", "first", "second"]
    happened: list[RoomEvent] = [
        Granted(person.id),
        Offered(("second", "tale", "gone")),
        Began("second", ORDER),
        Back(),
    ]
    for at, event in enumerate(happened):
        await room.do(at, event)
    for told in (for_host(room), heard_told("".join(for_phone(room, person.id)))):
        assert isinstance(told, State)
        assert [each.id for each in told.scenarios] == ["second", "tale"]


async def test_a_story_that_is_left_midway_is_left_on_record_and_looked_back_on() -> None:
    hall = Hall(SqliteRooms(None), lambda _: Library(tiny_course(), (tiny_scenario(),)))
    room = await hall.live((await hall.open("tiny", "", TODAY)).room.id)
    happened: list[RoomEvent] = [Began("tale", ORDER), Opened(), Left()]
    for at, event in enumerate(happened):
        await room.do(at, event)
    told = for_host(room)
    assert told.debrief is not None
    assert (told.view.step, [each.stands for each in told.scenarios]) == (Step.LOBBY, ["begun"])
    assert [ended for _, ended, _ in told.debrief.scenarios] == [False]
    assert not told.debrief.questions  # a vote that was open is void
    with pytest.raises(Unfit):
        await room.do(3, Left())
