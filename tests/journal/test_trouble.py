"""What a learner is told when the journal cannot be written, and what is kept all the same: by real files."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from course.journal import SqliteJournal
from course.journal.records import Trouble
from course.journal.sqlite.migrations import prepare
from course.visit import journal_words
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario
from tests.folders import ROOT
from tests.journal.test_migration import old_journal
from tests.journals import attempts, eventually, open_journal

NOBODY = 65534


def as_nobody(what: str, folder: Path) -> str:
    """What this module prints when it is run by somebody for whom permissions hold."""
    command = [sys.executable, "-m", "tests.journal.test_trouble", what, str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert not ended.stderr
    return ended.stdout


def main(what: str, folder: Path) -> None:
    """Play a little, and say how it stands."""
    play(SqliteJournal(None))  # so that everything is imported that nobody might not read
    if os.geteuid() == 0:
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
    journal = open_journal(folder / "journal.db")
    if what == "play":
        play(journal)
    print(journal.keeping.trouble, journal.keeping.owed, len(journal.past("tiny").standings))


def play(journal: SqliteJournal) -> None:
    """Answer once."""
    session = Session.start(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
    session.choose(("wave",))
    journal.past("tiny")


@pytest.fixture
def home() -> Iterator[Path]:
    """A home with a played scenario in its journal, that everybody may look into and nobody may write to.

    Not among pytest's own folders: whenever pytest is started, also beside this run, it closes them to everybody else.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        old_journal(folder / "journal.db", 1)
        (folder / "journal.db").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o700)


def test_a_read_only_home_can_be_read(home: Path) -> None:
    assert as_nobody("look", home) == "read-only 0 1\n"


def test_what_nobody_else_may_read_is_not_only_said_not_to_be_written_to(home: Path) -> None:
    (home / "journal.db").chmod(0)
    assert as_nobody("look", home) == "closed 0 0\n"
    (home / "journal.db").chmod(0o444)
    home.chmod(0)
    assert as_nobody("look", home) == "closed 0 0\n"


def test_in_a_read_only_home_nothing_is_said_to_be_kept(home: Path) -> None:
    assert as_nobody("play", home) == "read-only 1 1\n"


def test_a_full_disk_sets_no_sound_journal_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite rolls back by itself when the disk is full in the middle of bringing a journal up to date."""
    path = tmp_path / "journal.db"
    old_journal(path, 2000)

    def on_a_full_disk(connection: sqlite3.Connection) -> None:
        where = next(file for _, name, file in connection.execute("PRAGMA database_list") if name == "main")
        if full and where:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        prepare(connection)

    full = True
    monkeypatch.setattr("course.journal.sqlite.file.prepare", on_a_full_disk)
    journal = open_journal(path)
    assert journal.keeping.trouble is Trouble.FULL
    assert not list(tmp_path.glob("*set-aside*"))
    full = False
    eventually(lambda: not journal.keeping.trouble)
    assert attempts(open_journal(path), "tiny")


def test_a_file_system_without_locks_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> sqlite3.Connection:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("course.journal.sqlite.keeper.open_file", refuse)
    journal = open_journal(tmp_path / "journal.db")
    assert journal.keeping.trouble is Trouble.NO_LOCKS
    assert "cannot lock files" in journal_words.standing(journal.keeping)


@pytest.mark.parametrize("what", ["folder", "device", "recipes"])
def test_what_is_no_journal_is_named(tmp_path: Path, what: str) -> None:
    path = tmp_path / "journal.db"
    if what == "folder":
        path.mkdir()
    elif what == "device":
        path.symlink_to(os.devnull)
    else:
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE recipes (id INTEGER)")
        other.close()
    said = journal_words.refused(open_journal(path).keeping)
    assert f"{path} is no journal of Fine Line's; move it out of the way" in said.replace("\u2068", "")


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_has_its_words(trouble: Trouble) -> None:
    assert journal_words.why(trouble, "as the system says")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
