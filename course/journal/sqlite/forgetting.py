"""Forgetting: what a learner did is deleted, and nothing of it is left in the file."""

from __future__ import annotations

import sqlite3

_ABOUT = ("disputes", "practice", "standings", "met", "attempts")
"""The tables whose rows name learner, course and scenario."""


class StillRead(Exception):
    """Another program is reading the file; until it is done, old pages stay in the log."""


def epoch(connection: sqlite3.Connection) -> int:
    """How often something was deleted in this file."""
    return int(connection.execute("SELECT number FROM epoch").fetchone()[0])


def delete(connection: sqlite3.Connection, learner: str, course: str | None, scenario: str | None) -> int:
    """Delete the learner's rows, of one course or one scenario if that is said; the number of attempts. Other windows
    will find that a new epoch has begun, and write nothing of the old one back."""
    which = "learner = ?1 AND (course = ?2 OR ?2 IS NULL) AND (scenario = ?3 OR ?3 IS NULL)"
    about = (learner, course, scenario)
    for table in ("moves", "abandoned"):
        connection.execute(f"DELETE FROM {table} WHERE attempt IN (SELECT id FROM attempts WHERE {which})", about)
    gone = [connection.execute(f"DELETE FROM {table} WHERE {which}", about).rowcount for table in _ABOUT]
    connection.execute("UPDATE epoch SET number = number + 1")
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
