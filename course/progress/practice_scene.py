"""A scene to practice, as the learner came to it; and how it went."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine.apply import begin
from course.engine.decision import Decision
from course.engine.lead_in import lead_in
from course.engine.play import Play
from course.engine.replay import standing
from course.journal import Journal
from course.model import Course, Scenario
from course.model.twins import Half
from course.progress.twins import right


def set_out(course: Course, scenario: Scenario, journal: Journal, scene: str, *, seed: int, extra_minute: bool) -> Play:
    """The play before that scene, with what the learner did before it, if they were there; the scene alone where
    nobody can come to it."""
    first = journal.past(course.id).first_finished(scenario.head.id)
    events = standing(journal.events(first.key)) if first and first.key else ()
    fresh = begin(course, scenario, seed, extra_minute=extra_minute)
    return lead_in(fresh, scene, events) or begin(course, scenario, seed, extra_minute=extra_minute, at=scene)


def held(rule: str, twin: Half | None, made: Sequence[Decision]) -> bool:
    """Whether what is practiced was held in these decisions: the rule, or everything that a twin is about."""
    if twin is None:
        return all(rule not in each.broken for each in made)
    return right(each for each in made if twin.item in ("", each.item))
