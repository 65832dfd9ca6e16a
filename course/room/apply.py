"""How a room is opened, and the one way in which it changes: an event is applied, and there is a new room.

Whoever hosts it, resumes it after a crash or watches it from another server applies the same events with this same
function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from course.engine import apply as engine
from course.engine import events as moves
from course.engine.apply import Unfit as Unfit
from course.engine.outcome import Answer
from course.engine.play import Phase, Play
from course.model import Course, Scenario
from course.model.record import replace
from course.room.events import (
    MOST_HANDS,
    Back,
    Began,
    Chose,
    Closed,
    Counted,
    Ended,
    Filled,
    Granted,
    Left,
    Locked,
    Offered,
    Opened,
    Quoted,
    Rehearsed,
    Revealed,
    Rewound,
    RoomEvent,
    Talked,
    Voided,
    WentOn,
)
from course.room.room import COUNTS, Question, Room, Round, Step, question

_ASIDE = (Offered, Counted, Quoted, Locked, Granted, Rehearsed)
"""What leaves the room at the step where it is; there is no going back from it."""


def opened(course: Course, scenarios: Iterable[Scenario]) -> Room:
    """A new room, in which these scenarios may be played. Nobody is asked one by one how it will come across before it
    is sent: people say so as they vote."""
    return Room(course, {each.head.id: each for each in scenarios})


def apply(room: Room, event: RoomEvent) -> Room:
    """The room after that event. Raises Unfit."""
    if room.step is Step.OVER:
        raise Unfit("the room is over")
    after = replace(_after(room, event), number=room.number + 1)
    if isinstance(event, _ASIDE):
        return after
    return replace(after, quoted="", before=after.before if isinstance(event, Back) else room)


def replayed(room: Room, events: Iterable[RoomEvent]) -> Room:
    """The room after all of them, one after the other. Raises Unfit."""
    for event in events:
        room = apply(room, event)
    return room


def _after(room: Room, event: RoomEvent) -> Room:
    match event:
        case Began(scenario, seed):
            return _begin(room, scenario, seed)
        case Offered(scenarios):
            return replace(room, offered=scenarios)
        case Left():
            return _leave(room)
        case Opened():
            return _open(room)
        case Closed():
            return _to(room, Step.CLOSED, Step.VOTING)
        case Talked():
            return _to(room, Step.TALKING, Step.READING, Step.CLOSED)
        case Revealed():
            return _reveal(room)
        case Filled(draft):
            return _fill(room, draft)
        case Chose(answers):
            return _choose(room, answers)
        case WentOn():
            return _go_on(room)
        case Back():
            return _back(room)
        case Voided():
            return _void(room)
        case Rewound(to):
            play = _playing(room)
            return _come_to(
                replace(_cut_short(room), really=room.really or play), engine.apply(play, moves.Rewound(to))
            )
        case Counted(hands):
            return _count(room, dict(hands))
        case Quoted(why):
            return replace(room, quoted=why)
        case Locked(locked):
            return replace(room, locked=locked)
        case Granted(person):
            return replace(room, remote=person)
        case Rehearsed():
            return replace(room, rehearsal=True)
        case Ended():
            return replace(room, step=Step.OVER)


def _require(room: Room, *steps: Step) -> None:
    if room.step not in steps:
        raise Unfit(f"not while {room.step}")


def _to(room: Room, step: Step, *since: Step) -> Room:
    """At that step, come to from one of the others."""
    _require(room, *since)
    return replace(room, step=step)


def _playing(room: Room) -> Play:
    if room.play is None:
        raise Unfit("nothing is played")
    return room.play


def _asked(room: Room) -> Question:
    found = question(room)
    if found is None:
        raise Unfit("there is nothing to vote on")
    return found


def _begin(room: Room, scenario: str, seed: int) -> Room:
    if scenario not in room.scenarios:
        raise Unfit(f"there is no scenario {scenario!r} here")
    play = engine.begin(room.course, room.scenarios[scenario], seed, extra_minute=False)
    return _come_to(replace(_cut_short(room), really=None, played=room.plays), play)


def _leave(room: Room) -> Room:
    _require(room, *(each for each in Step if each not in (Step.LOBBY, Step.ENDED, Step.OVER)))
    left = _cut_short(room)
    return replace(left, step=Step.LOBBY, play=None, really=None, played=room.plays, given=(), asked=len(room.rounds))


def _cut_short(room: Room) -> Room:
    """A vote that was open and is left is void: it was never closed."""
    if room.step is not Step.VOTING:
        return room
    return _changed(room, lambda each: replace(each, void=True) if each is room.round else each)


def _come_to(room: Room, play: Play, given: tuple[Answer, ...] = ()) -> Room:
    """Where the play stands now, before anything is voted on there."""
    step = {Phase.ENDED: Step.ENDED, Phase.SHOWN: Step.SHOWN}.get(play.phase, Step.READING)
    return replace(room, step=step, play=play, given=given, asked=len(room.rounds))


def _open(room: Room) -> Room:
    _require(room, Step.READING, Step.CLOSED, Step.TALKING, Step.REVEALED)
    return _vote(room)


def _vote(room: Room) -> Room:
    asked, play = _asked(room), _playing(room)
    vote = Round(
        number=len(room.rounds) + 1,
        scenario=play.scenario.head.id,
        scene=play.scene_id,
        item=asked.item,
        answers=asked.answers,
        nth=len(room.here) + 1,
        what_if=room.what_if,
    )
    return replace(room, step=Step.VOTING, rounds=(*room.rounds, vote))


def _reveal(room: Room) -> Room:
    _asked(room)
    shown = _changed(room, lambda each: replace(each, revealed=each.hands) if each in room.here else each)
    return _to(shown, Step.REVEALED, Step.READING, Step.CLOSED, Step.TALKING)


def _fill(room: Room, draft: tuple[Answer, ...]) -> Room:
    _require(room, Step.READING)
    play = _playing(room)
    return replace(room, play=engine.apply(play, moves.Drafted(play.scene_id, draft)))


def _choose(room: Room, answers: tuple[Answer, ...]) -> Room:
    """The play moves; of an exercise that is answered at one go, with the last of its answers."""
    _require(room, Step.READING, Step.CLOSED, Step.TALKING, Step.REVEALED)
    play = _playing(room)
    room = _changed(room, lambda each: replace(each, chosen=answers[0]) if _chosen(room, each, answers) else each)
    if not play.whole():
        return _come_to(room, engine.apply(play, engine.sent(play, answers)))
    given = (*room.given, *answers)
    if play.possible(given) is not None:
        return _come_to(room, engine.apply(play, engine.sent(play, given)))
    if question(room) is None or not set(answers) <= set(_asked(room).answers) or len(answers) != 1:
        raise Unfit(f"scene {play.scene_id!r} offers no answer {answers!r}")
    return _come_to(room, play, given)


def _chosen(room: Room, vote: Round, answers: tuple[Answer, ...]) -> bool:
    """Whether that vote was on what is done now, by one of the answers that it was about."""
    return vote in room.here and len(answers) == 1 and answers[0] in vote.answers


def _go_on(room: Room) -> Room:
    play = _playing(room)
    return _come_to(room, engine.apply(play, moves.WentOn()))


def _back(room: Room) -> Room:
    """Where the room was before the last step. What the room was shown stays told; a vote that was not revealed, and
    before which that is, is void. One that was revealed is not opened once more, but voted on again: what is voted
    now is not what was seen."""
    before = room.before
    if before is None:
        raise Unfit("there is nothing to go back to")
    known = len(before.rounds)
    rounds = tuple(
        replace(now, void=was.void, chosen=was.chosen) for now, was in zip(room.rounds, before.rounds, strict=False)
    )
    rounds += tuple(
        replace(each, void=each.void or each.revealed is None, aside=True, chosen=()) for each in room.rounds[known:]
    )
    back = replace(
        before,
        rounds=rounds,
        locked=room.locked,
        remote=room.remote,
        rehearsal=room.rehearsal,
        offered=room.offered,
    )
    again = back.step is Step.VOTING and back.round is not None and back.round.revealed is not None
    return _vote(back) if again else back


def _void(room: Room) -> Room:
    _require(room, Step.VOTING, Step.CLOSED, Step.TALKING, Step.REVEALED)
    if room.round is None:
        raise Unfit("there was no vote")
    voided = _changed(room, lambda each: replace(each, void=True) if each in room.here else each)
    return replace(voided, step=Step.READING)


def _count(room: Room, hands: dict[int, int]) -> Room:
    _require(room, *COUNTS)
    vote = room.round
    if vote is None or any(not 0 <= each < len(vote.answers) for each in hands):
        raise Unfit("there is no such option")
    if any(not 0 <= each <= MOST_HANDS for each in hands.values()):
        raise Unfit("nobody has so many hands")
    return _changed(room, lambda each: replace(each, hands=hands) if each is vote else each)


def _changed(room: Room, change: Callable[[Round], Round]) -> Room:
    return replace(room, rounds=tuple(map(change, room.rounds)))
