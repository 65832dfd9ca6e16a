"""The market course: one small scenario with every exercise kind."""

from __future__ import annotations

from course.engine.apply import begin
from course.engine.play import Play
from course.model import Ending, Scenario
from course.model.kinds import Exercise
from course.model.kinds.sort import Asks, Sort
from course.model.record import replace
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


def telling_facts_apart() -> Scenario:
    """The scenario, where its first scene asks which of the facts decide: the sides are none of the line's."""
    apron = exercise("apron")
    assert isinstance(apron, Sort)
    asked = replace(apron, asks=Asks.DECIDES, question="Which of these decides?")
    return replace(MARKET, scenes={**MARKET.scenes, "apron": replace(MARKET.scenes["apron"], body=asked)})


def exercise(scene: str) -> Exercise:
    """What is asked there."""
    body = MARKET.scenes[scene].body
    assert not isinstance(body, Ending)
    return body
