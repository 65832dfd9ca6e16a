"""A process killed at any moment loses nothing that it had shown as sent."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from course.journal import Journal

WRITER = """
import sys
from pathlib import Path
from course.journal import Journal
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario

journal = Journal.open(Path(sys.argv[1]))
session = Session.start(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
count = 0
while True:
    session.choose(("wave",))
    session.go_on()
    session.choose(("stay",))
    session.go_on()
    count += 2
    print(session._attempt, count, flush=True)
"""


def test_a_hundred_kills_lose_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    chance = random.Random(5)
    shown: dict[int, int] = {}
    for _ in range(100):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            first = child.stdout.readline()
            time.sleep(chance.random() * 0.02)
            child.kill()
            for line in [first, *child.stdout.read().splitlines()]:
                if len(line.split()) == 2:
                    attempt, count = map(int, line.split())
                    shown[attempt] = count
    journal = Journal.open(path)
    assert journal.notices == []
    kept = {attempt.id: len(attempt.decisions) for attempt in journal.attempts("tiny")}
    assert len(shown) == 100
    for attempt, count in shown.items():
        assert kept[attempt] >= count
    assert sqlite3.connect(path).execute("PRAGMA quick_check").fetchone() == ("ok",)


def test_a_kill_while_the_file_is_made_leaves_a_file_that_opens(tmp_path: Path) -> None:
    chance = random.Random(6)
    for number in range(12):
        path = tmp_path / f"{number}.db"
        child = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 10
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(chance.random() * 0.004)
        child.kill()
        child.wait()
        journal = Journal.open(path)
        assert journal.notices == []
        assert journal.saved
        journal.close()


def test_two_processes_may_make_the_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    make = "import sys, pathlib, course.journal as j; print(j.Journal.open(pathlib.Path(sys.argv[1])).notices)"
    children = [
        subprocess.Popen([sys.executable, "-c", make, str(path)], stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    assert [child.communicate()[0].strip() for child in children] == ["[]"] * 4
