"""SQLite on a disk that has little room left: whom its errors blame, and what it takes for granted."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

ROOM = 131_072
"""Bytes: more than SQLite needs beside a file at once before it says itself that the disk is full."""
_PAGE = 4096
"""Bytes in which it takes room for the index of its log, whatever the disk's own blocks are."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_LOCKING = (
    sqlite3.SQLITE_IOERR_LOCK,
    sqlite3.SQLITE_IOERR_RDLOCK,
    sqlite3.SQLITE_IOERR_UNLOCK,
    sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK,
    sqlite3.SQLITE_IOERR_SHMLOCK,
)
_SAYS = {
    sqlite3.SQLITE_BUSY: errno.EBUSY,
    sqlite3.SQLITE_LOCKED: errno.EBUSY,
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_PROTOCOL: errno.ENOLCK,
}
_BESIDE = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
"""What it says, among much else, where there is no room for what it keeps beside a file, or no leave to make it."""


def is_one(path: Path) -> bool:
    """Whether there is anything in that file, and SQLite can read it. It is asked itself, since to open and close a
    file past it would take the locks away that this process may have on it; nothing is made beside the file."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as there:
            return bool(there.execute("PRAGMA page_count").fetchone()[0])
    except (sqlite3.Error, ValueError):
        return False


def is_damaged(error: Exception) -> bool:
    """Whether it is the file's own fault, and not the disk's, or that of whoever else has it open."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED


def errno_of(error: Exception, folder: Path) -> int | None:
    """What the system would have said in the place of SQLite, of a file in that folder; None where it is nothing of the
    system's."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code in _LOCKING:
        return errno.ENOLCK
    if code & 0xFF in _BESIDE and nearly_full(folder):
        return errno.ENOSPC
    if code & 0xFF == sqlite3.SQLITE_CANTOPEN and not os.access(folder, os.W_OK):
        return errno.EACCES
    return _SAYS.get(code & 0xFF, errno.EIO if code & 0xFF in _BESIDE else None)


def nearly_full(folder: Path) -> bool:
    """Whether there may be too little room for SQLite to open a file as it always does."""
    try:
        return shutil.disk_usage(folder).free < ROOM
    except OSError:
        return False


def be_sure_of_room(folder: Path) -> None:
    """Call it before a file is opened. Raises OSError where the system would end this process without a word as soon as
    the disk is full: SQLite looks on the index of its log as memory, and takes room for it by a byte in each page of
    memory, which on a disk of smaller blocks is no room for the rest of that page."""
    if _has_small_blocks(folder) and nearly_full(folder):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def take_room(connection: sqlite3.Connection, folder: Path) -> None:
    """Call it once a file is opened: on such a disk, have that index written whole as long as there is room for it, by
    a change that changes nothing. Raises sqlite3.Error."""
    if not _has_small_blocks(folder):
        return
    connection.execute("BEGIN IMMEDIATE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("COMMIT")


def _has_small_blocks(folder: Path) -> bool:
    """Whether its disk gives room in pieces smaller than SQLite takes it in, as one of under 512 MB mostly does."""
    try:
        return hasattr(os, "statvfs") and os.statvfs(folder).f_frsize < _PAGE
    except OSError:
        return False
