"""The reveal: where each option lands, how the room split, who moved, and where the room had said it would land."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from course.engine import consequence, judging, kinds
from course.engine.outcome import Answer, Outcome
from course.engine.play import Play
from course.model import Side, Verdict
from course.model.kinds.message import MessageInParts
from course.model.record import Record
from course.room.room import Room, question
from course.room.votes import FEW, Swing, Vote, called, shown, swings, tally
from course.text.paragraphs import beginning

Votes = Mapping[int, Sequence[Vote]]
"""The votes of each round, by its number."""
MOST_ASKED = 140
"""Letters of the reminder of what was asked: two lines on a screen of 80 columns."""


class Landing(Record):
    """One option, and where it lands."""

    answer: Answer
    said: str
    verdict: Verdict
    side: Side
    because: str
    rules: tuple[str, ...]
    """Ids of the rules it breaks, then of those it follows."""
    off_the_line: bool = False
    """Whether it lands nowhere: a statement that was only told apart, rightly or not."""


class Reveal(Record):
    """What is shown once a question is done with."""

    asked: str
    """The beginning of what was asked, as a reminder; `""` of a message that has begun, which shows as far as it has
    come."""
    landings: tuple[Landing, ...]
    counts: tuple[int, ...]
    """How many voted for each; empty where there are too few to say."""
    voters: int
    left_out: int
    """How many votes by phone are not among the counts, since they are too few."""
    passed: int | None
    """How many would rather not say; None where there are too few to say."""
    hands: int
    """How many of the votes were hands."""
    nth: int
    """Which vote this was on the question; 0 where there was none."""
    twice: int
    """How many voted both times."""
    swings: tuple[Swing, ...]
    """Where they went; empty where there was one vote, or too few voted twice."""
    called: Mapping[Side, int]
    """Where people had said it would land; empty where there are too few to say."""


def reveal(room: Room, votes: Votes) -> Reveal | None:
    """What is shown of the question that stands now; None where there is none."""
    found, vote = landings(room), room.round
    if not found:
        return None
    cast = votes.get(vote.number, ()) if vote else ()
    count = tally(vote, cast) if vote else None
    open_to_all = shown(vote, cast) if vote else None
    moved = _moved(room, votes)
    twice = sum(each.people for each in moved)
    return Reveal(
        asked=_asked(room),
        landings=found,
        counts=open_to_all.counts if open_to_all else (),
        voters=count.voters if count else 0,
        left_out=count.voters - open_to_all.voters if count and open_to_all else 0,
        passed=open_to_all.passed if open_to_all else None,
        hands=count.hands if count else 0,
        nth=vote.nth if vote else 0,
        twice=twice,
        swings=moved if twice >= FEW else (),
        called=called(cast),
    )


def _asked(room: Room) -> str:
    play = room.play
    if play is None or (room.given and isinstance(play.exercise, MessageInParts)):
        return ""
    if not play.arrives:
        return beginning(play.text, MOST_ASKED)
    came = play.arrives[-1]  # what is to be answered is rather in that
    who = f"{came.sender}: " if came.sender else ""
    return f"{who}{beginning(came.text, MOST_ASKED // 2)} / {beginning(play.text, MOST_ASKED // 2)}"


def _moved(room: Room, votes: Votes) -> tuple[Swing, ...]:
    first, second = room.first, room.round
    if first is None or second is None:
        return ()
    return swings(first, votes.get(first.number, ()), second, votes.get(second.number, ()))


def landings(room: Room) -> tuple[Landing, ...]:
    """Where each option of the question that stands now lands; nothing where there is none."""
    asked, play = question(room), room.play
    return () if asked is None or play is None else tuple(_landing(room, play, each) for each in asked.options)


def _landing(room: Room, play: Play, outcome: Outcome) -> Landing:
    return Landing(
        answer=outcome.answer,
        said=outcome.said,
        verdict=judging.verdict(outcome),
        side=judging.side(outcome, room.course.all_rules()),
        because=consequence.instead_of(play, outcome, _decided(room, play)).because,
        rules=(*outcome.breaks, *outcome.misses, *outcome.follows, *outcome.avoids),
        off_the_line=outcome.off_the_line,
    )


def _decided(room: Room, play: Play) -> list[Outcome]:
    """What the room has decided so far of an exercise that is answered at one go."""
    exercise = play.exercise
    if exercise is None or not room.given:
        return []
    known = {each.answer: each for _, outcomes in kinds.turns(exercise) for each in outcomes}
    return [known[answer] for answer in room.given]
