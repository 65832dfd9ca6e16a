"""The journal's file: SQLite, one row for each event, written the moment it happens.

Attempts and events are only ever added; `forget` is the one exception. A file that is damaged or newer
than this program is set aside, never overwritten, and the learner goes on with a fresh one; where
nothing can be written at all, with one in memory.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from course.engine.decision import Decision, scene_title
from course.journal.decision_rows import decisions_to_text, text_to_decisions
from course.journal.migrations import NewerJournal, prepare
from course.journal.records import Attempt, NotSaved, OpenAttempt, Overtaken
from course.model import Ending, Side
from course.model.record import replace
from course.system import paths

if TYPE_CHECKING:  # a list of scenarios is shown without knowing how one is played
    from course.engine.events import Kept
    from course.engine.play import Play

Made = TypeVar("Made")

_DAMAGED = "Your journal was damaged, so a new one was begun. The damaged file is kept as {moved}."
_NEWER = (
    "Your journal was written by a newer Fine Line, so a new one was begun. The other is kept as {moved}; "
    "update Fine Line to read it."
)
NOWHERE = Path(":memory:")
"""The path of a journal that is gone when it is closed."""
_SUFFIXES = ("", "-wal", "-shm")


class Journal:
    """Open one with `Journal.open`."""

    def __init__(self, path: Path, now: Callable[[], datetime], wait: float) -> None:
        self.path = path
        self.notices: list[str] = []
        """What the learner should be told, such as that a damaged file was set aside."""
        self.saved = True
        """False when it lives in memory only."""
        self._now = now
        self._wait = wait
        self._connection = self._connect()

    @classmethod
    def open(cls, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC), *, wait: float = 5) -> Journal:
        """The journal at `path`, made if it is missing. Never raises: see `notices`.

        While another terminal is writing, it is waited for so many seconds.
        """
        return cls(path, now, wait)

    def now(self) -> datetime:
        """The time it is, where the learner is."""
        return self._now().astimezone()

    def begin(self, course: str, scenario: str, *, version: str, seed: int, extra_minute: bool) -> int:
        """A new attempt; its id. Raises NotSaved."""
        row = (course, scenario, version, seed, int(extra_minute), self.stamp())
        columns = "course, scenario, version, seed, extra_minute, began"
        with self.writing() as connection:
            cursor = connection.execute(f"INSERT INTO attempts ({columns}) VALUES (?, ?, ?, ?, ?, ?)", row)
        return int(cursor.lastrowid or 0)

    def record(self, attempt: int, number: int, event: Kept, play: Play) -> None:
        """Keep event `number` (from 0) of an attempt; `play` is the play after it. On disk when this returns.

        Raises Overtaken when another terminal has written that one, NotSaved when the disk refuses.
        """
        from course.journal.event_rows import SENT, event_to_row

        kind, particulars = event_to_row(event)
        decision = decisions_to_text(play.latest) if kind == SENT and play.latest else None
        body = play.scene.body
        ending = str(body.side) if isinstance(body, Ending) else None
        where = (play.scene_id, scene_title(play.scene), play.day, ending)
        with self.writing() as connection:
            next_up = connection.execute("SELECT count(*) FROM moves WHERE attempt = ?", (attempt,)).fetchone()[0]
            if next_up != number:
                raise Overtaken
            connection.execute(
                "INSERT INTO moves VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (attempt, number, self.stamp(), kind, particulars, decision, *where),
            )

    def events(self, attempt: int) -> tuple[Kept, ...]:
        """All events of an attempt, in order."""
        from course.journal.event_rows import row_to_event

        return self.read(
            "SELECT kind, particulars FROM moves WHERE attempt = ? ORDER BY number",
            (attempt,),
            lambda found: tuple(row_to_event(*row) for row in found),
        )

    def unfinished(self, course: str) -> tuple[OpenAttempt, ...]:
        """Attempts to go on with, the last touched first: the newest of each scenario, unless it has ended."""
        return self.read(
            """
            SELECT a.id, a.scenario, a.seed, a.extra_minute, a.began, m.at, m.scene, m.day, m.title,
                   (SELECT count(*) FROM moves WHERE attempt = a.id AND decision IS NOT NULL)
            FROM attempts a
            JOIN moves m ON m.attempt = a.id AND m.number = (SELECT max(number) FROM moves WHERE attempt = a.id)
            WHERE a.course = ?1
              AND NOT EXISTS (SELECT 1 FROM moves WHERE attempt = a.id AND ending IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM abandoned WHERE attempt = a.id)
              AND NOT EXISTS (SELECT 1 FROM attempts b JOIN moves n ON n.attempt = b.id
                              WHERE b.course = ?1 AND b.scenario = a.scenario AND b.id > a.id)
            ORDER BY m.at DESC, a.id DESC
            """,
            (course,),
            _opened,
        )

    def abandon(self, attempt: int) -> None:
        """The learner starts over: this attempt will not be offered again. Raises NotSaved."""
        with self.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO abandoned VALUES (?, ?)", (attempt, self.stamp()))

    def attempts(self, course: str) -> tuple[Attempt, ...]:
        """Every attempt at the course's scenarios in which something was decided, oldest first."""
        return self.read(
            """
            SELECT a.id, a.scenario, a.version, a.seed, a.began, m.at, m.decision, m.ending
            FROM attempts a JOIN moves m ON m.attempt = a.id
            WHERE a.course = ? AND (m.decision IS NOT NULL OR m.ending IS NOT NULL)
            ORDER BY a.id, m.number
            """,
            (course,),
            _gathered,
        )

    def forget(self, course: str | None = None) -> int:
        """Delete the attempts at a course, or at all courses; how many. Raises NotSaved."""
        which = "SELECT id FROM attempts WHERE course = ?1 OR ?1 IS NULL"
        with self.writing() as connection:
            connection.execute(f"DELETE FROM moves WHERE attempt IN ({which})", (course,))
            connection.execute(f"DELETE FROM abandoned WHERE attempt IN ({which})", (course,))
            for table in ("disputes", "practice"):
                connection.execute(f"DELETE FROM {table} WHERE course = ?1 OR ?1 IS NULL", (course,))
            gone = connection.execute("DELETE FROM attempts WHERE course = ?1 OR ?1 IS NULL", (course,)).rowcount
        try:  # so that the text is really gone from the file and its log
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise NotSaved(f"The answers are deleted, but the file could not be cleaned up ({error}).") from error
        return gone

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def stamp(self) -> str:
        """The time it is, as rows keep it."""
        return self._now().astimezone(UTC).isoformat(timespec="microseconds")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, on disk when it is over. Whatever the disk says becomes NotSaved."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            if _is_damage(error):
                self._start_afresh(_DAMAGED)
            raise NotSaved(
                f"This answer could not be kept ({error}). You can go on; it will be tried again."
            ) from error

    def read(self, query: str, parameters: tuple[object, ...], make: Callable[[list[Any]], Made]) -> Made:
        """What `make` makes of the rows found; of none at all when the file turns out to be damaged."""
        try:
            return make(self._connection.execute(query, parameters).fetchall())
        except (sqlite3.Error, ValueError) as error:
            if isinstance(error, sqlite3.Error) and not _is_damage(error):
                self.notices.append(f"The journal cannot be read just now ({error}).")
            else:
                self._start_afresh(_DAMAGED)
            return make([])

    def _start_afresh(self, why: str) -> None:
        self._connection.close()
        self._connection = self._set_aside(why)

    def _connect(self) -> sqlite3.Connection:
        if self.path == NOWHERE:
            return _open_memory()
        try:
            paths.private_folder(self.path.parent)
            return _open_file(self.path, self._wait)
        except NewerJournal:
            return self._set_aside(_NEWER)
        except sqlite3.Error as error:
            if _is_damage(error) or error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                return self._set_aside(_DAMAGED)
            return self._in_memory(str(error))
        except OSError as error:
            return self._in_memory(error.strerror or str(error))

    def _set_aside(self, why: str) -> sqlite3.Connection:
        try:
            moved = paths.aside(self.path, self._now().strftime("%Y%m%d-%H%M%S"))
            for suffix in _SUFFIXES:
                part = self.path.with_name(self.path.name + suffix)
                if part.exists():
                    part.rename(moved.with_name(moved.name + suffix))
            connection = _open_file(self.path, self._wait)
        except (OSError, sqlite3.Error, NewerJournal) as error:
            return self._in_memory(str(error))
        self.notices.append(why.format(moved=moved))
        return connection

    def _in_memory(self, why: str) -> sqlite3.Connection:
        self.saved = False
        self.notices.append(f"Your answers cannot be kept this time: {self.path} ({why}). You can play all the same.")
        return _open_memory()


class _Gathering:
    """An attempt while its rows come in. Of two decisions that count for one thing, the first does."""

    def __init__(self, attempt: int, scenario: str, version: str, seed: int, began: datetime) -> None:
        self._head = (attempt, scenario, version, seed, began)
        self._ended: datetime | None = None
        self._ending: Side | None = None
        self.decisions: list[Decision] = []

    def add(self, at: datetime, decision: str | None, ending: str | None) -> None:
        if decision is not None:
            counted = {(each.scene, each.item) for each in self.decisions if each.counts}
            for made in text_to_decisions(decision):
                again = (made.scene, made.item) in counted
                self.decisions.append(replace(made, counts=made.counts and not again))
        if ending is not None and self._ended is None:
            self._ended, self._ending = at, Side(ending)

    def attempt(self) -> Attempt:
        return Attempt(*self._head, ended=self._ended, ending=self._ending, decisions=tuple(self.decisions))


def _gathered(found: list[Any]) -> tuple[Attempt, ...]:
    gathered: dict[int, _Gathering] = {}
    for attempt, scenario, version, seed, began, at, decision, ending in found:
        if attempt not in gathered:
            gathered[attempt] = _Gathering(attempt, scenario, version, seed, datetime.fromisoformat(began))
        gathered[attempt].add(datetime.fromisoformat(at), decision, ending)
    return tuple(each.attempt() for each in gathered.values() if each.decisions)


def _opened(found: list[Any]) -> tuple[OpenAttempt, ...]:
    return tuple(
        OpenAttempt(
            attempt,
            scenario,
            seed,
            bool(extra_minute),
            datetime.fromisoformat(began),
            datetime.fromisoformat(last),
            scene,
            day,
            title,
            decisions,
        )
        for attempt, scenario, seed, extra_minute, began, last, scene, day, title, decisions in found
    )


def _open_file(path: Path, wait: float) -> sqlite3.Connection:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")  # where it cannot, SQLite keeps to its older way by itself
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        prepare(connection)
        for table in ("attempts", "moves", "abandoned", "disputes", "practice"):
            connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _is_damage(error: sqlite3.Error) -> bool:
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _open_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    prepare(connection)
    return connection
