"""What leads on: the one key of a facilitator who does nothing out of turn."""

from __future__ import annotations

from course.engine import kinds
from course.engine.play import Phase, Play
from course.room.events import Chose, Closed, Opened, Revealed, RoomEvent, Talked, WentOn
from course.room.reveal import Votes
from course.room.room import Room, Round, Step, question
from course.room.votes import way_on


def leads_on(room: Room, votes: Votes) -> RoomEvent | None:
    """The event that comes next by itself; None where the facilitator has to choose: what to begin, what to do after a
    tie, or how to fill in what nobody votes on."""
    play = room.play
    if play is None or room.step is Step.OVER:
        return None
    match room.step:
        case Step.READING:
            return _read(room, play)
        case Step.VOTING:
            return Closed()
        case Step.CLOSED:
            return Talked() if _worth_talking(room.round, play) else Revealed()
        case Step.TALKING:
            return Opened()
        case Step.REVEALED:
            return _chosen(room, votes)
        case Step.SHOWN:
            return WentOn()
    return None


def _read(room: Room, play: Play) -> RoomEvent | None:
    if play.phase is Phase.READING:
        return WentOn()
    if question(room) is not None:
        return Opened()
    ready = play.ready()
    return None if ready is None else Chose(ready)


def _worth_talking(vote: Round | None, play: Play) -> bool:
    """After the first vote on a whole question for which the author has something to talk about."""
    exercise = play.exercise
    single = exercise is not None and kinds.single(exercise)
    return vote is not None and vote.nth == 1 and single and bool(play.scene.discuss)


def _chosen(room: Room, votes: Votes) -> RoomEvent | None:
    vote = room.round
    answer = way_on(vote, votes.get(vote.number, ())) if vote else None
    return None if answer is None else Chose((answer,))
