"""The journal's file: how it is opened, what is wrong with it, and what can still be had of it.

Nothing here opens a file that a connection may hold, but through SQLite: whoever closes a file lets go of every lock
that their process has on it, and the next program that opens the journal takes it for one that nobody has open, and
deletes what is not written back yet (https://sqlite.org/howtocorrupt.html, 2.2). To look at its name is harmless.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from course.journal.records import Trouble
from course.journal.sqlite.forgetting import epoch
from course.journal.sqlite.migrations import Damaged, NotOurs, look_through, prepare, recognize
from course.system import databases, paths

PATIENCE = 0.5
"""Seconds for which another program that writes is waited for, before that is called trouble."""
_SUFFIXES = ("", "-wal", "-shm")
_NEW = threading.Lock()
"""Held while a file is made, so that nobody has it open yet when it is closed again."""
SPOILED = (ValueError, TypeError, OverflowError, MemoryError, sqlite3.DataError)
"""What else comes of a file with something written into the middle of it: SQLite quotes bytes that are no text in what
it says of them, names a length that nobody has room for, and more. Nothing else raises these where a file is opened."""
_REFUSES = {
    errno.EBUSY: Trouble.BUSY,
    errno.EISDIR: Trouble.FOREIGN,
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.ENOLCK: Trouble.NO_LOCKS,
    errno.EEXIST: Trouble.NO_FOLDER,
    errno.ENOTDIR: Trouble.NO_FOLDER,
    errno.ELOOP: Trouble.NOWHERE,
}


def open_file(path: Path) -> sqlite3.Connection:
    """The journal in that file, made if it is missing and brought up to date if it is old. Raises sqlite3.Error,
    OSError, NotOurs and Damaged."""
    paths.private_folder(path.parent)
    _be_there(path)
    databases.be_sure_of_room(path.parent)
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    connection.text_factory = _text
    recognized = False
    try:
        recognize(connection)
        recognized = True
        look_through(connection)
        connection.execute("PRAGMA journal_mode = WAL")  # where it cannot, SQLite keeps to its older way by itself
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
        made_ready(connection)
        databases.take_room(connection, path.parent)
        _give_number(connection)
    except BaseException as error:
        connection.close()
        means_nothing = isinstance(error, sqlite3.Error) and error.sqlite_errorcode == sqlite3.SQLITE_ERROR
        if isinstance(error, SPOILED) or (recognized and means_nothing):
            raise Damaged(str(error)) from error
        raise
    return connection


def _be_there(path: Path) -> None:
    """Make the file if it is missing, for its owner alone. Raises OSError, also where it may not be written to, or is a
    link that leads nowhere; NotOurs where it, or what lies beside it, is a pipe, a socket or a device: to open a pipe
    might wait for ever."""
    paths.be_led_somewhere(path)
    with _NEW, suppress(FileExistsError):
        if not path.exists():
            os.close(os.open(paths.resolved(path), os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    only_files(path)
    if not _may(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def only_files(path: Path) -> None:
    """Raise NotOurs where it, or what lies beside it, is no file, and not only missing."""
    if not all(each.is_file() or not os.path.lexists(each) for each in _with_what_lies_beside(path)):
        raise NotOurs(Trouble.FOREIGN)


def _with_what_lies_beside(path: Path) -> list[Path]:
    return [path.with_name(path.name + suffix) for suffix in _SUFFIXES]


def _give_number(connection: sqlite3.Connection) -> None:
    """Give the journal a number of its own, unless it has one; where that cannot be written just now, it has none."""
    if _number(connection):
        return
    with suppress(sqlite3.OperationalError):
        connection.execute("BEGIN IMMEDIATE")
        if not _number(connection):
            mark = int.from_bytes(os.urandom(4), "big") >> 1 or 1  # cheaper to import than `secrets` is
            connection.execute(f"PRAGMA application_id = {mark}")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # so that it stands in the file's head


class Lying:
    """What tells an open journal from any other that may come to lie under its name. An older copy of the same journal
    that is written over it is told from it by its size: only what is forgotten makes a journal smaller, and then its
    epoch is another. One of the same size cannot be told from it, and hardly differs."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._identity = identity(path)
        try:
            number, self._pages = _head_there(path) or (None, 0)
        except sqlite3.Error:  # a full disk had no room to write all of its log back, without which it cannot be read
            number, self._pages = None, 0
        self._numbers = {number, _number(connection)}
        self._epoch = epoch(connection)
        self._smaller = False

    def is_gone(self) -> bool:
        """Whether it has been moved, deleted, replaced or written over. Where nobody can say, it has not."""
        try:
            if identity(self._path) != self._identity:
                return True
            head = _head_there(self._path)
            return head is None or head[0] not in self._numbers or self._went_back(head[1])
        except (OSError, sqlite3.Error):
            return False

    def _went_back(self, pages: int) -> bool:
        """Whether it has become smaller though nothing was forgotten. It is asked in this order, since what is
        forgotten is forgotten before the file becomes smaller for it."""
        if pages < self._pages:
            now = epoch(self._connection)
            self._smaller = self._smaller or now <= self._epoch
            self._epoch = max(now, self._epoch)
        self._pages = pages
        return self._smaller

    def is_written_over(self) -> bool:
        """Of one that is gone, whether it was written over, so that it cannot be asked once more what was in it. Raises
        OSError."""
        return identity(self._path) == self._identity

    def take_leave(self) -> None:
        """Before it is closed, now that it is gone: one that was moved takes its last pages along. Of one that was
        written over the log is emptied, or they would be written into what lies there now."""
        with suppress(sqlite3.Error, OSError):
            if self.is_written_over():
                os.truncate(self._path.with_name(self._path.name + "-wal"), 0)
            else:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _number(connection: sqlite3.Connection) -> int:
    """The journal's own, wherever it lies; 0 where it has none."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def _head_there(path: Path) -> tuple[int, int] | None:
    """The same number as it stands in the file there, and how many pages it has, whatever an open connection believes,
    and without its log; None where that is no database. Raises OSError and sqlite3.Error."""
    if not path.stat().st_size:
        return None
    try:
        with closing(to_look_into(path, "immutable=1")) as there:
            return _number(there), int(there.execute("PRAGMA page_count").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            return None
        raise


def to_look_into(path: Path, how: str) -> sqlite3.Connection:
    """The file there, which is not written to."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&{how}", timeout=PATIENCE, uri=True)


def to_have_alone(path: Path) -> sqlite3.Connection:
    """The file there, for one who wants it while nobody else has it open: then SQLite needs no room beside it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=PATIENCE, uri=True)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    return connection


def to_read(path: Path) -> sqlite3.Connection:
    """The same file once more, for reading beside whoever writes. Raises sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    connection.text_factory = _text
    return connection


def in_memory() -> sqlite3.Connection:
    """A journal that is gone when it is closed."""
    return made_ready(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))


def identity(path: Path) -> tuple[int, int] | None:
    """What tells the file there from any other; None where there is none. Raises OSError where nobody can say."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def set_aside(path: Path, now: datetime, damaged: tuple[int, int] | None) -> str:
    """Move the damaged file of that identity out of the way, with all that belongs to it; to where, and `""` where
    another program has done so already, and a sound one may lie there by now. Raises OSError."""
    parts = _with_what_lies_beside(path)
    found = [identity(each) for each in parts]
    if damaged not in (None, found[0]):
        return ""
    moved = paths.aside(path, now.strftime("%Y%m%d-%H%M%S"))
    for part, was, to in zip(parts, found, _with_what_lies_beside(moved), strict=True):
        if was is not None and identity(part) == was:
            part.rename(to)
    return str(moved)


def before(path: Path, connection: sqlite3.Connection) -> str:
    """The damaged file that was set aside last, as long as nothing was done since; else `""`. Raises sqlite3.Error."""
    if connection.execute("SELECT 1 FROM attempts LIMIT 1").fetchone():
        return ""
    left = sorted(path.parent.glob(f"{path.stem}.set-aside-*{path.suffix}"))
    return str(left[-1]) if left else ""


def trouble_of(error: Exception, path: Path | None = None) -> tuple[Trouble | None, str]:
    """What an error comes down to, and what the system says of it; None when the file at `path` itself is damaged. What
    only somebody can mend who knows which file it is, says that instead."""
    trouble, detail = _trouble_of(error, path)
    return trouble, str(path) if path is not None and trouble in (Trouble.FOREIGN, Trouble.CLOSED) else detail


def _trouble_of(error: Exception, path: Path | None) -> tuple[Trouble | None, str]:
    if isinstance(error, NotOurs):
        return error.trouble, ""
    if isinstance(error, Damaged | UnicodeError):
        return None, str(error)
    if isinstance(error, PermissionError) and path is not None and _closed(path):
        return Trouble.CLOSED, error.strerror or str(error)
    if isinstance(error, OSError):
        return _REFUSES.get(error.errno or 0, Trouble.REFUSED), error.strerror or str(error)
    if databases.is_damaged(error):
        return None, str(error)
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_ERROR:
        return Trouble.FOREIGN, str(error)
    said = databases.errno_of(error, path.parent if path is not None else Path())
    return _REFUSES.get(said or 0, Trouble.REFUSED), str(error)


def _closed(path: Path) -> bool:
    """Whether somebody may not even read what lies there."""
    try:
        return identity(path) is not None and not _may(path, os.R_OK)
    except OSError:
        return True


def _may(path: Path, what: int) -> bool:
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)


def made_ready(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.text_factory = _text
    prepare(connection)
    return connection


def _text(data: bytes) -> str:
    """A bad byte spoils a letter, and no more."""
    return data.decode("utf-8", "replace")
