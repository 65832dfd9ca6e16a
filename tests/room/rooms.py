"""Rooms for tests: what was applied, and who voted what."""

from __future__ import annotations

from collections.abc import Iterable

from course.engine.outcome import Answer
from course.model import Side
from course.room.apply import apply, opened
from course.room.events import Began, RoomEvent
from course.room.reveal import Votes
from course.room.room import Room
from course.room.votes import Vote
from tests import market
from tests.builders import tiny_course, tiny_scenario


def tiny(*events: RoomEvent) -> Room:
    """A room at the tiny scenario, once these have happened."""
    return after(opened(tiny_course(), [tiny_scenario()]), Began("tale", 1), *events)


def at_the_market(*events: RoomEvent) -> Room:
    """A room at the market, where every kind of exercise is."""
    return after(opened(market.COURSE, [market.MARKET]), Began(market.MARKET.head.id, 1), *events)


def telling_facts_apart(*events: RoomEvent) -> Room:
    """A room at the market, where the first thing it votes on is a fact: whether it decides."""
    scenario = market.telling_facts_apart()
    return after(opened(market.COURSE, [scenario]), Began(scenario.head.id, 1), *events)


def after(room: Room, *events: RoomEvent) -> Room:
    """The room once these have happened too."""
    for event in events:
        room = apply(room, event)
    return room


def cast(number: int, answers: Iterable[str | Answer], called: Side | None = None) -> Votes:
    """The votes of one round by persons p0, p1 …; a text stands for the answer of that one word."""
    given = ((each,) if isinstance(each, str) else each for each in answers)
    return {number: [Vote(f"p{who}", answer, called) for who, answer in enumerate(given)]}
