"""Processes that write to a journal and are killed: a program of its own, since only one without threads may fork.

python -m tests.journal.killed playing PATH TIMES     what each had shown as sent: [the attempt's key, answers]
python -m tests.journal.killed making FOLDER          a journal for each statement that makes one
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario
from tests.journals import open_journal
from tests.terminal import PATIENCE


def begin(work: Callable[[], object]) -> int:
    """Do this in a process of its own; its id."""
    child = os.fork()
    if not child:
        work()
        os.kill(os.getpid(), signal.SIGTERM)  # it is done
    return child


def was_killed(child: int) -> bool:
    """Whether the process, now ended, came to its end by SIGKILL."""
    return os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


def play_on(path: Path, shown: int) -> None:
    """Decide for ever, and after each decision write to `shown`: the attempt, and how many answers are sent."""
    journal = open_journal(path)
    session = Session.start(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
    for sent in count(1):
        session.choose(("wave",) if sent % 2 else ("stay",))
        journal.wait(PATIENCE)
        if sent == 1:
            attempt = journal.unfinished("tiny")[0].beginning.key
        os.write(shown, f'["{attempt}", {sent}]\n'.encode())
        session.go_on()


def killed_while_playing(path: Path, moment: float) -> tuple[str, int]:
    """What was shown last before the process was killed, so many seconds after its first answer."""
    reads, writes = os.pipe()
    child = begin(partial(play_on, path, writes))
    os.close(writes)
    with os.fdopen(reads) as shown:
        lines = [shown.readline()]
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
        lines += shown
    assert was_killed(child)
    last: tuple[str, int] = json.loads([line for line in lines if line.endswith("\n")][-1])
    return last


def killed_before_statement(path: Path, number: int) -> bool:
    """Make a journal and kill the process before it runs its statement of that number; whether there are as many."""
    counted = count()

    class Mortal(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            if next(counted) == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return super().execute(*arguments)

    def make() -> None:
        sqlite3.connect = partial(sqlite3.connect, factory=Mortal)  # type: ignore[assignment]
        open_journal(path)

    return was_killed(begin(make))


def main(what: str, path: Path, times: int = 0) -> None:
    """Kill, and print what was shown."""
    if what == "playing":
        chance = random.Random(5)
        print(json.dumps([killed_while_playing(path, chance.random() * 0.02) for _ in range(times)]))
    else:
        for number in count():
            if not killed_before_statement(path / f"{number}.db", number):
                break


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:]))
