"""How each scenario stands, and when each scene was last met: summed up with every event, so that no page has to read
all events there are, however many they grow to be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from fractions import Fraction

from course.journal.protocol import Place
from course.journal.records import UNREADABLE, Standing
from course.model import Side
from course.model.encoding import from_json
from course.model.record import Record, replace
from course.model.renamed import Names

_COLUMNS = (
    "scenario, attempts, finished, first, first_finished, first_share, best, best_share, ending, latest"  # as Standing
)
_Row = tuple[str, int, int, int, int, str, int, str, str, int]
Whose = tuple[str, str, str]
"""A learner, a course and a scenario."""


class _Worth(Record):
    """What a decision adds to a share."""

    scene: str
    worth: Fraction
    counts: bool
    item: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.worth <= 1:
            raise ValueError(f"a decision is worth {self.worth}")


class _Made(Record):
    """What the events of one attempt have made so far: decisions, as their rows keep them, and endings."""

    decisions: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


def standings(connection: sqlite3.Connection, learner: str, course: str, names: Names) -> dict[str, Standing]:
    """How every scenario stands in which something was decided, in the order of their first attempts. `names` are what
    they are called now: what was done under several names is summed up as one."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM standings WHERE learner = ? AND course = ? AND first IS NOT NULL ORDER BY first",
        (learner, course),
    )
    found: dict[str, list[Standing]] = {}
    for row in rows.fetchall():
        each = _standing_or_summed_up(connection, (learner, course, row[0]), row)
        found.setdefault(names.get(each.scenario, each.scenario), []).append(each)
    return {
        name: replace(each[0], scenario=name)
        if len(each) == 1
        else _summed_up(connection, (learner, course, name), [one.scenario for one in each])[0]
        for name, each in found.items()
    }


def newest(connection: sqlite3.Connection, learner: str, course: str, names: Names) -> frozenset[int]:
    """The newest attempt at each scenario, under whichever name."""
    query = "SELECT scenario, latest FROM standings WHERE learner = ? AND course = ? AND latest IS NOT NULL"
    found: dict[str, int] = {}
    for scenario, latest in connection.execute(query, (learner, course)):
        name = names.get(scenario, scenario)
        found[name] = max(latest, found.get(name, latest))
    return frozenset(found.values())


def met(connection: sqlite3.Connection, learner: str, course: str) -> dict[Place, datetime]:
    """When each scene was last answered."""
    rows = connection.execute("SELECT scenario, scene, at FROM met WHERE learner = ? AND course = ?", (learner, course))
    found: dict[Place, datetime] = {}
    for scenario, scene, at in rows:
        with suppress(*UNREADABLE):  # it is met again
            found[scenario, scene] = datetime.fromisoformat(at)
    return found


def add(connection: sqlite3.Connection, whose: Whose, attempt: int, number: int) -> None:
    """Sum up an event that has just been written."""
    rows = connection.execute(
        "SELECT number, decision, ending, at FROM moves "
        "WHERE attempt = ? AND (decision IS NOT NULL OR ending IS NOT NULL) AND number <= ? ORDER BY number",
        (attempt, number),
    ).fetchall()
    new = [row for row in rows if row[0] == number]
    before = _made([row[1:3] for row in rows if row[0] < number])
    standing = _read(connection, whose)
    for _, decision, ending, _ in new or [(number, None, None, "")]:
        standing = _after(standing, attempt, before, decision, ending)
    _write(connection, [(whose, standing)])
    _meet(connection, [(whose, decision, at) for _, decision, _, at in new if decision])


def sum_up(connection: sqlite3.Connection, whose: Iterable[Whose] | None = None) -> None:
    """Sum up everything there is, or what there is of these scenarios, from the events."""
    every = "SELECT DISTINCT learner, course, scenario FROM attempts"
    for one in connection.execute(every).fetchall() if whose is None else whose:
        for table in ("standings", "met"):
            connection.execute(f"DELETE FROM {table} WHERE learner = ? AND course = ? AND scenario = ?", one)
        standing, answered = _summed_up(connection, one, [one[2]])
        if standing.latest is not None:
            _write(connection, [(one, standing)])
            _meet(connection, answered)


def _summed_up(
    connection: sqlite3.Connection, whose: Whose, called: Sequence[str]
) -> tuple[Standing, list[tuple[Whose, str, str]]]:
    """How a scenario stands with what was done under these names, and all that was answered."""
    # in the order in which they happened, as each is added: two attempts may have gone on side by side, and a clock may
    # have been set back during one
    rows: Iterator[tuple[int, str | None, str | None, str, str]] = connection.execute(
        "SELECT a.id, m.decision, m.ending, m.at, max(m.at) OVER (PARTITION BY a.id ORDER BY m.number) AS reached "
        "FROM attempts a JOIN moves m ON m.attempt = a.id "
        f"WHERE a.learner = ? AND a.course = ? AND a.scenario IN ({', '.join('?' * len(called))}) "
        "ORDER BY reached, a.id, m.number",
        (*whose[:2], *called),
    )
    standing = Standing(whose[2])
    answered = []
    made: dict[int, _Made] = {}
    for attempt, decision, ending, at, *_ in rows:
        before = made.get(attempt, _Made())
        standing = _after(standing, attempt, before, decision, ending)
        made[attempt] = _and(before, decision, ending)
        if decision:
            answered.append((whose, decision, at))
    return standing, answered


def _after(standing: Standing, attempt: int, made: _Made, decision: str | None, ending: str | None) -> Standing:
    """The standing after one more event of an attempt, whose events so far have `made` something."""
    standing = replace(standing, latest=attempt if standing.latest is None else max(attempt, standing.latest))
    if decision is not None and not made.decisions:
        first = attempt if standing.first is None else standing.first
        standing = replace(standing, attempts=standing.attempts + 1, first=first)
    decided = _and(made, decision, None).decisions
    if ending is None or made.endings or not decided:
        return standing
    share = _share(decided)
    standing = replace(standing, finished=standing.finished + 1, ending=Side(ending))
    if standing.first_finished is None:
        standing = replace(standing, first_finished=attempt, first_share=share)
    if standing.best_share is None or share > standing.best_share:
        standing = replace(standing, best=attempt, best_share=share)
    return standing


def _made(rows: Iterable[tuple[str | None, str | None]]) -> _Made:
    made = _Made()
    for row in rows:
        made = _and(made, *row)
    return made


def _and(made: _Made, decision: str | None, ending: str | None) -> _Made:
    if decision is None and ending is None:
        return made
    return _Made(
        made.decisions if decision is None else (*made.decisions, decision),
        made.endings if ending is None else (*made.endings, ending),
    )


def _share(decisions: Iterable[str]) -> Fraction:
    """What the decisions that count are worth on the average; of two for one thing the first counts."""
    worths: dict[tuple[str, str], Fraction] = {}
    for text in decisions:
        for each in _worths(text):
            if each.counts:
                worths.setdefault((each.scene, each.item), each.worth)
    return sum(worths.values(), Fraction(0)) / len(worths) if worths else Fraction(0)


def _worths(text: str) -> list[_Worth]:
    """The decisions of one row; none of a row that cannot be read."""
    try:
        return from_json(text, list[_Worth]) if text.startswith("[") else [from_json(text, _Worth)]
    except UNREADABLE:
        return []


def _read(connection: sqlite3.Connection, whose: Whose) -> Standing:
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM standings WHERE learner = ? AND course = ? AND scenario = ?", whose
    ).fetchone()
    return Standing(whose[2]) if row is None else _standing_or_summed_up(connection, whose, row)


def _standing_or_summed_up(connection: sqlite3.Connection, whose: Whose, row: _Row) -> Standing:
    """What a row says; where it cannot be read, what the events say."""
    try:
        return _standing(row)
    except UNREADABLE:
        return _summed_up(connection, whose, [whose[2]])[0]


def _standing(row: _Row) -> Standing:
    scenario, attempts, finished, first, first_finished, first_share, best, best_share, ending, latest = row
    return Standing(
        scenario,
        attempts,
        finished,
        first,
        first_finished,
        Fraction(first_share) if first_share else None,
        best,
        Fraction(best_share) if best_share else None,
        Side(ending) if ending else None,
        latest,
    )


def _write(connection: sqlite3.Connection, found: Iterable[tuple[Whose, Standing]]) -> None:
    rows = [
        (
            *whose[:2],
            each.scenario,
            each.attempts,
            each.finished,
            each.first,
            each.first_finished,
            None if each.first_share is None else str(each.first_share),
            each.best,
            None if each.best_share is None else str(each.best_share),
            None if each.ending is None else str(each.ending),
            each.latest,
        )
        for whose, each in found
    ]
    connection.executemany(
        f"INSERT OR REPLACE INTO standings (learner, course, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def _meet(connection: sqlite3.Connection, answered: Iterable[tuple[Whose, str, str]]) -> None:
    latest: dict[tuple[str, str, str, str], str] = {}
    for whose, decision, at in answered:
        for each in _worths(decision):
            place = (*whose, each.scene)
            latest[place] = max(at, latest.get(place, ""))
    connection.executemany(
        "INSERT INTO met (learner, course, scenario, scene, at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET at = max(at, excluded.at)",
        [(*place, at) for place, at in latest.items()],
    )
