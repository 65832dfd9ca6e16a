"""The journal's tables, and how an older file is brought up to date.

`PRAGMA user_version` says how many of the steps below a file has been through. The steps still to do run
as explicit statements in one transaction: `executescript` commits between statements, and a kill in
the middle leaves a file half-migrated.
"""

from __future__ import annotations

import sqlite3

STEPS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE attempts (
            id INTEGER PRIMARY KEY,
            course TEXT NOT NULL,
            scenario TEXT NOT NULL,
            version TEXT NOT NULL,
            seed INTEGER NOT NULL,
            extra_minute INTEGER NOT NULL,
            began TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE moves (
            attempt INTEGER NOT NULL REFERENCES attempts (id),
            number INTEGER NOT NULL,
            at TEXT NOT NULL,
            kind TEXT NOT NULL,
            particulars TEXT NOT NULL,
            decision TEXT,
            scene TEXT NOT NULL,
            title TEXT NOT NULL,
            day INTEGER NOT NULL,
            ending TEXT,
            PRIMARY KEY (attempt, number)
        ) WITHOUT ROWID
        """,
        "CREATE TABLE abandoned (attempt INTEGER PRIMARY KEY REFERENCES attempts (id), at TEXT NOT NULL)",
        "CREATE INDEX attempts_by_course ON attempts (course, id)",
    ),
    (
        """
        CREATE TABLE disputes (
            id INTEGER PRIMARY KEY,
            course TEXT NOT NULL,
            version TEXT NOT NULL,
            scenario TEXT NOT NULL,
            scene TEXT NOT NULL,
            item TEXT NOT NULL,
            revision TEXT NOT NULL,
            answer TEXT NOT NULL,
            said TEXT NOT NULL,
            why TEXT NOT NULL,
            at TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE practice (
            id INTEGER PRIMARY KEY,
            course TEXT NOT NULL,
            scenario TEXT NOT NULL,
            scene TEXT NOT NULL,
            rule TEXT NOT NULL,
            held INTEGER NOT NULL,
            at TEXT NOT NULL
        )
        """,
    ),
)
"""One tuple of statements for each version, oldest first. A row of `moves` is an event. `decision` and
`ending` are null unless it made one; scene, title and day say where the scenario stood after it."""

NEWEST = len(STEPS)


class NewerJournal(Exception):
    """The file was written by a newer Fine Line."""


def prepare(connection: sqlite3.Connection) -> None:
    """Bring the file up to date. Raises NewerJournal, or sqlite3.Error when it is no journal of ours."""
    if _version(connection) == NEWEST:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)
        if version > NEWEST:
            raise NewerJournal
        for statement in (statement for step in STEPS[version:] for statement in step):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {NEWEST}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
