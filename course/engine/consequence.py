"""What follows from an answer, as it is told on the path that it was given on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from course.engine import kinds
from course.engine.decision import Decision, decide
from course.engine.outcome import Outcome
from course.engine.past import Path
from course.engine.play import Phase, Play, Taken
from course.engine.telling import arrived, brought, learned, tell
from course.model import Fact, Message
from course.model.record import Record


class Seen(Record):
    """How somebody on the other side lived through it."""

    by: str
    """The id of one of the scenario's people."""
    text: str


class Consequence(Record):
    """What is told of an answer."""

    happens: str
    arrives: tuple[Message, ...]
    because: str
    seen: tuple[Seen, ...]
    know: tuple[Fact, ...]
    """What is learned by it and by what arrives."""


def told(outcome: Outcome, past: Path) -> Consequence:
    """What is told of that outcome on a path that it is part of."""
    return Consequence(
        tell(outcome.happens, past),
        arrived(outcome.arrives, past),
        tell(outcome.because, past),
        tuple(Seen(each.by, tell(each.text, past)) for each in outcome.seen),
        learned((*outcome.know, *brought(outcome.arrives, past)), past),
    )


def latest(play: Play) -> tuple[Consequence, ...]:
    """What is told of each answer whose consequence shows, one for each that is pending; those made at one go, each
    with what came before it."""
    if play.phase is not Phase.SHOWN:
        return ()
    path = play.path
    made = len(path) - len(play.latest)
    found = []
    for each in play.pending:
        made += each.outcome.judged
        found.append(told(each.outcome, Path(play.trail, path[:made], _day(play.day, each.outcome))))
    return tuple(found)


def lived(play: Play) -> Iterator[tuple[Decision, Consequence]]:
    """Every decision of the path that stands now, with what is told of it."""
    path = play.path
    for made, index in enumerate(play.line, 1):
        taken = play.history[index]
        outcome = _outcome(play, taken)
        if outcome is not None:
            past = Path(taken.trail, path[:made], taken.decision.day)
            yield taken.decision, told(outcome, past)


def instead(play: Play, taken: Taken, outcome: Outcome) -> Consequence:
    """What is told of an outcome where that decision was taken, whether or not it is the one that was taken."""
    scene, day = play.scenario.scenes[taken.decision.scene], taken.decision.day
    sooner = takewhile(lambda each: each is not taken, play.history[taken.first :])
    earlier = [*(play.history[index].decision for index in taken.before), *(each.decision for each in sooner)]
    made = decide(scene, outcome, (outcome,), play.course.all_rules(), day=day, forecast=None, counts=False)
    return told(outcome, Path(taken.trail, (*earlier, made), day))


def instead_of(play: Play, outcome: Outcome, before: Sequence[Outcome] = ()) -> Consequence:
    """What would be told of an outcome where the play stands, after those that were given at the same go."""
    rules = play.course.all_rules()
    made = [
        decide(play.scene, each, (each,), rules, day=play.day, forecast=None, counts=False)
        for each in (*before, outcome)
    ]
    return told(outcome, Path(play.trail, (*play.path, *made), play.day))


def _outcome(play: Play, taken: Taken) -> Outcome | None:
    """What that decision was, in the scenario as it is today."""
    exercise = play.asked(taken)
    possible = () if exercise is None else kinds.turns(exercise)
    found = (each for _, outcomes in possible for each in outcomes if each.answer == taken.decision.answer)
    return next(found, None)


def _day(day: int, outcome: Outcome) -> int:
    return day if outcome.day is None else outcome.day
