"""What each role is told of a room: the state as it goes over the wire."""

from __future__ import annotations

from course.model.record import replace
from course.serving.live import LiveRoom
from course.serving.wire import Asking, Listed, State


def for_screen(room: LiveRoom) -> State:
    """For everybody's eyes."""
    return State(room.view())


def for_phone(room: LiveRoom, person: str) -> State:
    """For that person's phone; more of it while it leads."""
    mine = room.mine(person)
    return _with_notes(State(room.view(), mine), room) if mine.leads else State(room.view(), mine)


def for_host(room: LiveRoom) -> State:
    """For the facilitator."""
    asking = tuple(Asking(each.id, each.name, each.asks) for each in room.people.values() if each.asks)
    return _with_notes(State(room.view(), asking=asking), room)


def _with_notes(state: State, room: LiveRoom) -> State:
    """The same, with all that who leads may know."""
    listed = tuple(Listed(each.head.id, each.head.title, each.head.minutes) for each in room.room.scenarios.values())
    return replace(state, notes=room.notes(), whys=room.whys, scenarios=listed)
