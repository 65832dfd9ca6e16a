"""What was forgotten never comes back from a window that is open, whatever becomes of the journal's file, and when."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import wait
from contextlib import closing
from pathlib import Path

import pytest

from course.journal import SqliteJournal
from course.journal.sqlite.forgetting import delete
from course.system import paths
from course.visit.session import Session
from course.words import say
from tests.builders import tiny_course, tiny_scenario
from tests.cli.conftest import run
from tests.journal.test_taken_away import begin, damaged, deleted, moved, replaced, written_over
from tests.journals import attempts, eventually, open_journal
from tests.terminal import PATIENCE

TakeAway = Callable[[Path], None]
EVERY = pytest.mark.parametrize("take_away", [deleted, moved, replaced, written_over, damaged])


def forget(path: Path, scenario: str | None = None) -> int:
    """As it is done in a shell."""
    with closing(open_journal(path)) as shell:
        return shell.forget("tiny", scenario)


def lose(journal: SqliteJournal, path: Path, take_away: TakeAway) -> None:
    """Until the window goes on with another file, and has written there what it knows."""
    before = journal.keeping.begun
    take_away(path)
    eventually(lambda: journal.keeping.begun > before and not journal.keeping.owed)


def nothing_is_left(path: Path) -> bool:
    """Whatever of it a learner could be shown."""
    with closing(open_journal(path)) as found:
        return not (attempts(found, "tiny") or found.disputes("tiny") or found.practiced("tiny"))


@EVERY
def test_after_a_file_was_taken_away(tmp_path: Path, take_away: TakeAway) -> None:
    path = tmp_path / "home" / "journal.db"
    journal = open_journal(path)
    session = begin(journal)
    session.differ(session.disputed, "she waved first")
    journal.practice("tiny", "tale", "lobby", "unannounced", held=True)
    assert not journal.wait(PATIENCE).owed
    lose(journal, path, take_away)
    assert forget(path) == 1
    assert session.go_on() == say("session.forgotten"), "and nobody says that it is kept anew"
    assert not session.kept
    session.choose(("leave",))
    opened, _ = Session.take_up(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
    assert opened.play.decisions == (), "who opens it again begins it"
    assert nothing_is_left(path)
    lose(journal, path, take_away)
    assert nothing_is_left(path), "nor when the next file is lost as well"


@EVERY
def test_before_the_window_has_seen_that_the_file_was_taken_away(
    tmp_path: Path, take_away: TakeAway, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where it is suspended."""
    path = tmp_path / "home" / "journal.db"
    journal = open_journal(path)
    session = begin(journal)
    with monkeypatch.context() as suspended:
        suspended.setattr("course.journal.sqlite.file.Lying.is_gone", lambda _: False)
        take_away(path)
        forget(path)
    eventually(lambda: journal.keeping.begun > 0 and not journal.keeping.owed)
    assert session.go_on() == say("session.forgotten")
    assert nothing_is_left(path)


def test_where_it_was_deleted_before_it_is_forgotten(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is kept, it says, and so it stays: the window has not yet seen that its file is gone."""
    own_home.mkdir()
    journal = open_journal(paths.journal_file())
    begin(journal)
    with monkeypatch.context() as suspended:
        suspended.setattr("course.journal.sqlite.file.Lying.is_gone", lambda _: False)
        for each in own_home.iterdir():
            each.unlink()
        assert run("forget", "--yes") == 0
    eventually(lambda: journal.keeping.begun > 0 and not journal.keeping.owed)
    assert nothing_is_left(paths.journal_file())


@EVERY
def test_what_was_done_since_is_kept_and_so_is_what_was_not_forgotten(tmp_path: Path, take_away: TakeAway) -> None:
    path = tmp_path / "home" / "journal.db"
    journal = open_journal(path)
    session = begin(journal)
    lose(journal, path, take_away)
    assert forget(path, "another") == 0
    assert session.go_on() == ""
    assert not journal.wait(PATIENCE).owed
    forget(path, "tale")
    begin(journal)
    lose(journal, path, take_away)
    (attempt,) = attempts(open_journal(path), "tiny")
    assert len(attempt.decisions) == 1


def test_what_waits_to_be_written_when_it_is_forgotten_is_not_written_any_more(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    journal = open_journal(path)
    with closing(sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)) as shell:
        shell.execute("BEGIN IMMEDIATE")
        session = Session.start(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
        assert session.choose(("wave",)) == ""
        session.differ(session.disputed, "she waved first")
        journal.practice("tiny", "tale", "lobby", "unannounced", held=True)
        other = journal.practice("tiny", "other", "lobby", "unannounced", held=True)
        delete(shell, "", "tiny", "tale")
        shell.execute("COMMIT")
    assert not wait([other], PATIENCE).not_done
    assert session.settle() is not None, "whoever leaves now is told that it is lost"
    with closing(open_journal(path)) as found:
        assert (attempts(found, "tiny"), found.disputes("tiny")) == ((), ())
        assert [each.scenario for each in found.practiced("tiny")] == ["other"], "which nobody has forgotten"


def test_what_is_said_of_an_answer_that_was_forgotten_is_not_kept(tmp_path: Path) -> None:
    """It would hold the answer."""
    path = tmp_path / "journal.db"
    session = begin(open_journal(path))
    assert forget(path) == 1
    assert session.differ(session.disputed, "she waved first") == say("session.forgotten")
    assert nothing_is_left(path)
