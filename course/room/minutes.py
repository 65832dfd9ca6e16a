"""How long a scenario takes a room: the one figure for the lobby, the leader's page and the plans of a workshop."""

from __future__ import annotations

from course.engine import judging, kinds
from course.engine.advised import advised_whole
from course.engine.apply import apply, begin, sent
from course.engine.events import WentOn
from course.engine.play import Phase, Play
from course.model import Course, Scenario
from course.room.events import ORDER

_READING = 6
"""Minutes to read it, where its author does not say."""
_CALLED_OUT = 5
"""Minutes for what the room calls out and whoever leads fills in."""
_MOST = 200
"""Steps of a way to an ending."""
TALK = 4
"""Minutes that a talk to one's neighbor takes with the second vote, where the author does not say."""


def minutes(course: Course, scenario: Scenario) -> int:
    """Reading it aloud as one reads it alone, and a minute for each vote on the way that is advised. A talk, with a
    second vote, comes on top."""
    play = begin(course, scenario, ORDER, extra_minute=False)
    found = scenario.head.minutes or _READING
    for _ in range(_MOST):
        if play.phase is Phase.ENDED:
            break
        if play.phase is not Phase.DECIDING:
            play = apply(play, WentOn())
            continue
        play, took = _answered(play)
        found += took
    return found


def _answered(play: Play) -> tuple[Play, int]:
    """The play once what is advised there is done, and the minutes that a room takes for it."""
    exercise = play.exercise
    assert exercise is not None
    kind = kinds.of(exercise)
    if not play.whole():
        shown = play.shown()
        best = next(iter((*judging.advised(shown), *shown)), None)
        if best is None:  # a scene that offers nothing on this way
            return play, 0
        return apply(play, sent(play, (best.answer,))), 1
    advised = advised_whole(exercise)
    answers = kind.answers(kind.tidy(advised, play.order), play.order) or advised
    return apply(play, sent(play, answers)), len(answers) if kind.voted() else _CALLED_OUT
