"""The market course: one small story with every exercise kind."""

from __future__ import annotations

from pathlib import Path

from course.model import Ending, Exercise
from course.playing import story
from course.playing.story import Play
from course.reading import read_course

FOLDER = Path(__file__).parent / "courses" / "market"
_READING = read_course(FOLDER)
assert _READING.course is not None
COURSE = _READING.course
(MARKET,) = _READING.scenarios


def at(scene: str, seed: int = 1) -> Play:
    """The story, begun at a scene."""
    return story.begin(COURSE, MARKET, seed, at=scene)


def exercise(scene: str) -> Exercise:
    """What is asked there."""
    body = MARKET.scenes[scene].body
    assert not isinstance(body, Ending)
    return body
