"""Cold start to home with 100,000 decisions in the journal, beside one with none."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from course.journal.sqlite.standing_rows import sum_up
from tests.bench.row import Row, ratio
from tests.bench.start import HOME, OURS, once, play_some

DECISIONS = 100_000
_ROUNDS = 5


def fill(file: Path) -> None:
    """Write attempts that were played out over and over into the journal, row by row as they are."""
    with sqlite3.connect(file) as connection:
        [(attempt, decisions)] = connection.execute(
            "SELECT attempt, count(decision) FROM moves GROUP BY attempt HAVING count(ending) > 0"
        )
        (highest,) = connection.execute("SELECT max(id) FROM attempts").fetchone()
        for table, key in (("attempts", "id"), ("moves", "attempt")):
            columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
            anew = {key: "? + round", "key": "key || round"}
            copied = ", ".join(anew.get(name, name) for name in columns)
            connection.execute(
                f"WITH RECURSIVE again (round) AS "
                f"(SELECT 1 UNION ALL SELECT round + 1 FROM again WHERE round < ?) "
                f"INSERT INTO {table} SELECT {copied} FROM {table}, again WHERE {key} = ?",
                (DECISIONS // decisions, highest, attempt),
            )
        sum_up(connection)
    connection.close()


def rows() -> Iterator[Row]:
    """Measure in turn; the first round only warms the caches."""
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as full:
        play_some(Path(full))
        fill(Path(full) / "journal.db")
        homes = Path(full), Path(empty)
        found = [[once(OURS, HOME, home)[0] for home in homes] for _ in range(_ROUNDS + 1)][1:]
    yield ratio("home with 100,000 decisions / home with none", [(ours, none) for ours, none in found], 1.1)
