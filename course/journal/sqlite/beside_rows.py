"""What is kept beside attempts, as rows: disputes, and what was practiced again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from course.journal.records import UNREADABLE, Dispute, Practiced
from course.model.encoding import from_json

Made = TypeVar("Made")
Row = Mapping[str, str | int]
"""By column."""


def keep(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Add a row as it has just been made."""
    note(connection, row) if table == "disputes" else add(connection, table, row)


def add(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Add a row, unless there is one exactly like it: it may be written again, or brought, to a file that has it."""
    if not there(connection, table, row):
        values = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({values})", tuple(row.values()))


def there(connection: sqlite3.Connection, table: str, row: Row) -> bool:
    """Whether the table has that row."""
    same = " AND ".join(f"{column} IS ?" for column in row)
    return connection.execute(f"SELECT 1 FROM {table} WHERE {same}", tuple(row.values())).fetchone() is not None


def note(connection: sqlite3.Connection, row: Row) -> None:
    """Add a dispute in the place of an older one about the same answer: what somebody says last is what they mean."""
    answer = {each: row[each] for each in ("learner", "course", "scenario", "scene", "item", "revision", "answer")}
    same = " AND ".join(f"{column} IS ?" for column in answer)
    values = tuple(answer.values())
    newer = connection.execute(f"SELECT 1 FROM disputes WHERE {same} AND at > ?", (*values, row["at"])).fetchone()
    if newer is None and not there(connection, "disputes", row):
        connection.execute(f"DELETE FROM disputes WHERE {same}", values)
        add(connection, "disputes", row)


def disputes(
    connection: sqlite3.Connection, learner: str, course: str, skip: Callable[[], None]
) -> tuple[Dispute, ...]:
    """Every dispute about the course, oldest first; `skip` is called for each that cannot be read."""

    def made(scenario: str, scene: str, item: str, revision: str, answer: str, *rest: str) -> Dispute:
        said, why, at = rest
        given = from_json(answer, tuple[str, ...])
        return Dispute(scenario, scene, item, revision, given, said, why, datetime.fromisoformat(at))

    columns = "scenario, scene, item, revision, answer, said, why, at"
    query = f"SELECT {columns} FROM disputes WHERE learner = ? AND course = ? ORDER BY id"
    return tuple(readable(connection.execute(query, (learner, course)), made, skip))


def practiced(
    connection: sqlite3.Connection, learner: str, course: str, skip: Callable[[], None]
) -> tuple[Practiced, ...]:
    """Everything practiced again, oldest first; `skip` is called for each that cannot be read."""

    def made(scenario: str, scene: str, rule: str, held: int, at: str) -> Practiced:
        return Practiced(scenario, scene, rule, bool(held), datetime.fromisoformat(at))

    columns = "scenario, scene, rule, held, at"
    query = f"SELECT {columns} FROM practice WHERE learner = ? AND course = ? ORDER BY id"
    return tuple(readable(connection.execute(query, (learner, course)), made, skip))


def readable(rows: Iterable[Sequence[Any]], make: Callable[..., Made], skip: Callable[[], None]) -> Iterator[Made]:
    """What can be made of the rows; `skip` is called for each of which nothing can."""
    for row in rows:
        try:
            yield make(*row)
        except UNREADABLE:
            skip()
