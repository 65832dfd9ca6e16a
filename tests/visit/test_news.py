"""An open window is told when what the learner did is deleted from elsewhere."""

from __future__ import annotations

from pathlib import Path

from course.journal import SqliteJournal
from course.visit.course_folder import CourseFolder
from course.visit.settings import Settings
from course.visit.visit import Visit
from course.words import say
from tests.desks import COURSE, keep
from tests.folders import DESKS
from tests.journals import open_journal
from tests.terminal import PATIENCE


def opened(journal: SqliteJournal) -> Visit:
    """A visit that has shown home once, and has heard all there was to hear."""
    visit = Visit(CourseFolder(DESKS), journal, Settings())
    visit.home()
    visit.has_news()
    visit.take_notices()
    return visit


def test_what_another_window_deleted_is_told_once_and_gone_from_home(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    keep(journal, "dentist", "leave")
    visit = opened(journal)
    open_journal(tmp_path / "journal.db").forget(COURSE.id, seconds=PATIENCE)
    assert visit.has_news()
    assert visit.take_notices() == [say("visit.emptied")]
    assert visit.home().progress.scenarios == {}
    assert (visit.has_news(), visit.take_notices()) == (False, [])


def test_what_somebody_else_on_this_machine_deleted_is_no_news(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    keep(journal, "dentist", "leave")
    other = open_journal(tmp_path / "journal.db", learner="zebra")
    keep(other, "library", "leave")
    visit = opened(journal)
    other.forget(seconds=PATIENCE)
    assert (visit.has_news(), visit.take_notices()) == (False, [])
