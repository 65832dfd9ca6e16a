"""Forgetting: what a learner did is deleted, and nothing of it is left in the file.

That something was forgotten, and when, stays, so that no window writes back what was done before. Whose it was and what
it was about stands there as a sum of 32 bits alone, which is no word of theirs.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from zlib import crc32

_ABOUT = ("disputes", "practice", "standings", "met", "attempts")
"""The tables whose rows name learner, course and scenario."""


Whose = tuple[str, str, str]
"""A learner, a course and a scenario."""


class StillRead(Exception):
    """Another program is reading the file; until it is done, old pages stay in the log."""


def epoch(connection: sqlite3.Connection) -> int:
    """When something was deleted last in this file, in microseconds: a later time than any before, whatever clocks say.
    In a file in which nothing was since times are kept, how often something was."""
    return int(connection.execute("SELECT max(number) FROM epoch").fetchone()[0])


def after(last: int) -> int:
    """This moment, which comes after that one even where the clock was set back. It means the same in every file."""
    return max(time.time_ns() // 1000, last + 1)


def forgotten(connection: sqlite3.Connection, whose: Whose, since: int) -> bool:
    """Whether what somebody did there at that moment was deleted then or later."""
    if epoch(connection) < since:
        return False
    query = "SELECT 1 FROM epoch WHERE about IN (?, ?, ?) AND number >= ?"
    return connection.execute(query, (*(_about(*whose[:parts]) for parts in (1, 2, 3)), since)).fetchone() is not None


def marks(connection: sqlite3.Connection) -> dict[int, int]:
    """When what was forgotten last in this file, by what it was about."""
    found = connection.execute("SELECT about, number FROM epoch WHERE about != 0").fetchall()
    return {int(about): int(number) for about, number in found}


def mark(connection: sqlite3.Connection, found: Mapping[int, int]) -> None:
    """Let it be forgotten in this file, too: nothing is deleted, but nothing of before is written any more."""
    connection.executemany(
        "INSERT INTO epoch (about, number) VALUES (?, ?) "
        "ON CONFLICT (about) DO UPDATE SET number = max(number, excluded.number)",
        found.items(),
    )


def _about(*names: str) -> int:
    """A learner, a course of theirs, or a scenario of it. Nothing is 0, since that stands for what was forgotten before
    it was noted what it was."""
    return crc32("".join(f"{each}\0" for each in names).encode("utf-8", "surrogatepass")) or 1


def delete(connection: sqlite3.Connection, learner: str, course: str | None, scenario: str | None) -> int:
    """Delete the learner's rows, of one course or one scenario if that is said; the number of attempts. Other windows
    will find it marked, and write nothing of before back."""
    which = "learner = ?1 AND (course = ?2 OR ?2 IS NULL) AND (scenario = ?3 OR ?3 IS NULL)"
    about = (learner, course, scenario)
    names = (learner,) if course is None else (learner, course) if scenario is None else (learner, course, scenario)
    for table in ("moves", "abandoned"):
        connection.execute(f"DELETE FROM {table} WHERE attempt IN (SELECT id FROM attempts WHERE {which})", about)
    gone = [connection.execute(f"DELETE FROM {table} WHERE {which}", about).rowcount for table in _ABOUT]
    mark(connection, {_about(*names): after(epoch(connection))})
    return gone[-1]


def clean_up(connection: sqlite3.Connection) -> None:
    """Leave no deleted text in the file and its log. Raises StillRead, as long as that cannot be."""
    try:
        connection.execute("VACUUM")
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StillRead from None
        raise
    if busy:
        raise StillRead
