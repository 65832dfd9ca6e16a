"""The reading copy of one scenario, put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.authoring.proof.beside import comings
from course.authoring.proof.cover import cover
from course.authoring.proof.meeting import Meeting, Meetings
from course.authoring.proof.missing import Missing, missing, shown_days
from course.authoring.proof.piece import Piece
from course.authoring.proof.pieces import days, told, written
from course.authoring.proof.playing import outcomes, plays, start
from course.authoring.proof.steps import MOST_STATES, Steps, steps
from course.authoring.proof.telling import Teller
from course.authoring.proof.told import Told
from course.authoring.proof.where import Where
from course.engine.conditions import Fact, facts, parts
from course.engine.play import Play
from course.engine.states.digraph import Edge
from course.engine.states.need import ways_on
from course.model import Course, Scenario
from course.model.record import Record
from course.reading.problems.positions import Spots


class Proof(Record):
    """The reading copy."""

    course: Course
    scenario: Scenario
    walks: tuple[Told, ...]
    meetings: tuple[Meeting, ...]
    missing: tuple[Missing, ...]
    pieces: int
    """How many pieces there are, those that are missing included."""
    complete: bool
    """Whether every state was looked at, so that what is missing can never show."""


def proof(course: Course, scenario: Scenario, spots: Spots, most: int = MOST_STATES) -> Proof:
    """The reading copy of that scenario; `spots` say where all of it is written."""
    return _Writer(course, scenario, spots, most).proof()


class _Writer:
    def __init__(self, course: Course, scenario: Scenario, spots: Spots, most: int) -> None:
        self._course, self._scenario = course, scenario
        self._steps: Steps = steps(scenario, most)
        self._where = Where(spots)
        self._asked = _asked(scenario)
        self._teller = Teller(course, self._where, self._asked)

    def proof(self) -> Proof:
        found, scenario = self._steps, self._scenario
        walks: list[Told] = []
        shown, of_days, at = 0, set[Piece](), written(scenario)
        for walk in cover(found.ways, found.shows, found.first):
            played = list(self._plays(walk.edges))
            walks.append(self._teller.walk(played))
            shown |= walk.shows
            of_days |= shown_days(at, played[-1:])
        meeting = Meetings(self._course, scenario, found, self._teller, self._asked)
        meetings = tuple(
            meeting.of(scenario.scenes[each.scene], each) for each in comings(scenario, found, self._asked)
        )
        theirs = days(scenario)
        left = [each for number, each in enumerate(found.pieces) if not shown >> number & 1]
        left += [each for each in theirs if each not in of_days]
        lacks = tuple(missing(scenario, each, self._where) for each in left)
        count = len(found.pieces) + len(theirs)
        return Proof(self._course, scenario, tuple(walks), meetings, lacks, count, found.complete)

    def _plays(self, edges: Sequence[Edge]) -> Iterator[Play]:
        return plays(start(self._course, self._scenario), outcomes(self._steps, edges))


def _asked(scenario: Scenario) -> frozenset[Fact]:
    """Every fact that some condition of the scenario asks for."""
    asked = [each for asked in told(scenario).values() for each in asked]
    for scene in scenario.scenes.values():
        asked += [branch.when for way in ways_on(scene) for branch in way]
    return frozenset(fact for when in asked for each in parts(when) for fact in facts(each))
