"""Many threads, processes and an event loop at one journal: nothing is lost, nothing comes between."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from course.journal import SqliteJournal
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario
from tests.folders import ROOT
from tests.journals import open_journal
from tests.terminal import PATIENCE

THREADS = 8
PROCESSES = 4
ROUNDS = 10


def play(journal: SqliteJournal, rounds: int) -> None:
    """Play the scenario to its end so many times; two answers each."""
    for number in range(rounds):
        session = Session.start(tiny_course(), tiny_scenario(), journal, seed=number, extra_minute=False)
        for name in ("write", "patient"):
            session.choose((name,))
            session.go_on()


def main(path: Path) -> None:
    """Threads that share one journal, all at once."""
    journal = open_journal(path)
    threads = [threading.Thread(target=play, args=(journal, ROUNDS)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not journal.close(PATIENCE).owed


@pytest.mark.slow
def test_eight_threads_in_each_of_four_processes_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    command = [sys.executable, "-m", "tests.journal.test_many", str(path)]
    children = [subprocess.Popen(command, cwd=ROOT) for _ in range(PROCESSES)]
    assert [child.wait() for child in children] == [0] * PROCESSES
    attempts = THREADS * PROCESSES * ROUNDS
    standing = open_journal(path).past("tiny").standings["tale"]
    assert (standing.attempts, standing.finished) == (attempts, attempts)
    with sqlite3.connect(path) as connection:
        counts = set(connection.execute("SELECT count(*) FROM moves GROUP BY attempt"))
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert counts == {(4,)}, "two answers, and on after each"


async def test_an_event_loop_awaits_what_is_written(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    writing = [journal.practice("tiny", "tale", f"scene-{number}", "space", held=True) for number in range(50)]
    await asyncio.gather(*map(asyncio.wrap_future, writing))
    assert len(journal.practiced("tiny")) == 50


if __name__ == "__main__":
    main(Path(sys.argv[1]))
