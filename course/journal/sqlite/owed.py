"""What is owed to the journal's file: something to be done in it, in one transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

from course.journal.records import UNREADABLE, Forgotten
from course.journal.sqlite.forgetting import Whose, forgotten, mark, marks

Work = Callable[[sqlite3.Connection], None]
"""What is done in one transaction. It may run more than once, on one file after another."""


class Owed:
    """Something to be written, and the promise that it will be."""

    def __init__(
        self, work: Work, *, whose: Whose | None = None, since: int = 0, alone: bool = False, told: bool = True
    ) -> None:
        self.work = work
        self.whose = whose
        """What it is about; None for what nobody does in a course, such as to forget."""
        self.since = since
        """When it was done, or begun: where what it is about was forgotten since, it is not written any more."""
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
        owed = Owed(self.work, whose=self.whose, since=self.since, alone=self.alone, told=self.told)
        owed.again = True
        return owed


class Done:
    """What was written since the file was opened, and what was read of it to go on with: it is written once more should
    the file be lost. What was forgotten meanwhile is not, since that is known as well. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._done: list[Owed] = []
        self._forgotten: dict[int, int] = {}
        """When what was forgotten last, in any file that there was."""

    def add(self, owed: Owed) -> None:
        """What stands in the file."""
        with self._lock:
            self._done.append(owed)

    def look(self, connection: sqlite3.Connection) -> None:
        """See what was forgotten in the file by now. One that cannot be read is asked later."""
        with suppress(sqlite3.Error, *UNREADABLE):
            found = marks(connection)
            self._forgotten |= {each: at for each, at in found.items() if at > self._forgotten.get(each, 0)}

    def again(self) -> list[Owed]:
        """What is to be done in another file than the one that is lost: what was forgotten is so there as well, and
        what stood there is written, in its order."""
        with self._lock:
            taken, self._done = self._done, []
        forgotten = dict(self._forgotten)
        first = [Owed(lambda there: mark(there, forgotten), told=False)] if forgotten else []
        return first + [each.once_more() for each in taken]


def do(connection: sqlite3.Connection, owed: Owed) -> None:
    """Do it in that file, whole or not at all. Raises Forgotten where it was forgotten before it came to that."""
    if owed.alone:
        owed.work(connection)
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        if owed.whose is not None and forgotten(connection, owed.whose, owed.since):
            raise Forgotten
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
