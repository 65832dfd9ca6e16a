"""A journal of the first edition is brought up to date without loss, whenever it is killed; and with no wait for it."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from course.engine.apply import begin
from course.engine.decision import Decision
from course.engine.events import Sent
from course.journal.decision_rows import decisions_to_text
from course.journal.sqlite.file import open_file
from course.journal.sqlite.migrations import NEWEST, STEPS
from course.model import Side
from tests.builders import tiny_course, tiny_scenario
from tests.folders import ROOT
from tests.journals import attempts, open_journal
from tests.steps import go_on, send

ATTEMPTS = 10_000
"""With two moves each: 20,000 moves, five times what SQLite holds in memory, so that a transaction reaches the disk
before it ends."""


def decided() -> tuple[Decision, ...]:
    """The two answers of an attempt."""
    play = begin(tiny_course(), tiny_scenario(), 1)
    return send(go_on(send(play, ("write",), forecast=Side.OVER)), ("patient",)).decisions


def then(decision: Decision) -> str:
    """A decision as a row of the first edition has it, with the places on the line as one course names them."""
    text = decisions_to_text([decision])
    for new, old in (("under", "quiet"), ("right", "assertive"), ("over", "pushy")):
        text = text.replace(f':"{new}"', f':"{old}"')
    return text


def old_journal(path: Path, number: int, version: int = 2) -> None:
    """A journal as the first edition has it, with so many attempts."""
    first, last = decided()
    sent = '{"scene":"office","answer":["write"],"forecast":"pushy","revision":""}'
    with sqlite3.connect(path) as old:
        for step in STEPS[:version]:
            for statement in step:
                old.execute(statement)
        at = "2026-03-02T12:00:00+00:00"
        old.executemany(
            "INSERT INTO attempts VALUES (?, 'tiny', 'tale', '1', 1, 1, ?)", ((each, at) for each in range(number))
        )
        made = ((then(first), None), (then(last), "assertive"))
        old.executemany(
            "INSERT INTO moves VALUES (?, ?, ?, 'sent', ?, ?, 'wait', 'Wait', 1, ?)",
            (
                (attempt, move, at, sent, decision, ending)
                for attempt in range(number)
                for move, (decision, ending) in enumerate(made)
            ),
        )
        old.execute(f"PRAGMA user_version = {version}")
    old.close()


@pytest.mark.parametrize("version", [1, 2])
def test_an_old_journal_comes_with_everything(tmp_path: Path, version: int) -> None:
    path = tmp_path / "journal.db"
    old_journal(path, 3, version)
    journal = open_journal(path)
    assert journal.take_notices() == []
    assert attempts(journal, "tiny")[0].decisions == decided()
    standing = journal.past("tiny").standings["tale"]
    assert (standing.attempts, standing.finished, standing.first, standing.latest) == (3, 3, 0, 2)
    with sqlite3.connect(path) as connection:
        (key,) = connection.execute("SELECT key FROM attempts WHERE id = 0").fetchone()
    connection.close()
    assert journal.events(key)[0] == Sent("office", (("write",),), Side.OVER, "")


def open_and_be_killed(path: Path, statement: int) -> None:
    """Open the journal, and be killed before the statement of that number runs."""
    counted = count()

    class Mortal(sqlite3.Connection):
        def execute(self, *arguments: object) -> sqlite3.Cursor:
            if next(counted) == statement:
                os.kill(os.getpid(), signal.SIGKILL)
            return super().execute(*arguments)  # type: ignore[arg-type]

    connect = sqlite3.connect
    sqlite3.connect = lambda *given, **more: connect(*given, factory=Mortal, **more)  # type: ignore[assignment]
    open_file(path).close()


def kill_again_and_again(path: Path) -> int:
    """Open the journal in one process after the other, each killed one statement later; how many were killed."""
    for statement in count():
        child = os.fork()
        if not child:
            open_and_be_killed(path, statement)
            os.kill(os.getpid(), signal.SIGTERM)  # it is done
        ended = os.WTERMSIG(os.waitpid(child, 0)[1])
        if ended != signal.SIGKILL:
            assert ended == signal.SIGTERM
            return statement
    raise AssertionError("no end of it")


@pytest.mark.slow
def test_killed_before_any_statement_nothing_is_lost(tmp_path: Path) -> None:
    """Each kill leaves the file that the next one opens."""
    path = tmp_path / "journal.db"
    old_journal(path, ATTEMPTS)
    # in a program of its own, since only one without threads may fork
    command = [sys.executable, "-m", "tests.journal.test_migration", str(path)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert int(said.split("KILLED")[1]) > len(STEPS[2]), "each of its statements was met"
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST,)
        assert connection.execute("SELECT count(*) FROM moves").fetchone() == (2 * ATTEMPTS,)
    connection.close()
    standing = open_journal(path).past("tiny").standings["tale"]
    assert (standing.attempts, standing.finished) == (ATTEMPTS, ATTEMPTS)
    assert standing.best_share == 1


def test_what_is_read_before_it_is_up_to_date_is_nothing_and_then_all(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    old_journal(path, 3)
    shutil.copy(path, tmp_path / "copy.db")
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    journal = open_journal(path)
    assert journal.past("tiny").standings["tale"].attempts == 3, "from a copy, while another program holds the file"
    blocker.execute("ROLLBACK")
    blocker.close()
    assert attempts(journal, "tiny")[0].decisions == decided()


if __name__ == "__main__":
    print("KILLED", kill_again_and_again(Path(sys.argv[1])))
