"""What is due to be practised again, from the folder, the journal and the settings; both faces ask here."""

from __future__ import annotations

from datetime import date

from course.journal import Journal
from course.progress.practice import Due, due
from course.visit.course_folder import CourseFolder
from course.visit.settings import Settings


def due_now(folder: CourseFolder, journal: Journal, settings: Settings) -> tuple[Due, ...]:
    """The scenes to practise; nothing when it is not to be offered. It reads every scenario, so never before the
    first page is painted."""
    past = journal.past(folder.course.id)
    if not settings.practice or not past.finished:
        return ()
    interview = _day(settings.interview)
    scenarios = [scenario for head in folder.scenarios if (scenario := folder.open(head.id))]
    met, kept = journal.met(folder.course.id), journal.practised(folder.course.id)
    return due(folder.course, scenarios, past, met, kept, journal.now().date(), interview)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:  # edited by hand
        return None
