"""What results say of a learner in words, out of the journal."""

from __future__ import annotations

from course.model import Rule
from course.progress.habits import Habits, habits_in
from course.progress.practice import better
from course.visit.visit import Visit


def habits(visit: Visit) -> Habits:
    """What the learner's own first answers say of them."""
    return habits_in(visit.course, visit.journal.past(visit.course.id))


def practiced(visit: Visit) -> tuple[Rule, ...]:
    """The rules that were missed in first answers and went well in practice since."""
    course, journal = visit.course, visit.journal
    return better(course, journal.past(course.id), journal.practiced(course.id))
