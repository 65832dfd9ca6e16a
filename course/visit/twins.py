"""Twins beside each other: what was met in one attempt, and where the journal says that the other was met first."""

from __future__ import annotations

from course.engine import twins
from course.engine.apply import begin
from course.engine.play import Play
from course.engine.replay import replay, standing
from course.engine.twins import Beside
from course.journal import Journal
from course.model.twins import Half
from course.visit.course_folder import CourseFolder


def beside(folder: CourseFolder, journal: Journal, play: Play) -> tuple[Beside, ...]:
    """What was met in an attempt beside its twins, once they were met too."""
    here = play.scenario.head.id
    near = [each for each in folder.twins if here in (each.one.scenario, each.other.scenario)]
    return twins.beside(play, near, lambda half: _met_first(folder, journal, half))


def _met_first(folder: CourseFolder, journal: Journal, half: Half) -> Play | None:
    """The attempt in which the first answer there was given, played once more as far as its scenario is what it was;
    None before that, and when the scenario cannot be played any more."""
    past = journal.past(folder.course.id)
    for attempt in past.answered_first(half.scenario):
        made = attempt.decisions
        met = any(each.counts and each.scene == half.scene and half.item in ("", each.item) for each in made)
        scenario = folder.open(half.scenario) if met else None
        if scenario is not None:
            fresh = begin(folder.course, scenario, attempt.seed, extra_minute=False)
            return replay(fresh, standing(journal.events(attempt.key))).play
    return None
