"""What is owed to the journal's file: something to be done in it, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

from course.journal.sqlite.file import Lying

Work = Callable[[sqlite3.Connection], None]
"""What is done in one transaction. It may run more than once, on one file after another."""


class Owed:
    """Something to be written, and the promise that it will be."""

    def __init__(self, work: Work, *, alone: bool, told: bool = True) -> None:
        self.work = work
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
        owed = Owed(self.work, alone=self.alone, told=self.told)
        owed.again = True
        return owed


class Done:
    """What was written since the file was opened, and what was read of it to go on with: it is written once more should
    the file be lost, as long as nobody has it deleted."""

    def __init__(self) -> None:
        self._done: list[tuple[Owed, int | None]] = []

    def add(self, owed: Owed, lying: Lying | None) -> None:
        """What stands in that file now."""
        self._done.append((owed, lying.last if lying else None))

    def clear(self) -> None:
        """It was deleted, and is for nobody to write again."""
        self._done = []

    def again(self, lying: Lying | None) -> list[Owed]:
        """What was deleted by nobody since, as far as is known of the file that is lost; in its order."""
        taken, self._done = self._done, []
        return [each.once_more() for each, epoch in taken if lying is None or epoch == lying.last]


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
