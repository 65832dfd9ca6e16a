"""What SQLite's errors come down to: a file that is damaged, or a disk that does not take what is to be kept."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from course.room.stores.store import NotHad
from course.system import databases


def refused(error: BaseException, path: Path | None) -> NotHad | None:
    """That the disk does not take it, or does not give it; None where the error says something else."""
    if path is None or isinstance(error, NotHad):
        return None
    if isinstance(error, OSError):
        return NotHad(error.errno, error.strerror, str(path))
    if not isinstance(error, sqlite3.Error):
        return None
    number = databases.errno_of(error, path.parent)
    if number is None:
        return None
    return NotHad(number, str(error) if number == errno.EIO else os.strerror(number), str(path))
