"""Everything of a learner out of the file, and into another one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

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
from course.journal.decision_rows import DecisionRow, rows_to_text, text_to_rows
from course.journal.event_rows import row_to_event
from course.journal.records import UNREADABLE, Beginning
from course.journal.sqlite import beside_rows, standing_rows
from course.journal.sqlite.attempt_rows import add_moves, attempt_id, begin, stamp
from course.model import Side
from course.model.encoding import from_json, to_json
from course.model.record import replace

Made = TypeVar("Made")


def carry(connection: sqlite3.Connection, learner: str, skip: Callable[[], None]) -> Carried:
    """Everything of the learner; `skip` is called for each entry that cannot be read. Of an attempt with such an event,
    what came before it is carried."""
    attempts = connection.execute(
        "SELECT a.id, a.key, a.course, a.scenario, a.version, a.seed, a.extra_minute, a.began, g.at "
        "FROM attempts a LEFT JOIN abandoned g ON g.attempt = a.id WHERE a.learner = ? ORDER BY a.id",
        (learner,),
    ).fetchall()

    def attempt(number: int, key: str, *rest: Any) -> CarriedAttempt:
        course, scenario, version, seed, minute, began, given_up = rest
        beginning = Beginning(key, course, scenario, version, seed, bool(minute), datetime.fromisoformat(began))
        ended = datetime.fromisoformat(given_up) if given_up else None
        found = _of_its_type(CarriedAttempt(beginning, (), ended))
        return replace(found, events=_events(connection, number, skip))

    return Carried(
        VERSION,
        tuple(beside_rows.readable(attempts, attempt, skip)),
        _disputes(connection, learner, skip),
        _practice(connection, learner, skip),
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
        beside_rows.note(connection, {"learner": learner, **row})
    for each in carried.practice:
        row = {**asdict(each), "held": int(each.held), "at": stamp(each.at)}
        beside_rows.add(connection, "practice", {"learner": learner, **row})
    return Merged(fates.count("added"), fates.count("known"), fates.count("differing"))


def _of_its_type(made: Made) -> Made:
    """The same. Raises ValueError where something in it is of another type than whoever imports it expects."""
    from_json(to_json(made), type(made))
    return made


def _events(connection: sqlite3.Connection, attempt: int, skip: Callable[[], None]) -> tuple[CarriedEvent, ...]:
    """Up to the first that cannot be read, for which `skip` is called."""
    rows = connection.execute(
        "SELECT at, kind, particulars, decision, scene, title, day, ending FROM moves WHERE attempt = ? "
        "ORDER BY number",
        (attempt,),
    )
    found: list[CarriedEvent] = []
    for at, kind, particulars, decision, scene, title, day, ending in rows:
        try:
            row_to_event(kind, particulars)
            carried = CarriedEvent(
                datetime.fromisoformat(at),
                kind,
                from_json(particulars, dict[str, Any]),
                _decisions(decision, skip),
                scene,
                title,
                day,
                Side(ending) if ending else None,
            )
            found.append(_of_its_type(carried))
        except UNREADABLE:
            skip()
            break
    return tuple(found)


def _decisions(text: str | None, skip: Callable[[], None]) -> tuple[DecisionRow, ...]:
    """What an event has decided; nothing where that cannot be read, since how it went on can be read all the same."""
    try:
        return tuple(text_to_rows(text)) if text else ()
    except UNREADABLE:
        skip()
        return ()


def _disputes(connection: sqlite3.Connection, learner: str, skip: Callable[[], None]) -> tuple[CarriedDispute, ...]:
    columns = "scenario, scene, item, revision, answer, said, why, at, course, version"
    rows = connection.execute(f"SELECT {columns} FROM disputes WHERE learner = ? ORDER BY id", (learner,))

    def dispute(scenario: str, scene: str, item: str, revision: str, answer: str, *rest: str) -> CarriedDispute:
        said, why, at, course, version = rest
        given = from_json(answer, tuple[str, ...])
        when = datetime.fromisoformat(at)
        return _of_its_type(CarriedDispute(scenario, scene, item, revision, given, said, why, when, course, version))

    return tuple(beside_rows.readable(rows, dispute, skip))


def _practice(connection: sqlite3.Connection, learner: str, skip: Callable[[], None]) -> tuple[CarriedPractice, ...]:
    columns = "scenario, scene, rule, held, at, course"
    rows = connection.execute(f"SELECT {columns} FROM practice WHERE learner = ? ORDER BY id", (learner,))

    def practice(scenario: str, scene: str, rule: str, held: int, at: str, course: str) -> CarriedPractice:
        when = datetime.fromisoformat(at)
        return _of_its_type(CarriedPractice(scenario, scene, rule, bool(held), when, course))

    return tuple(beside_rows.readable(rows, practice, skip))


def _merge_attempt(connection: sqlite3.Connection, learner: str, carried: CarriedAttempt) -> str:
    attempt = attempt_id(connection, learner, carried.beginning.key)
    if attempt is None:
        attempt = begin(connection, learner, carried.beginning)
    unread: list[None] = []
    here = _events(connection, attempt, lambda: unread.append(None))
    if unread:
        return "differing"
    common = min(len(here), len(carried.events))
    if here[:common] != carried.events[:common]:
        return "differing"
    new = carried.events[common:]
    _add_events(connection, attempt, common, new)
    if carried.given_up:
        connection.execute("INSERT OR IGNORE INTO abandoned VALUES (?, ?)", (attempt, stamp(carried.given_up)))
    return "added" if new else "known"


def _add_events(connection: sqlite3.Connection, attempt: int, first: int, events: Sequence[CarriedEvent]) -> None:
    add_moves(
        connection,
        attempt,
        [
            (
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
