"""The course of two desks: the dental office and the library, whose scenes are twins."""

from __future__ import annotations

from datetime import UTC, datetime

from course.engine.apply import begin
from course.engine.kinds.sort import SortKind
from course.engine.outcome import Answer
from course.engine.play import Play
from course.journal import Journal
from course.journal.records import Attempt
from course.model import Side
from course.model.kinds.sort import Sort
from course.model.twins import Half, Twins
from course.reading.courses import read_course
from course.reading.twins import all_twins
from course.visit.session import Session
from tests.folders import DESKS
from tests.steps import go_on, send
from tests.terminal import PATIENCE

_READING = read_course(DESKS)
assert _READING.course is not None
COURSE = _READING.course
DENTIST, LIBRARY = _READING.scenarios
TWINS = all_twins(_READING.scenarios)
THURSDAYS = Twins(Half("dentist", "thursday"), Half("library", "thursday"))
NOTES = Twins(Half("library", "facts", "note"), Half("dentist", "facts", "note"))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def played(scenario: str, option: str, side: str = "do") -> Play:
    """The scenario to its end: that option on Thursday, and both statements on that side."""
    play = begin(COURSE, {"dentist": DENTIST, "library": LIBRARY}[scenario], 1)
    play = go_on(send(play, (option,)))
    return go_on(send(play, *answers(play, side)))


def answers(play: Play, side: str) -> tuple[Answer, ...]:
    """Every statement of the scene on that side, in the order in which they are asked."""
    body = play.exercise
    assert isinstance(body, Sort)
    return tuple((each.id, side) for each in SortKind(body).arranged(play.order))


def keep(journal: Journal, scenario: str, option: str, side: str = "do") -> None:
    """The same, in a journal."""
    which = {"dentist": DENTIST, "library": LIBRARY}[scenario]
    session = Session.start(COURSE, which, journal, seed=1, extra_minute=False)
    session.choose((option,))
    session.go_on()
    session.choose(*answers(session.play, side))
    session.go_on()
    journal.wait(PATIENCE)


def attempt(number: int, scenario: str, option: str, side: str = "do") -> Attempt:
    """The same as the journal keeps it."""
    decisions = played(scenario, option, side).decisions
    return Attempt(number, scenario, "1", 1, NOON, NOON, Side.RIGHT, decisions)
