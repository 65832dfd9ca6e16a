"""Steps of a play in a word each, for tests that play a scenario."""

from __future__ import annotations

from course.engine import apply
from course.engine.events import Drafted, Picked, Rewound, WentOn
from course.engine.outcome import Answer
from course.engine.play import Play
from course.model import Side


def draft(play: Play, *answers: Answer) -> Play:
    """Put these together, and send nothing."""
    return apply.apply(play, Drafted(play.scene_id, answers))


def pick(play: Play, *answers: Answer) -> Play:
    """Pick what is to be weighed."""
    return apply.apply(play, Picked(play.scene_id, answers))


def send(play: Play, *answers: Answer, forecast: Side | None = None) -> Play:
    """Answer; several at one go where the scene wants that."""
    return apply.apply(play, apply.sent(play, answers, forecast))


def go_on(play: Play) -> Play:
    """Read the consequence."""
    return apply.apply(play, WentOn())


def rewind(play: Play, to: int) -> Play:
    """Go back to that decision."""
    return apply.apply(play, Rewound(to))
