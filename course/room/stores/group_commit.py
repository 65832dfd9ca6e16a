"""One thread that writes to SQLite. What is asked for while it is busy is written together with the next commit.

So two hundred votes within a second cost a few commits and not two hundred, and each is acknowledged once the commit
that it is part of is on disk.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from course.room.stores.trouble import refused

Made = TypeVar("Made")
_LOOK = 1.0
"""Seconds after which it is looked, while nothing is asked for, whether another program has written."""


class _Job(Generic[Made]):
    """Something to do in the thread, and the future of what it makes."""

    def __init__(self, work: Callable[[sqlite3.Connection], Made], changed: str, *, alone: bool = False) -> None:
        self.work = work
        self.alone = alone
        """Whether it cannot be part of a transaction."""
        self.changed = changed
        """The id of the room that it changes, or `""`."""
        self.loop = asyncio.get_running_loop()
        self.done: asyncio.Future[Made] = self.loop.create_future()
        self.failed: Exception | None = None
        self._made: Made

    def do(self, connection: sqlite3.Connection) -> None:
        """Do the work, and remember what it gives or raises for `tell`; what it raises is raised here too."""
        try:
            self._made = self.work(connection)
        except Exception as error:
            self.failed = error
            raise

    def tell(self) -> None:
        """Hand the result to whoever waits for it, once it is on disk. Called in the event loop that waits."""
        if self.done.done():
            return  # nobody waits for it any more
        if self.failed is None:
            self.done.set_result(self._made)
        else:
            self.done.set_exception(self.failed)


class Writer:
    """Does what it is given, in its order, in as few transactions as can be."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        refusals: tuple[type[Exception], ...],
        announce: Callable[[str], None],
        path: Path | None = None,
    ) -> None:
        """What raises one of the `refusals`, before it has written anything, fails alone; anything else undoes all
        that was to be committed with it. `announce` is told what has changed, once that is on disk; `""` when another
        program has written, so that anything may have. `path` is where the file lies, to be named where the disk does
        not take it."""
        self._connection = connection
        self._refusals = refusals
        self._tell_of = announce
        self._path = path
        self._jobs: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self._version = 0
        """Of the file, as far as it was looked at: it changes when another program writes."""
        self._thread = threading.Thread(target=self._run, name="rooms", daemon=True)
        self._thread.start()

    async def close(self) -> None:
        """Let go of the file, once all that was asked for is done."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    async def do(self, work: Callable[[sqlite3.Connection], Made], changed: str = "", *, alone: bool = False) -> Made:
        """Have this done, and wait until it is on disk; what it makes, or raises. `changed` is what is to be announced
        then, and `alone` says that it cannot be part of a transaction."""
        job = _Job(work, changed, alone=alone)
        self._jobs.put(job)
        return await job.done

    # What follows runs in the thread

    def _run(self) -> None:
        self._version = self._look()
        while (jobs := self._waiting()) is not None:
            if jobs:
                self._write(jobs)
            elif (version := self._look()) != self._version:
                self._version = version
                self._tell_of("")
        self._connection.close()

    def _look(self) -> int:
        with suppress(sqlite3.Error):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        return self._version

    def _waiting(self) -> list[_Job[Any]] | None:
        """All that is asked for by now, once anything is; nothing after a while without; None at the end."""
        found: list[_Job[Any]] = []
        try:
            job = self._jobs.get(timeout=_LOOK)
        except queue.Empty:
            return found
        while job is not None:
            found.append(job)
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return found
        if found:
            self._jobs.put(None)
        return found or None

    def _write(self, jobs: Sequence[_Job[Any]]) -> None:
        """Do all of these in one transaction, and say so once it is on disk."""
        together = [each for each in jobs if not each.alone]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for job in together:
                with suppress(*self._refusals):
                    job.do(self._connection)
            self._connection.execute("COMMIT")
        except Exception as error:  # nothing may end this thread
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            for job in together:
                job.failed = error
        for job in jobs:
            if job.alone:
                with suppress(Exception):  # it says so itself
                    job.do(self._connection)
            if job.failed is not None:
                job.failed = refused(job.failed, self._path) or job.failed
        for loop in {each.loop for each in jobs}:
            with suppress(RuntimeError):  # it is closed: nobody waits any more
                loop.call_soon_threadsafe(_tell, [each for each in jobs if each.loop is loop])
        for room in {job.changed for job in together if job.changed and not job.failed}:
            self._tell_of(room)


def _tell(jobs: Sequence[_Job[Any]]) -> None:
    """Say what came of these; once for all of them, since to wake a loop costs more than a vote."""
    for job in jobs:
        job.tell()
