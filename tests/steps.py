"""Steps of a play in a word each, for tests that play a scenario."""

from __future__ import annotations

from course.engine import apply
from course.engine.events import Called, Drafted, Picked, Rewound, ThoughtAgain, WentOn
from course.engine.outcome import Answer
from course.engine.play import Phase, Play
from course.model import Side
from course.visit.session import Session


def draft(play: Play, *answers: Answer) -> Play:
    """Put these together, and send nothing."""
    return apply.apply(play, Drafted(play.scene_id, answers))


def pick(play: Play, *answers: Answer) -> Play:
    """Pick what is to be weighed."""
    return apply.apply(play, Picked(play.scene_id, answers))


def called(play: Play, *answers: Answer, forecast: Side = Side.OVER) -> Play:
    """Pick these and say how they will come across."""
    return apply.apply(pick(play, *answers), Called(forecast))


def think_again(play: Play, *answers: Answer, forecast: Side = Side.OVER) -> Play:
    """Pick these, say how they will come across, and put them back."""
    return apply.apply(play, ThoughtAgain(play.scene_id, answers, forecast))


def weighed(session: Session, forecast: Side) -> str:
    """Say how what is picked will come across, and send it."""
    said = session.call(forecast)
    return session.send() if session.play.phase is Phase.CALLED else said


def send(play: Play, *answers: Answer, forecast: Side | None = None) -> Play:
    """Answer; several at one go where the scene wants that."""
    return apply.apply(play, apply.sent(play, answers, forecast))


def go_on(play: Play) -> Play:
    """Read the consequence."""
    return apply.apply(play, WentOn())


def rewind(play: Play, to: int) -> Play:
    """Go back to that decision."""
    return apply.apply(play, Rewound(to))
