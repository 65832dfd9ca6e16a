"""What came of what the room did: what it chose, the rules that it kept and broke, and how the others lived it."""

from __future__ import annotations

from course.engine import judging, otherside
from course.engine.outcome import Outcome
from course.engine.play import Play
from course.model import Verdict
from course.model.kinds.calendar import Calendar
from course.model.record import Record
from course.room.room import Room, Step


class Chosen(Record):
    """What the room chose, above what came of it: of a message, one part; of a sort, one statement."""

    said: str
    side: str
    """Of a statement to sort, the side that it was put on, `do` or `dont`; else `""`."""
    sorted_as: str
    """What the course calls that side, or `""`."""
    right: bool | None
    """Of a statement to sort, whether it was put where it belongs; else None."""


class Ruled(Record):
    """A rule that what the room did has kept or broken."""

    id: str
    broken: bool
    do: str
    dont: str
    """`""` where nothing was done that should not be: it was kept, or what it asks for was left out."""


class Theirs(Record):
    """A moment on the other side."""

    who: str
    """The person's name."""
    day: int
    did: str
    """What the room did then, or `""` where their day was simply so."""
    text: str
    """How they lived through it."""


def chose(room: Room, play: Play) -> tuple[Chosen, ...]:
    """What it chose, where what came of that shows."""
    if room.step is not Step.SHOWN or isinstance(play.exercise, Calendar):
        return ()
    return tuple(_chosen(each.outcome) for each in play.pending)


def _chosen(outcome: Outcome) -> Chosen:
    right = judging.verdict(outcome) is Verdict.DO if outcome.put_on else None
    return Chosen(outcome.said, outcome.put_on, outcome.sorted_as, right)


def rules(room: Room, play: Play) -> tuple[Ruled, ...]:
    """Each once, those that were broken first."""
    known, outcomes = room.course.all_rules(), [each.outcome for each in play.pending]
    wrong = {rule for each in outcomes for rule in each.breaks}
    broken = dict.fromkeys(rule for each in outcomes for rule in (*each.breaks, *each.misses))
    kept = dict.fromkeys(rule for each in outcomes for rule in (*each.follows, *each.avoids) if rule not in broken)
    return tuple(
        Ruled(each, each in broken, known[each].do, known[each].dont if each in wrong else "")
        for each in (*broken, *kept)
    )


def other_side(room: Room, play: Play) -> tuple[Theirs, ...]:
    """The days as the others lived them, where those show."""
    lived = [(view.person.name, each) for view in otherside.views(play) for each in view.moments]
    if room.step is Step.ENDED:
        return tuple(Theirs(who, each.day, each.did, each.text) for who, each in lived)
    exercise, people = play.exercise, play.scenario.head.people
    if room.step is not Step.SHOWN or not isinstance(exercise, Calendar):
        return ()
    planned, order = range(exercise.first, exercise.days + 1), [each.name for each in people]
    days = [Theirs(who.name, each.day, "", otherside.day(play, each)) for who in people for each in who.days]
    came = [Theirs(who, each.day, each.did, each.text) for who, each in lived if each.did]
    found = (each for each in (*days, *came) if each.day in planned and each.text)
    return tuple(sorted(found, key=lambda each: (order.index(each.who), each.day, bool(each.did))))
