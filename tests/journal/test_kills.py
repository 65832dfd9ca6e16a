"""A process killed at any moment loses nothing that it had shown as sent."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from course.engine.events import Sent
from course.journal.records import Keeping
from tests.folders import ROOT
from tests.journals import open_journal
from tests.terminal import PATIENCE


def killed(*arguments: str) -> str:
    """What the program that kills prints."""
    command = [sys.executable, "-m", "tests.journal.killed", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@pytest.mark.slow
def test_a_hundred_kills_lose_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    shown = dict(json.loads(killed("playing", str(path), "100")))
    journal = open_journal(path)
    assert journal.take_notices() == []
    kept = {key: sum(isinstance(each, Sent) for each in journal.events(key)) for key in shown}
    assert len(shown) == 100
    for attempt, count in shown.items():
        assert kept[attempt] >= count
    assert sqlite3.connect(path).execute("PRAGMA quick_check").fetchone() == ("ok",)


@pytest.mark.slow
def test_a_kill_before_any_statement_that_makes_the_file_leaves_one_that_opens(tmp_path: Path) -> None:
    killed("making", str(tmp_path))
    made = list(tmp_path.glob("*.db"))
    assert len(made) > 15
    for path in made:
        journal = open_journal(path)
        assert journal.take_notices() == []
        assert journal.keeping.trouble is None
        journal.close(PATIENCE)


def test_two_processes_may_make_the_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    make = "import sys, pathlib, course.journal as j; print(j.SqliteJournal(pathlib.Path(sys.argv[1])).wait(60))"
    children = [
        subprocess.Popen([sys.executable, "-c", make, str(path)], stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    ready = str(Keeping(ready=True, owed=0))
    assert [child.communicate()[0].strip() for child in children] == [ready] * 4
