"""Before and after: what the warm-up and the after-check say of each pair, in raw counts."""

from __future__ import annotations

from collections.abc import Mapping

from course.engine import totals
from course.engine.judging import Tally
from course.journal.records import Attempt, Past
from course.model import Course
from course.model.record import Record


class Gain(Record):
    """How many statements were put on the right side, before and after, by pair id."""

    before: Mapping[str, Tally]
    after: Mapping[str, Tally]
    """Empty until the after-check has been finished."""


def gain(course: Course, past: Past) -> Gain | None:
    """The first finished warm-up beside the first finished after-check; None before the warm-up is finished.

    So few statements prove nothing about one learner (Hake's gain is a measure of classes), so no share is made of it.
    """
    before, after = past.first_finished(course.warm_up), past.first_finished(course.after_check)
    if before is None:
        return None
    return Gain(_tallies(before), _tallies(after) if after else {})


def _tallies(attempt: Attempt) -> dict[str, Tally]:
    pairs = totals.score(attempt.decisions).pairs
    return {pair: marks.do + marks.dont for pair, marks in pairs.items()}
