"""What is owed to the journal's file: something to be done in it, in one transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

Work = Callable[[sqlite3.Connection], None]
"""What is done in one transaction. It may run more than once, on one file after another."""
There = Callable[[sqlite3.Connection], bool]
"""Whether what was done once stands in that file still, where something else was deleted since."""


class Owed:
    """Something to be written, and the promise that it will be."""

    def __init__(self, work: Work, *, alone: bool = False, told: bool = True, there: There | None = None) -> None:
        self.work = work
        self.there = there
        """None where nobody can tell."""
        self.epoch: int | None = None
        """In which it stood in the file for sure."""
        self.told = told
        """Whether a learner would count it among the things they did."""
        self.alone = alone
        """Whether it runs outside a transaction, on the file alone."""
        self.done: Future[None] = Future()
        self.shown = False
        """Whether the copy in memory has it."""
        self.busy = False
        """Whether it is being written this moment."""
        self.again = False
        """Whether it was written before, to a file that is gone; the one that is there may have it already."""

    def once_more(self) -> Owed:
        """The same for another file. Nobody waits for it."""
        owed = Owed(self.work, alone=self.alone, told=self.told, there=self.there)
        owed.again = True
        return owed


class Done:
    """What was written since the file was opened, and what was read of it to go on with: it is written once more should
    the file be lost, as long as nobody has it deleted. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._done: list[Owed] = []

    def add(self, owed: Owed, epoch: int | None) -> None:
        """What stood in the file in that epoch for sure."""
        owed.epoch = epoch
        with self._lock:
            self._done.append(owed)

    def look_again(self, connection: sqlite3.Connection, epoch: int) -> None:
        """Where something was deleted since, let go of what that was: the file is asked, which keeps no list. What else
        there is, of somebody else or of another scenario, stays. A file that cannot be read is asked later."""
        with self._lock, suppress(sqlite3.Error):
            if all(each.epoch == epoch for each in self._done):
                return
            left = [each for each in self._done if each.epoch == epoch or (each.there and each.there(connection))]
            for each in left:
                each.epoch = epoch
            self._done = left

    def again(self, epoch: int | None) -> list[Owed]:
        """What stood in the file that is lost when it was in that epoch, in its order; all of it where nobody knows."""
        with self._lock:
            taken, self._done = self._done, []
        return [each.once_more() for each in taken if epoch is None or each.epoch == epoch]


def do(connection: sqlite3.Connection, owed: Owed) -> None:
    """Do it in that file, whole or not at all."""
    if owed.alone:
        owed.work(connection)
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        owed.work(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite may have rolled back by itself
            connection.execute("ROLLBACK")
        raise


def show(memory: sqlite3.Connection, owed: Owed) -> None:
    """Do it in memory alone. What is refused there will be refused by the file, too."""
    with suppress(Exception):
        do(memory, owed)
