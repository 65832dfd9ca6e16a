"""Attempts and their events as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from course.engine.decision import Decision, scene_title
from course.journal.decision_rows import decisions_to_text, text_to_decisions
from course.journal.records import UNREADABLE, Attempt, Beginning, GivenUp, OpenAttempt, Overtaken, Past, Standing
from course.journal.sqlite import standing_rows
from course.model import Ending, Side
from course.model.record import replace
from course.model.renamed import Names

if TYPE_CHECKING:
    from course.engine.events import Kept
    from course.engine.play import Play

Row = tuple[str, str, str | None, str, str, int, str | None]
"""Of an event: its kind and particulars, the decisions it made, the scene it led to with title and day, and the side
if that is an ending."""
Rows = tuple[tuple[object, ...], list[tuple[object, ...]]]
"""All of an attempt: its own row, and those of its events."""

_ATTEMPT = "learner, key, course, scenario, version, seed, extra_minute, began"
_MOVE = "number, at, kind, particulars, decision, scene, title, day, ending"


def event_row(event: Kept, play: Play) -> Row:
    """An event, and the play after it."""
    from course.journal.event_rows import SENT, event_to_row

    kind, particulars = event_to_row(event)
    decision = decisions_to_text(play.latest) if kind == SENT and play.latest else None
    ending = str(play.scene.body.side) if isinstance(play.scene.body, Ending) else None
    return kind, particulars, decision, play.scene_id, scene_title(play.scene), play.day, ending


def write(connection: sqlite3.Connection, learner: str, beginning: Beginning, number: int, at: str, row: Row) -> None:
    """Write event `number` of an attempt, which is begun with the first. Raises Overtaken and GivenUp."""
    attempt = attempt_id(connection, learner, beginning.key)
    scenario = whose(connection, learner, beginning.key)[1] or beginning.scenario  # which may be called otherwise now
    if attempt is None:
        if number:
            raise Overtaken
        attempt = begin(connection, learner, beginning)
    if connection.execute("SELECT 1 FROM abandoned WHERE attempt = ?", (attempt,)).fetchone():
        raise GivenUp
    if _count(connection, attempt) != number:
        raise Overtaken
    add_moves(connection, attempt, [(number, at, *row)])
    standing_rows.add(connection, (learner, beginning.course, scenario), attempt, number)


def begin(connection: sqlite3.Connection, learner: str, beginning: Beginning) -> int:
    """A new attempt; its id."""
    row = (
        learner,
        beginning.key,
        beginning.course,
        beginning.scenario,
        beginning.version,
        beginning.seed,
        int(beginning.extra_minute),
        stamp(beginning.began),
    )
    return _insert(connection, row)


def _insert(connection: sqlite3.Connection, row: Sequence[object]) -> int:
    cursor = connection.execute(f"INSERT INTO attempts ({_ATTEMPT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    return int(cursor.lastrowid or 0)


def add_moves(connection: sqlite3.Connection, attempt: int, moves: Iterable[Sequence[object]]) -> None:
    """Add events to an attempt: of each its number, when it happened, and its row."""
    connection.executemany(
        f"INSERT INTO moves (attempt, {_MOVE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(attempt, *each) for each in moves],
    )


def _count(connection: sqlite3.Connection, attempt: int) -> int:
    """Of the events of an attempt."""
    return int(connection.execute("SELECT count(*) FROM moves WHERE attempt = ?", (attempt,)).fetchone()[0])


def attempt_id(connection: sqlite3.Connection, learner: str, key: str) -> int | None:
    """The attempt of that key, or None."""
    row = connection.execute("SELECT id FROM attempts WHERE learner = ? AND key = ?", (learner, key)).fetchone()
    return None if row is None else int(row[0])


def begun(connection: sqlite3.Connection, learner: str, course: str, called: Sequence[str]) -> dict[str, bool]:
    """The keys of the attempts at a scenario, under any name that it was `called`; and whether each was given up."""
    rows = connection.execute(
        "SELECT key, EXISTS (SELECT 1 FROM abandoned WHERE attempt = a.id) FROM attempts a "
        f"WHERE learner = ? AND course = ? AND scenario IN ({', '.join('?' * len(called))})",
        (learner, course, *called),
    )
    return {key: bool(given_up) for key, given_up in rows}


def whose(connection: sqlite3.Connection, learner: str, key: str) -> tuple[str, str]:
    """The course and the scenario of the attempt of that key, or `""` twice."""
    row = connection.execute("SELECT course, scenario FROM attempts WHERE learner = ? AND key = ?", (learner, key))
    return row.fetchone() or ("", "")


def rows(connection: sqlite3.Connection, learner: str, key: str) -> Rows | None:
    """An attempt as it stands in the file; None where there is none."""
    attempt = attempt_id(connection, learner, key)
    if attempt is None:
        return None
    own = connection.execute(f"SELECT {_ATTEMPT} FROM attempts WHERE id = ?", (attempt,)).fetchone()
    moves = connection.execute(f"SELECT {_MOVE} FROM moves WHERE attempt = ? ORDER BY number", (attempt,)).fetchall()
    return own, moves


def put_back(connection: sqlite3.Connection, found: Rows) -> None:
    """The same in a file that knows nothing of it, or less."""
    own, moves = found
    learner, key, course, scenario = (str(each) for each in own[:4])
    attempt = attempt_id(connection, learner, key)
    if attempt is None:
        attempt = _insert(connection, own)
    add_moves(connection, attempt, moves[_count(connection, attempt) :])
    standing_rows.sum_up(connection, [(learner, course, scenario)])


def events(connection: sqlite3.Connection, learner: str, key: str, skip: Callable[[], None]) -> tuple[Kept, ...]:
    """The events of an attempt, in order; up to the first that cannot be read, for which `skip` is called."""
    from course.journal.event_rows import row_to_event

    found: list[Kept] = []
    for row in connection.execute(
        "SELECT kind, particulars FROM moves JOIN attempts ON id = attempt WHERE learner = ? AND key = ? "
        "ORDER BY number",
        (learner, key),
    ):
        try:
            found.append(row_to_event(*row))
        except UNREADABLE:
            skip()
            break
    return tuple(found)


def unfinished(
    connection: sqlite3.Connection, learner: str, course: str, names: Names, skip: Callable[[], None]
) -> tuple[OpenAttempt, ...]:
    """The newest attempt at each scenario, unless it has ended or was given up; the last touched first. `names` are
    what scenarios are called now. `skip` is called for each that cannot be read."""
    newest = standing_rows.newest(connection, learner, course, names)
    rows = connection.execute(
        """
        SELECT a.id, a.key, a.course, a.scenario, a.version, a.seed, a.extra_minute, a.began,
               m.at, m.scene, m.day, m.title,
               (SELECT count(*) FROM moves WHERE attempt = a.id AND decision IS NOT NULL)
        FROM standings s
        JOIN attempts a ON a.id = s.latest
        JOIN moves m ON m.attempt = a.id AND m.number = (SELECT max(number) FROM moves WHERE attempt = a.id)
        WHERE s.learner = ? AND s.course = ?
          AND NOT EXISTS (SELECT 1 FROM moves WHERE attempt = a.id AND ending IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM abandoned WHERE attempt = a.id)
        ORDER BY m.at DESC, a.id DESC
        """,
        (learner, course),
    )
    found = []
    for number, key, its_course, scenario, version, seed, extra_minute, began, last, *rest in rows:
        if number not in newest:
            continue
        try:
            beginning = _beginning(key, its_course, scenario, version, seed, extra_minute, began)
            found.append(OpenAttempt(beginning, datetime.fromisoformat(last), *rest))
        except UNREADABLE:
            skip()
    return tuple(found)


def ended(
    connection: sqlite3.Connection, learner: str, course: str, called: Sequence[str], skip: Callable[[], None]
) -> Beginning | None:
    """Of the attempts at a scenario, under any name that it was `called`, which have ended and were not given up, the
    one touched last."""
    rows = connection.execute(
        f"""
        SELECT a.key, a.course, a.scenario, a.version, a.seed, a.extra_minute, a.began
        FROM attempts a
        WHERE a.learner = ? AND a.course = ? AND a.scenario IN ({", ".join("?" * len(called))})
          AND EXISTS (SELECT 1 FROM moves WHERE attempt = a.id AND ending IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM abandoned WHERE attempt = a.id)
        ORDER BY (SELECT max(at) FROM moves WHERE attempt = a.id) DESC, a.id DESC
        """,
        (learner, course, *called),
    )
    for row in rows:
        try:
            return _beginning(*row)
        except UNREADABLE:
            skip()
    return None


def _beginning(
    key: str, course: str, scenario: str, version: str, seed: int, extra_minute: int, began: str
) -> Beginning:
    return Beginning(key, course, scenario, version, seed, bool(extra_minute), datetime.fromisoformat(began))


def past(connection: sqlite3.Connection, learner: str, course: str, names: Names, skip: Callable[[], None]) -> Past:
    """What was done in a course, with the scenarios as `names` calls them now; `skip` is called for each row that
    cannot be read."""
    standings = standing_rows.standings(connection, learner, course, names)
    new = [number for each in standings.values() for number in _new_scenes(connection, learner, course, names, each)]
    return Past(standings, _attempts(connection, sorted({*_that_matter(standings.values()), *new}), skip))


def _new_scenes(
    connection: sqlite3.Connection, learner: str, course: str, names: Names, standing: Standing
) -> Iterable[int]:
    """Of the attempts up to the first that was played to an end, those that came to a scene before any other did."""
    if standing.first == standing.first_finished:
        return ()
    called = [standing.scenario, *(old for old, now in names.items() if now == standing.scenario)]
    rows = connection.execute(
        "SELECT a.id, m.scene FROM attempts a JOIN moves m ON m.attempt = a.id "
        f"WHERE a.learner = ? AND a.course = ? AND a.scenario IN ({', '.join('?' * len(called))}) "
        "AND m.decision IS NOT NULL ORDER BY a.began, a.id, m.number",
        (learner, course, *called),
    )
    found: dict[str, int] = {}
    for attempt, scene in rows:
        if attempt == standing.first_finished:
            break
        found.setdefault(scene, attempt)
    return found.values()


def _that_matter(standings: Iterable[Standing]) -> list[int]:
    ids = {number for each in standings for number in (each.first, each.first_finished, each.best)}
    return sorted(number for number in ids if number is not None)


def _attempts(connection: sqlite3.Connection, ids: Sequence[int], skip: Callable[[], None]) -> dict[int, Attempt]:
    found: dict[int, Attempt] = {}
    for attempt in ids:
        try:
            found[attempt] = _attempt(connection, attempt, skip)
        except UNREADABLE:
            skip()
    return found


def _attempt(connection: sqlite3.Connection, attempt: int, skip: Callable[[], None]) -> Attempt:
    head = connection.execute("SELECT scenario, version, seed, began, key FROM attempts WHERE id = ?", (attempt,))
    scenario, version, seed, began, key = head.fetchone()
    decisions: list[Decision] = []
    ended: datetime | None = None
    side: Side | None = None
    became = ""
    for when, decision, ending, title in connection.execute(
        "SELECT at, decision, ending, title FROM moves "
        "WHERE attempt = ? AND (decision IS NOT NULL OR ending IS NOT NULL) ORDER BY number",
        (attempt,),
    ):
        if decision is not None:
            try:
                decisions += _counted_once(text_to_decisions(decision), decisions)
            except UNREADABLE:
                skip()
        if ending is not None and ended is None:
            ended, side, became = datetime.fromisoformat(when), Side(ending), title
    at = datetime.fromisoformat(began)
    return Attempt(attempt, scenario, version, seed, at, ended, side, tuple(decisions), key, became)


def _counted_once(made: Iterable[Decision], before: Iterable[Decision]) -> list[Decision]:
    """Of two decisions that count for one thing, the first does."""
    counted = {(each.scene, each.item) for each in before if each.counts}
    return [replace(each, counts=each.counts and (each.scene, each.item) not in counted) for each in made]


def stamp(at: datetime) -> str:
    """A time as rows keep it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
