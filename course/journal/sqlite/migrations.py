"""The journal's tables, and how an older file is brought up to date.

`PRAGMA user_version` says how many of the steps below a file has been through. The steps still to do run
as explicit statements in one transaction: `executescript` commits between statements, and a kill in
the middle leaves a file half-migrated.
"""

from __future__ import annotations

import sqlite3

from course.journal.records import Trouble


def _named_anew(column: str, *keys: str) -> str:
    """SQL for the places on the line as they are called now, in a text of JSON under these keys; the first edition
    called them by one course's names."""
    for key in keys:
        for old, new in (("quiet", "under"), ("assertive", "right"), ("pushy", "over")):
            column = f"""replace({column}, '"{key}":"{old}"', '"{key}":"{new}"')"""
    return column


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
    (
        "ALTER TABLE attempts ADD COLUMN learner TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE attempts ADD COLUMN key TEXT NOT NULL DEFAULT ''",
        "UPDATE attempts SET key = began || ' ' || seed || ' ' || id",
        "CREATE UNIQUE INDEX attempts_by_key ON attempts (learner, key)",
        "DROP INDEX attempts_by_course",
        "CREATE INDEX attempts_by_learner ON attempts (learner, course, scenario)",
        "ALTER TABLE disputes ADD COLUMN learner TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE practice ADD COLUMN learner TEXT NOT NULL DEFAULT ''",
        """
        CREATE TABLE standings (
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            scenario TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            finished INTEGER NOT NULL,
            first INTEGER,
            first_finished INTEGER,
            first_share TEXT,
            best INTEGER,
            best_share TEXT,
            ending TEXT,
            latest INTEGER,
            PRIMARY KEY (learner, course, scenario)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE met (
            learner TEXT NOT NULL,
            course TEXT NOT NULL,
            scenario TEXT NOT NULL,
            scene TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (learner, course, scenario, scene)
        ) WITHOUT ROWID
        """,
        f"UPDATE moves SET decision = {_named_anew('decision', 'side', 'forecast')} WHERE decision IS NOT NULL",
        f"UPDATE moves SET particulars = {_named_anew('particulars', 'forecast')} WHERE kind = 'sent'",
        "UPDATE moves SET ending = CASE ending WHEN 'quiet' THEN 'under' WHEN 'pushy' THEN 'over' ELSE 'right' END "
        "WHERE ending IS NOT NULL",
        """UPDATE moves SET decision = replace(decision, '"said":"Do: ', '"said":"') WHERE decision LIKE '%","do"]%'""",
        """UPDATE moves SET decision = replace(decision, '"said":"Don''t: ', '"said":"')
           WHERE decision LIKE '%","dont"]%'""",
        "CREATE TABLE epoch (number INTEGER NOT NULL)",
        "INSERT INTO epoch VALUES (0)",
    ),
    (
        "ALTER TABLE epoch ADD COLUMN about INTEGER NOT NULL DEFAULT 0",
        "CREATE UNIQUE INDEX epoch_about ON epoch (about)",
    ),
)
"""One tuple of statements for each version, oldest first. A row of `moves` is an event. `decision` and `ending` are
null unless it made one; scene, title and day say where the scenario stood after it. A learner is `""` where nobody was
named. `epoch` says what was forgotten when. `standings` and `met` follow from the rest, so that nobody has to read all
of it."""

NEWEST = len(STEPS)
_SUMMED_UP = 3
"""The version since which `standings` and `met` are there."""
_TABLES = {
    "attempts": "id course scenario version seed extra_minute began learner key",
    "moves": "attempt number at kind particulars decision scene title day ending",
    "abandoned": "attempt at",
    "disputes": "id course version scenario scene item revision answer said why at learner",
    "practice": "id course scenario scene rule held at learner",
    "standings": (
        "learner course scenario attempts finished first first_finished first_share best best_share ending latest"
    ),
    "met": "learner course scenario scene at",
    "epoch": "number about",
}
"""What the newest version has, with the columns of each."""
_OURS = 3
"""So many tables of these names are no other program's; the first edition had no more."""
_FAR = 1000
"""No version will ever have such a number."""


class NotOurs(Exception):
    """A database, but none that this program can use: a newer Fine Line wrote it, or another program."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class Damaged(Exception):
    """Something has been written into the middle of the file, or is missing there."""


def look_through(connection: sqlite3.Connection) -> None:
    """See whether every page of the file is what it should be, so that nothing is said not to be there because the page
    that holds it cannot be read. A megabyte takes a few thousandths of a second. Raises Damaged, or sqlite3.Error."""
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise Damaged(found)


def recognize(connection: sqlite3.Connection) -> None:
    """See whether it is a journal, or empty, before anything is written to it. Raises NotOurs, Damaged, or
    sqlite3.Error."""
    version = _version(connection)
    if 0 < version <= NEWEST:
        return
    found = _columns(connection)
    if len(found.keys() & _TABLES.keys()) >= _OURS and not 0 < version < _FAR:
        raise Damaged(f"version {version}")
    if version > NEWEST:
        raise NotOurs(Trouble.NEWER)
    if version or found:
        raise NotOurs(Trouble.FOREIGN)


def prepare(connection: sqlite3.Connection) -> None:
    """Bring the file up to date. Raises NotOurs, Damaged, or sqlite3.Error."""
    try:
        if _version(connection) != NEWEST:
            connection.execute("BEGIN IMMEDIATE")
            try:
                _bring_up_to_date(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # SQLite may have rolled back by itself, as on a full disk
                    connection.execute("ROLLBACK")
                raise
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:  # which says that something of the tables is not there
            raise
    found = _columns(connection)
    if any(not found.get(table, set()).issuperset(columns.split()) for table, columns in _TABLES.items()):
        ours = len(found.keys() & _TABLES.keys()) >= _OURS
        raise Damaged("its tables are not what they were") if ours else NotOurs(Trouble.FOREIGN)
    for child in ("moves", "abandoned"):
        connection.execute(f"EXPLAIN INSERT INTO {child} (attempt) VALUES (1)")  # says whether it knows its parent


def _columns(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """The columns of each table that there is."""
    found: dict[str, set[str]] = {}
    query = "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'"
    for table, column in connection.execute(query):
        found.setdefault(table, set()).add(column)
    return found


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    version = _version(connection)
    for statement in (statement for step in STEPS[version:] for statement in step):
        connection.execute(statement)
    if 0 < version < _SUMMED_UP:
        from course.journal.sqlite.standing_rows import sum_up  # which a new file does not need

        sum_up(connection)
    connection.execute(f"PRAGMA user_version = {NEWEST}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
