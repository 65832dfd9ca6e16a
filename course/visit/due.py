"""What is due to be practised again, from the shelf, the journal and the settings; both faces ask here."""

from __future__ import annotations

from datetime import date

from course.journal import Journal
from course.journal.beside import practised
from course.progress.practice import Due, due
from course.visit.settings import Settings
from course.visit.shelf import Shelf


def due_now(shelf: Shelf, journal: Journal, settings: Settings) -> tuple[Due, ...]:
    """The scenes to practise; nothing when it is not to be offered. It reads every story, so never before the
    first page is painted."""
    attempts = journal.attempts(shelf.course.id)
    if not settings.practice or not any(each.ended for each in attempts):
        return ()
    interview = _day(settings.interview)
    scenarios = [scenario for head in shelf.stories if (scenario := shelf.open(head.id))]
    kept = practised(journal, shelf.course.id)
    return due(shelf.course, scenarios, attempts, kept, journal.now().date(), interview)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:  # edited by hand
        return None
