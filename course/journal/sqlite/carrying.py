"""Everything of a learner out of the file, and into another one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import asdict

from course.journal.carried import (
    VERSION,
    Carried,
    CarriedAttempt,
    CarriedDispute,
    CarriedEvent,
    CarriedPractice,
    Merged,
)
from course.journal.decision_rows import rows_to_text, text_to_rows
from course.journal.records import Beginning
from course.journal.sqlite import standing_rows
from course.journal.sqlite.attempt_rows import attempt_id, begin, stamp
from course.model import Side
from course.model.encoding import from_json, to_json


def carry(connection: sqlite3.Connection, learner: str) -> Carried:
    """Everything of the learner. Raises ValueError when a row cannot be read."""
    attempts = connection.execute(
        "SELECT a.id, a.key, a.course, a.scenario, a.version, a.seed, a.extra_minute, a.began, g.at "
        "FROM attempts a LEFT JOIN abandoned g ON g.attempt = a.id WHERE a.learner = ? ORDER BY a.id",
        (learner,),
    ).fetchall()
    return Carried(
        VERSION,
        tuple(
            CarriedAttempt(
                Beginning(key, course, scenario, version, seed, bool(minute), datetime.fromisoformat(began)),
                _events(connection, attempt),
                datetime.fromisoformat(given_up) if given_up else None,
            )
            for attempt, key, course, scenario, version, seed, minute, began, given_up in attempts
        ),
        _disputes(connection, learner),
        _practice(connection, learner),
    )


def merge(connection: sqlite3.Connection, learner: str, carried: Carried) -> Merged:
    """Add what is not here yet. An attempt that is known by its key is only ever gone on with."""
    fates = [_merge_attempt(connection, learner, each) for each in carried.attempts]
    touched = {
        (learner, each.beginning.course, each.beginning.scenario)
        for each, fate in zip(carried.attempts, fates, strict=True)
        if fate == "added"
    }
    standing_rows.sum_up(connection, sorted(touched))
    for dispute in carried.disputes:
        row = {**asdict(dispute), "answer": to_json(dispute.answer), "at": stamp(dispute.at)}
        _insert_new(connection, "disputes", learner=learner, **row)
    for each in carried.practice:
        row = {**asdict(each), "held": int(each.held), "at": stamp(each.at)}
        _insert_new(connection, "practice", learner=learner, **row)
    return Merged(fates.count("added"), fates.count("known"), fates.count("differing"))


def _events(connection: sqlite3.Connection, attempt: int) -> tuple[CarriedEvent, ...]:
    rows = connection.execute(
        "SELECT at, kind, particulars, decision, scene, title, day, ending FROM moves WHERE attempt = ? "
        "ORDER BY number",
        (attempt,),
    )
    return tuple(
        CarriedEvent(
            datetime.fromisoformat(at),
            kind,
            from_json(particulars, dict[str, Any]),
            tuple(text_to_rows(decision)) if decision else (),
            scene,
            title,
            day,
            Side(ending) if ending else None,
        )
        for at, kind, particulars, decision, scene, title, day, ending in rows
    )


def _disputes(connection: sqlite3.Connection, learner: str) -> tuple[CarriedDispute, ...]:
    columns = "scenario, scene, item, revision, answer, said, why, at, course, version"
    rows = connection.execute(f"SELECT {columns} FROM disputes WHERE learner = ? ORDER BY id", (learner,))
    return tuple(
        CarriedDispute(
            scenario,
            scene,
            item,
            revision,
            from_json(answer, tuple[str, ...]),
            said,
            why,
            datetime.fromisoformat(at),
            course,
            version,
        )
        for scenario, scene, item, revision, answer, said, why, at, course, version in rows
    )


def _practice(connection: sqlite3.Connection, learner: str) -> tuple[CarriedPractice, ...]:
    columns = "scenario, scene, rule, held, at, course"
    rows = connection.execute(f"SELECT {columns} FROM practice WHERE learner = ? ORDER BY id", (learner,))
    return tuple(
        CarriedPractice(scenario, scene, rule, bool(held), datetime.fromisoformat(at), course)
        for scenario, scene, rule, held, at, course in rows
    )


def _merge_attempt(connection: sqlite3.Connection, learner: str, carried: CarriedAttempt) -> str:
    attempt = attempt_id(connection, learner, carried.beginning.key)
    if attempt is None:
        attempt = begin(connection, learner, carried.beginning)
    here = _events(connection, attempt)
    common = min(len(here), len(carried.events))
    if here[:common] != carried.events[:common]:
        return "differing"
    new = carried.events[common:]
    _add_events(connection, attempt, common, new)
    if carried.given_up:
        connection.execute("INSERT OR IGNORE INTO abandoned VALUES (?, ?)", (attempt, stamp(carried.given_up)))
    return "added" if new else "known"


def _add_events(connection: sqlite3.Connection, attempt: int, first: int, events: Sequence[CarriedEvent]) -> None:
    connection.executemany(
        "INSERT INTO moves (attempt, number, at, kind, particulars, decision, scene, title, day, ending) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                attempt,
                number,
                stamp(each.at),
                each.kind,
                to_json(each.particulars),
                rows_to_text(each.decisions) if each.decisions else None,
                each.scene,
                each.title,
                each.day,
                None if each.ending is None else str(each.ending),
            )
            for number, each in enumerate(events, first)
        ],
    )


def _insert_new(connection: sqlite3.Connection, table: str, **fields: str | int) -> None:
    """Insert a row, unless there is one exactly like it."""
    same = " AND ".join(f"{name} = ?" for name in fields)
    values = tuple(fields.values())
    connection.execute(
        f"INSERT INTO {table} ({', '.join(fields)}) SELECT {', '.join('?' * len(fields))} "
        f"WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {same})",
        (*values, *values),
    )
