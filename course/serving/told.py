"""What each role is told of a room: the state as it goes over the wire."""

from __future__ import annotations

from course.model.encoding import to_json
from course.model.record import replace
from course.room.results import Results, results
from course.room.room import Room, Step
from course.serving.live import LiveRoom
from course.serving.wire import Asking, Listed, State, told
from course.words import rooms, sentences, speak_for

Parts = tuple[str, ...]
"""JSON, in parts to be joined, so that what all are told is made, compared and kept once."""


def for_screen(room: LiveRoom) -> Parts:
    """For everybody's eyes."""
    return room.for_all(_for_all), "}"


def for_phone(room: LiveRoom, person: str) -> Parts:
    """For that person's phone; more of it while it leads."""
    mine = room.mine(person)
    if mine.leads:
        speak_for(room.room.course)
        found = _debrief(room)
        lines = tuple(rooms.lines(room.room.course, found)) if found else ()
        return (told(_with_notes(State(room.view(), mine, looks_back=lines), room)),)
    own = f',"mine":{to_json(mine)},"asks":{to_json(room.people[person].asks)}}}'
    return room.for_all(_for_all), own


def _for_all(room: LiveRoom) -> str:
    """The state, left open for what is only somebody's."""
    speak_for(room.room.course)
    return f'{{"type":"State","view":{to_json(room.view())},"when":{to_json(_when(room))}'


def for_host(room: LiveRoom) -> State:
    """For the facilitator."""
    speak_for(room.room.course)
    asked = {each.id: Asking(each.id, each.name, each.asks) for each in room.people.values() if each.asks}
    leads = asked.pop(room.room.remote, None)
    debrief = _debrief(room)
    return _with_notes(State(room.view(), asking=tuple(asked.values()), leads=leads, debrief=debrief), room)


def _debrief(room: LiveRoom) -> Results | None:
    """What the room did, where no vote is open or has yet to be revealed; None elsewhere."""
    left = room.room.step is Step.LOBBY and room.room.plays
    between = left or room.room.step in (Step.SHOWN, Step.ENDED, Step.OVER)
    return results(room.room, room.votes) if between else None


def _when(room: LiveRoom) -> str:
    """What the day is called."""
    play = room.room.play
    return sentences.when(play.scenario.head, play.day) if play else ""


def _stands(room: Room, scenario: str) -> str:
    """How far that scenario was played here."""
    ended = [play.finished for play in room.plays if play.scenario.head.id == scenario]
    return "" if not ended else "ended" if any(ended) else "begun"


def _with_notes(state: State, room: LiveRoom) -> State:
    """The same, with all that who leads may know."""
    known = room.room.scenarios
    heads = [known[each].head for each in dict.fromkeys(room.room.offered or known) if each in known]
    listed = tuple(Listed(each.id, each.title, room.minutes(each.id), _stands(room.room, each.id)) for each in heads)
    return replace(state, when=_when(room), notes=room.notes(), whys=room.whys, scenarios=listed)
