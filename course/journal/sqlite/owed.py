"""What is owed to the journal's file: something to be done in it, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

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
