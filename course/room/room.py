"""A room: the play that many people are at, and where the room stands in what it asks.

    LOBBY --Began--> READING --Opened--> VOTING --Closed--> CLOSED --Revealed--> REVEALED --Chose--> SHOWN
                        ^                   ^                  |                                       |
                        |                   +--Opened-- TALKING <--Talked--                            |
                        +----------------------------------- WentOn ----------------------------------+--> ENDED

A room is only asked here. It changes by events alone: see `course.room.apply`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from course.engine import kinds
from course.engine.kinds import FIRST, Turn
from course.engine.outcome import Answer, Outcome
from course.engine.play import Phase, Play
from course.model import Course, Scenario
from course.model.record import Record, replace


class Step(StrEnum):
    """Where a room stands."""

    LOBBY = "lobby"
    READING = "reading"
    VOTING = "voting"
    CLOSED = "closed"
    TALKING = "talking"
    REVEALED = "revealed"
    SHOWN = "shown"
    """What came of it shows."""
    ENDED = "ended"
    """A scenario has ended; another may begin."""
    OVER = "over"


COUNTS = (Step.VOTING, Step.CLOSED, Step.TALKING)
"""Where hands can be counted: from the vote on, until it is revealed."""


class Round(Record):
    """One vote of the room, from its opening to what was chosen."""

    number: int
    """Among all of the room, from 1."""
    scenario: str
    scene: str
    item: str
    """Which part or statement of its scene, where a scene asks more than once; else `""`."""
    answers: tuple[Answer, ...]
    """What could be voted for, in the order in which it was shown."""
    nth: int = 1
    """Whether it is the first vote on its question, or the second."""
    void: bool = False
    aside: bool = False
    """Whether a step back led to before it: it is no vote on what stands now."""
    revealed: Mapping[int, int] | None = None
    """The hands among it when the room was shown how it split, which nothing takes back; None until then, and where
    that never comes: how it split is nobody's to know then."""
    what_if: bool = False
    """Whether the room had gone back to ask what if."""
    hands: Mapping[int, int] = {}
    """Hands that were counted, by the number of the answer from 0."""
    chosen: Answer = ()
    """What the room did in the end, once it has; `()` until then."""


class Room(Record, gc=True):
    """Where a room stands. Make one with `course.room.apply.opened`."""

    course: Course
    scenarios: Mapping[str, Scenario]
    """Those that may be played here, by id."""
    number: int = 0
    """How many events have happened; whoever acts says which they have seen, so that a bounced key acts once."""
    step: Step = Step.LOBBY
    play: Play | None = None
    played: tuple[Play, ...] = ()
    """What was played before, as far as it came."""
    given: tuple[Answer, ...] = ()
    """Of an exercise that is answered at one go: what the room has decided so far."""
    rounds: tuple[Round, ...] = ()
    asked: int = 0
    """How many rounds there were when the question that stands now was come to."""
    really: Play | None = None
    """The play as it stood when the room first went back to ask what if; None while nothing is tried."""
    quoted: str = ""
    """A line that somebody wrote, for all to see."""
    locked: bool = False
    remote: str = ""
    """Whose phone may lead beside the facilitator, or `""`."""
    offered: tuple[str, ...] = ()
    """Ids of the scenarios that may be begun, in the order in which they are offered; none for all."""
    rehearsal: bool = False
    """Whether simulated phones vote in it."""
    before: Room | None = None
    """The room before the last step, for going back to; None at the beginning."""

    @property
    def what_if(self) -> bool:
        """Whether it is tried what would have been; nothing of that is on the record."""
        return self.really is not None

    @property
    def plays(self) -> tuple[Play, ...]:
        """Everything that was played, as it was really played."""
        last = self.really or self.play
        return self.played if last is None else (*self.played, last)

    @property
    def here(self) -> tuple[Round, ...]:
        """The votes on the question that stands now, but for those that are void, or before which a step back led."""
        return tuple(each for each in self.rounds[self.asked :] if not (each.void or each.aside))

    @property
    def told(self) -> tuple[Round, ...]:
        """The votes that the room was shown, as they were then; nothing that was only tried."""
        seen = (each for each in self.rounds if not each.what_if)
        return tuple(replace(each, hands=each.revealed) for each in seen if each.revealed is not None)

    @property
    def round(self) -> Round | None:
        """The latest vote on the question that stands now."""
        return self.here[-1] if self.here else None

    @property
    def first(self) -> Round | None:
        """The first of them, where there were two."""
        return self.here[0] if len(self.here) > 1 else None


class Question(Record):
    """What the room votes on."""

    item: str
    options: tuple[Outcome, ...]
    turn: Turn

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What can be voted for."""
        return tuple(each.answer for each in self.options)


def question(room: Room) -> Question | None:
    """What the room votes on where it stands; None where there is nothing to vote on."""
    play = room.play
    if play is None or play.phase is not Phase.DECIDING or room.step in (Step.LOBBY, Step.OVER):
        return None
    exercise = play.exercise
    if exercise is None or not kinds.of(exercise).voted():
        return None
    turn = _turn(play, room.given) if play.whole() else play.turn
    if turn is None:
        return None
    options = kinds.of(exercise).outcomes(turn, play.order)
    return Question(options[0].item, options, turn)


def filled_in(room: Room) -> bool:
    """Whether the facilitator fills in what the scene asks, as the room calls it out."""
    play = room.play
    exercise = play.exercise if play is not None and play.phase is Phase.DECIDING else None
    return exercise is not None and not kinds.of(exercise).voted()


def _turn(play: Play, given: tuple[Answer, ...]) -> Turn | None:
    """The turn that an exercise has come to once those answers are given; None after the last."""
    exercise = play.exercise
    assert exercise is not None
    kind, turn = kinds.of(exercise), FIRST
    for answer in given:
        outcome = next(each for each in kind.outcomes(turn, play.order) if each.answer == answer)
        after = kind.then(turn, outcome)
        if after is None:
            return None
        turn = after
    return turn
