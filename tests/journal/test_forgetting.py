"""Forgetting is true: no word of what was forgotten is left in any file of ours."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.engine.apply import begin
from course.journal.records import NotSaved
from course.system import paths
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario
from tests.cli.conftest import run
from tests.journals import attempts, open_journal
from tests.steps import send
from tests.terminal import PATIENCE

SECRET = "he never called me back"
TRACES = (SECRET.encode(), b"Do wave.", b"zebra")
"""A reason, an answer's words, and a learner's name."""


@pytest.fixture
def home(own_home: Path) -> Path:
    """A home in which somebody has left traces everywhere."""
    own_home.mkdir()
    journal = open_journal(paths.journal_file(), learner="zebra")
    session = Session.start(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
    session.choose(("wave",))
    decision = send(begin(tiny_course(), tiny_scenario(), 1), ("wave",)).decisions[0]
    journal.dispute("tiny", "1", "tale", decision, SECRET).result(PATIENCE)
    journal.close(PATIENCE)
    paths.settings_file("zebra").write_text('{"interview": "2026-12-24"}')
    paths.log_file().write_text(f"Traceback: {SECRET}")
    own_home.joinpath("journal.set-aside-20260101-000000.db").write_text(SECRET)
    return own_home


def traces(home: Path) -> list[str]:
    """The files that hold something of it, in their bytes or their names."""
    files = [each for each in home.rglob("*") if each.is_file()]
    return [
        each.name for each in files for trace in TRACES if trace in each.read_bytes() or trace.decode() in each.name
    ]


def test_no_word_is_left_in_any_file(home: Path) -> None:
    assert len(set(traces(home))) == 4
    assert run("forget", "--yes", "--learner", "zebra", "--set-aside") == 0
    assert traces(home) == []


def test_no_word_is_left_while_another_window_is_open(home: Path) -> None:
    other = open_journal(paths.journal_file(), learner="zebra")
    assert run("forget", "--yes", "--learner", "zebra", "--set-aside") == 0
    assert traces(home) == []
    assert attempts(other, "tiny") == ()


@pytest.fixture
def reader(home: Path) -> Iterator[sqlite3.Connection]:
    """Another program in the middle of reading the journal, so that old pages stay in its log."""
    connection = sqlite3.connect(home / "journal.db", isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM moves").fetchone()
    yield connection
    connection.close()


def test_a_reader_is_waited_for(home: Path, reader: sqlite3.Connection) -> None:
    journal = open_journal(paths.journal_file(), learner="zebra")
    done = threading.Event()

    def forget() -> None:
        journal.forget(seconds=PATIENCE)
        done.set()

    forgetting = threading.Thread(target=forget)
    forgetting.start()
    assert not done.wait(0.5)
    reader.execute("ROLLBACK")
    forgetting.join()
    assert done.is_set()
    journal.close(PATIENCE)
    assert b"Do wave." not in b"".join(each.read_bytes() for each in home.glob("journal.db*"))


@pytest.mark.usefixtures("reader")
def test_a_reader_that_stays_is_said(home: Path) -> None:
    journal = open_journal(home / "journal.db", learner="zebra")
    with pytest.raises(NotSaved):
        journal.forget(seconds=0.5)
    assert attempts(journal, "tiny") == (), "deleted it is"
