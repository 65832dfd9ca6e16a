"""Somebody moves, deletes or replaces the journal while it is open: what is said to be kept is in the file there is."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from course.journal import SqliteJournal
from course.journal.records import SetAside, TakenAway
from course.journal.sqlite.owed import Owed, do
from course.visit.news import News
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario
from tests.journals import attempts, eventually, open_journal
from tests.terminal import PATIENCE


def deleted(path: Path) -> None:
    """With everything beside it."""
    shutil.rmtree(path.parent)


def moved(path: Path) -> None:
    """Under another name, as for a safe copy."""
    path.rename(path.with_name("old.db"))


def replaced(path: Path) -> None:
    """By another journal, as when one is put back."""
    other = open_journal(path.with_name("other.db"))
    other.close()
    path.with_name("other.db").replace(path)


def written_over(path: Path) -> None:
    """By another journal, copied into the same file, as `cp` does it."""
    other = open_journal(path.with_name("other.db"))
    other.close()
    shutil.copyfile(path.with_name("other.db"), path)
    path.with_name("other.db").unlink()


EVERY = pytest.mark.parametrize("take_away", [deleted, moved, replaced, written_over])


def begin(journal: SqliteJournal) -> Session:
    """One answer, on disk."""
    session = Session.start(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
    session.choose(("wave",))
    assert not journal.wait(PATIENCE).owed
    return session


@EVERY
def test_what_is_answered_from_then_on_is_kept_and_it_is_said(
    tmp_path: Path, take_away: Callable[[Path], None]
) -> None:
    path = tmp_path / "home" / "journal.db"
    journal = open_journal(path)
    session = begin(journal)
    take_away(path)
    assert session.go_on() == ""
    assert not journal.wait(PATIENCE).owed
    assert TakenAway(str(path)) in journal.take_notices()
    assert journal.keeping.trouble is None
    assert len(attempts(open_journal(path), "tiny")[0].decisions) == 1, "the whole attempt is there"


@EVERY
def test_also_when_nothing_is_answered_any_more(tmp_path: Path, take_away: Callable[[Path], None]) -> None:
    path = tmp_path / "home" / "journal.db"
    journal = open_journal(path)
    begin(journal)
    take_away(path)
    eventually(lambda: journal.keeping.begun > 0)
    journal.wait(PATIENCE)
    assert journal.take_notices() == [TakenAway(str(path))]
    (attempt,) = attempts(open_journal(path), "tiny")
    assert [each.answer for each in attempt.decisions] == [("wave",)], "it is written again, to the file that is there"
    assert [each.decisions for each in journal.unfinished("tiny")] == [1]


def test_a_file_that_was_moved_took_everything_along(tmp_path: Path) -> None:
    path = tmp_path / "home" / "journal.db"
    journal = open_journal(path)
    begin(journal)
    moved(path)
    eventually(lambda: journal.keeping.begun > 0)
    journal.close()
    assert len(attempts(open_journal(path.with_name("old.db")), "tiny")[0].decisions) == 1


def test_nothing_is_mixed_into_a_journal_that_was_copied_over_it(tmp_path: Path) -> None:
    path, other = tmp_path / "home" / "journal.db", tmp_path / "other" / "journal.db"
    elsewhere = open_journal(other)
    begin(elsewhere).go_on()
    assert not elsewhere.close(PATIENCE).owed
    journal = open_journal(path)
    for _ in range(3):
        begin(journal)
    shutil.copyfile(other, path)
    eventually(lambda: journal.keeping.begun > 0)
    begin(journal)
    assert not journal.close(PATIENCE).owed
    with closing(sqlite3.connect(path)) as file:
        (found,) = file.execute("SELECT count(*) FROM attempts").fetchone()
        assert found == 5, "the one that came with the copy, and those of this window"
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_older_copy_of_the_same_journal_takes_nothing_from_who_plays(tmp_path: Path) -> None:
    """Somebody puts a backup back, into the same file. What this window knows of its attempt is kept in it, beside what
    the backup knows of it already."""
    path, backup = tmp_path / "home" / "journal.db", tmp_path / "backup.db"
    journal = open_journal(path)
    begin(journal)
    assert not journal.close(PATIENCE).owed
    shutil.copyfile(path, backup)
    other = open_journal(path, learner="somebody else")
    for _ in range(40):
        begin(other)
    assert not other.close(PATIENCE).owed
    assert path.stat().st_size > backup.stat().st_size
    journal = open_journal(path)
    session, _ = Session.take_up(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
    session.go_on()
    assert not journal.wait(PATIENCE).owed
    shutil.copyfile(backup, path)
    eventually(lambda: journal.keeping.begun > 0)
    assert journal.take_notices() == [TakenAway(str(path))]
    assert session.choose(("leave",)) == ""
    assert not journal.close(PATIENCE).owed
    journal = open_journal(path)
    assert journal.take_notices() == []
    (attempt,) = attempts(journal, "tiny")
    assert [each.answer for each in attempt.decisions] == [("wave",), ("leave",)]
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_is_forgotten_elsewhere_makes_it_smaller_and_is_no_other_journal(tmp_path: Path) -> None:
    path = tmp_path / "home" / "journal.db"
    other = open_journal(path, learner="somebody else")
    for _ in range(40):
        begin(other)
    assert not other.close(PATIENCE).owed
    journal = open_journal(path)
    session = begin(journal)
    other, before = open_journal(path, learner="somebody else"), path.stat().st_size
    assert other.forget() == 40
    assert path.stat().st_size < before
    session.go_on()
    assert not journal.wait(PATIENCE).owed
    assert (journal.take_notices(), journal.keeping.begun) == ([], 0)
    other.close(PATIENCE)


@EVERY
def test_what_was_begun_on_another_day_and_gone_on_with_is_written_again_too(
    tmp_path: Path, take_away: Callable[[Path], None]
) -> None:
    path = tmp_path / "home" / "journal.db"
    with closing(open_journal(path)) as before:
        begin(before)
    journal = open_journal(path)
    session, _ = Session.take_up(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
    session.go_on()
    take_away(path)
    eventually(lambda: journal.keeping.begun > 0 and not journal.keeping.owed)
    (attempt,) = attempts(open_journal(path), "tiny")
    assert [each.answer for each in attempt.decisions] == [("wave",)]
    assert len(open_journal(path).events(attempt.key)) == 2, "and that it was read"


@EVERY
def test_a_file_that_is_taken_away_twice_within_one_step_loses_nothing(
    tmp_path: Path, take_away: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time just after what was known has been written to the new one."""
    path = tmp_path / "home" / "journal.db"
    journal = open_journal(path)
    session, done, again = begin(journal), do, [take_away]

    def and_away(connection: sqlite3.Connection, owed: Owed) -> None:
        done(connection, owed)
        if again and owed.again:
            again.pop()(path)

    monkeypatch.setattr("course.journal.sqlite.keeper.do", and_away)
    take_away(path)
    assert session.go_on() == ""
    assert not journal.wait(PATIENCE).owed
    assert (again, journal.keeping.begun, journal.keeping.trouble) == ([], 2, None)
    assert session.choose(("leave",)) == ""
    assert not journal.close(PATIENCE).owed
    (attempt,) = attempts(open_journal(path), "tiny")
    assert [each.answer for each in attempt.decisions] == [("wave",), ("leave",)]


@EVERY
def test_that_something_was_forgotten_once_is_no_reason_to_lose_what_was_answered_since(
    tmp_path: Path, take_away: Callable[[Path], None]
) -> None:
    """A new file counts anew how often it was emptied, and knows of no emptying."""
    path = tmp_path / "home" / "journal.db"
    journal = open_journal(path)
    journal.forget()
    session = begin(journal)
    news = News(journal, "tiny")
    news.saw(1)
    take_away(path)
    assert session.go_on() == ""
    eventually(lambda: journal.keeping.begun > 0 and not journal.keeping.owed)
    assert news.look() == (True, False), "and nobody deleted anything"
    assert session.choose(("leave",)) == ""
    assert not journal.wait(PATIENCE).owed
    (attempt,) = attempts(open_journal(path), "tiny")
    assert [each.answer for each in attempt.decisions] == [("wave",), ("leave",)]


@pytest.mark.parametrize("here", [True, False])
def test_what_was_forgotten_is_not_written_again(tmp_path: Path, here: bool) -> None:
    """Whether it was in this window or in another."""
    path = tmp_path / "home" / "journal.db"
    journal = open_journal(path)
    begin(journal)
    (journal if here else open_journal(path)).forget()
    moved(path)
    eventually(lambda: journal.keeping.begun > 0)
    assert not journal.wait(PATIENCE).owed
    assert attempts(open_journal(path), "tiny") == ()


def damaged(path: Path) -> None:
    """Written over with what is no journal."""
    path.write_bytes(b"no journal " * 4000)


@pytest.mark.parametrize("take_away", [deleted, moved, replaced, written_over, damaged])
@pytest.mark.parametrize("whose", ["another learner", "another scenario", "this scenario"])
def test_of_what_was_done_here_only_what_was_really_forgotten_is_left_out(
    tmp_path: Path, take_away: Callable[[Path], None], whose: str
) -> None:
    """Somebody tidies up in another terminal, and then the file is lost."""
    path = tmp_path / "home" / "journal.db"
    journal = open_journal(path)
    session = begin(journal)
    session.differ(session.disputed, "she waved first")
    journal.practice("tiny", "other", "lobby", "unannounced", held=True)
    assert not journal.wait(PATIENCE).owed
    with closing(open_journal(path, learner="Amy" if whose == "another learner" else "")) as elsewhere:
        elsewhere.forget("tiny", {"another scenario": "other", "this scenario": "tale"}.get(whose))
    journal.practice("tiny", "third", "lobby", "unannounced", held=True)  # so that it has looked by now
    assert not journal.wait(PATIENCE).owed
    take_away(path)
    eventually(lambda: journal.keeping.begun > 0 and not journal.keeping.owed)
    assert not journal.close(PATIENCE).owed
    told = [type(each) for each in journal.take_notices()]
    assert told == [SetAside if take_away is damaged else TakenAway], "one thing happened, and one is told"
    journal = open_journal(path)
    tale = 0 if whose == "this scenario" else 1
    assert len(attempts(journal, "tiny")) == tale, "the attempt"
    assert len(journal.disputes("tiny")) == tale, "what was seen differently"
    assert len(journal.practiced("tiny")) == (1 if whose == "another scenario" else 2), "what was practiced"


def test_a_dispute_that_the_file_has_already_is_not_there_twice(tmp_path: Path) -> None:
    """As where an older copy was put back."""
    path, backup = tmp_path / "home" / "journal.db", tmp_path / "backup.db"
    journal = open_journal(path)
    session = begin(journal)
    session.differ(session.disputed, "she waved first")
    journal.practice("tiny", "tale", "lobby", "unannounced", held=True)
    assert not journal.wait(PATIENCE).owed
    with closing(sqlite3.connect(path)) as file, closing(sqlite3.connect(backup)) as copy:
        file.backup(copy)
    backup.replace(path)
    eventually(lambda: journal.keeping.begun > 0)
    assert not journal.close(PATIENCE).owed
    journal = open_journal(path)
    assert [each.why for each in journal.disputes("tiny")] == ["she waved first"]
    assert [each.held for each in journal.practiced("tiny")] == [True]
    assert len(attempts(journal, "tiny")) == 1


def test_an_older_copy_is_given_what_it_lacks_of_an_attempt_that_is_gone_on_with(tmp_path: Path) -> None:
    path, backup = tmp_path / "home" / "journal.db", tmp_path / "backup.db"
    with closing(open_journal(path)) as journal:
        session = begin(journal)
        with closing(sqlite3.connect(path)) as file, closing(sqlite3.connect(backup)) as copy:
            file.backup(copy)
        session.go_on()
        session.choose(("leave",))
    journal = open_journal(path)
    session, _ = Session.take_up(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
    backup.replace(path)
    assert session.go_on() == ""
    assert session.choose(("patient",)) == ""
    assert not journal.close(PATIENCE).owed
    (attempt,) = attempts(open_journal(path), "tiny")
    assert [each.answer for each in attempt.decisions] == [("wave",), ("leave",), ("patient",)]
