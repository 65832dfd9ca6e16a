"""The market course: one small scenario with every exercise kind."""

from __future__ import annotations

from course.engine.apply import begin
from course.engine.play import Play
from course.model import Ending, Exercise
from course.reading.courses import read_course
from tests.folders import STALL

FOLDER = STALL
_READING = read_course(FOLDER)
assert _READING.course is not None
COURSE = _READING.course
(MARKET,) = _READING.scenarios


def at(scene: str, seed: int = 1) -> Play:
    """The scenario, begun at a scene."""
    return begin(COURSE, MARKET, seed, at=scene)


def exercise(scene: str) -> Exercise:
    """What is asked there."""
    body = MARKET.scenes[scene].body
    assert not isinstance(body, Ending)
    return body
