"""What can still be had of a journal's file that cannot be written, or not be opened at all."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from course.journal.sqlite.file import (
    PATIENCE,
    SPOILED,
    identity,
    in_memory,
    made_ready,
    only_files,
    to_have_alone,
    to_look_into,
)
from course.journal.sqlite.migrations import Damaged, NotOurs
from course.system import paths
from course.system.databases import nearly_full

_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def salvaged(open_now: sqlite3.Connection | None, path: Path | None) -> tuple[sqlite3.Connection, bool]:
    """A copy in memory of what can be read, through the connection if there is one, else from the file; and whether
    that is all there is. Where nothing can be read though something may be there, the copy is empty."""
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        whole = True
        if open_now is not None:
            _back_up(open_now, memory)
        elif path is not None:
            only_files(path)
            paths.be_led_somewhere(path)
            whole = identity(path) is None or _copy(path, memory)
        return made_ready(memory), whole
    except (sqlite3.Error, OSError, NotOurs, Damaged, *SPOILED):
        memory.close()
        return in_memory(), False


def _copy(path: Path, memory: sqlite3.Connection) -> bool:
    """Whether that is all of it. A file that must not be written to cannot always be read with what lies beside it.
    Raises sqlite3.Error and OSError."""
    if nearly_full(path.parent):
        with suppress(sqlite3.OperationalError), closing(to_have_alone(path)) as there:
            _back_up(there, memory)
            return True
    try:
        with closing(to_look_into(path, "")) as there:
            _back_up(there, memory)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in _LOCKED:  # whoever holds it may be in the middle of writing
            raise
        with closing(to_look_into(path, "immutable=1")) as there:
            _back_up(there, memory)
        beside = (path.with_name(path.name + suffix) for suffix in ("-wal", "-journal"))
        return not any(each.exists() and each.stat().st_size for each in beside)
    return True


def _back_up(source: sqlite3.Connection, memory: sqlite3.Connection) -> None:
    """Copy all of it. By itself that would be tried for as long as another program keeps the file locked. Raises
    sqlite3.Error."""
    until = time.monotonic() + PATIENCE

    def look(status: int, _left: int, _all: int) -> None:
        if status in _LOCKED and time.monotonic() > until:
            locked = sqlite3.OperationalError("database is locked")
            locked.sqlite_errorcode = status
            raise locked

    source.backup(memory, progress=look, sleep=0.05)
