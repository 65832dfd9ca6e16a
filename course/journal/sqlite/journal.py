"""The journal in an SQLite file: one row for each event.

Attempts and events are only ever added; forgetting is the one exception. Many learners may share a file.
"""

from __future__ import annotations

import sqlite3
import time
import weakref
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from course.engine.decision import Decision
from course.journal.protocol import Place
from course.journal.records import (
    LONGEST_WHY,
    UNREADABLE,
    Beginning,
    Begun,
    Dispute,
    Keeping,
    LeftOut,
    Notice,
    NotSaved,
    OpenAttempt,
    Past,
    Practiced,
    Standing,
)
from course.journal.sqlite import attempt_rows, beside_rows, forgetting, standing_rows
from course.journal.sqlite.keeper import Keeper
from course.journal.sqlite.owed import Owed, Work
from course.model import Course, Head, Renamed
from course.model.encoding import to_json
from course.model.record import replace
from course.text.isolates import closed

if TYPE_CHECKING:  # a list of scenarios is shown without knowing how one is played
    from course.engine.events import Kept
    from course.engine.play import Play
    from course.journal.carried import Carried, Merged
    from course.journal.renaming import Renaming
    from course.model.renamed import Names

Made = TypeVar("Made")

FIRST_PAGE = 0.1
"""Seconds for which a first page waits for the journal. A sound one takes a hundredth of that."""
AT_ONCE = 0.2
"""Seconds for which an attempt may be refused for another that was begun meanwhile; who opened it waits longer."""


class SqliteJournal:
    """One learner's part of the file. See `Journal` for what each method is for."""

    def __init__(
        self, path: Path | None, learner: str = "", now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """Without a path it is kept in memory, until it is closed. Never raises: see `keeping`."""
        self.path = path
        self.learner = learner
        self._now = now
        self._renamed: dict[str, Renaming] = {}
        """By course, where ids of it have changed."""
        self._keeper = Keeper(path, now)
        weakref.finalize(self, self._keeper.let_go).atexit = False  # a journal that nobody uses holds no file open

    @property
    def keeping(self) -> Keeping:
        """How it stands with keeping."""
        return self._keeper.keeping

    def take_notices(self) -> list[Notice]:
        """What has happened to the journal."""
        return self._keeper.notices.take()

    def now(self) -> datetime:
        """The time."""
        return self._now().astimezone()

    def wait(self, seconds: float = FIRST_PAGE) -> Keeping:
        """Wait until everything is done."""
        return self._keeper.wait(seconds)

    def close(self, seconds: float = 10) -> Keeping:
        """Let go of the file."""
        return self._keeper.close(seconds)

    def follow(self, course: Course, heads: Iterable[Head]) -> None:
        """Give what was kept under old ids under the new ones."""
        heads = tuple(heads)
        if any(names != Renamed() for names in (course.renamed, *(each.renamed for each in heads))):
            from course.journal.renaming import Renaming  # seldom needed

            self._renamed[course.id] = Renaming(course, heads)

    def moment(self) -> int:
        """This moment, as what is forgotten later knows it."""
        return forgetting.after(self._keeper.read(forgetting.epoch, 0))

    def forgot(self, since: int) -> bool:
        """Whether anything was forgotten since."""
        return self._keeper.read(forgetting.epoch, 0) >= since

    def record(
        self,
        beginning: Beginning,
        since: int,
        number: int,
        event: Kept,
        play: Play,
        *,
        knows: Collection[str] | None = None,
    ) -> Future[None]:
        """Keep an event."""
        row = attempt_rows.event_row(event, play)
        at, asked = attempt_rows.stamp(self._now()), time.monotonic()
        names = self._every_name(beginning.course, beginning.scenario)

        def work(connection: sqlite3.Connection) -> None:
            if knows is not None and number == 0 and time.monotonic() - asked < AT_ONCE:
                there = attempt_rows.begun(connection, self.learner, beginning.course, names)
                if any(key not in {*knows, beginning.key} and not given_up for key, given_up in there.items()):
                    raise Begun
            attempt_rows.write(connection, self.learner, beginning, number, at, row)

        return self._keeper.write(Owed(work, whose=self._whose(beginning), since=since, told=row[2] is not None))

    def begun(self, course: str, scenario: str) -> Collection[str] | None:
        """The attempts at a scenario."""
        names = self._every_name(course, scenario)
        if self.keeping.unread:  # before it is looked into, nothing is read either
            return None
        return self._read(lambda connection, _: attempt_rows.begun(connection, self.learner, course, names), None)

    def hold(self, key: str) -> None:
        """Write an attempt again should the file be lost."""
        since = self.moment()  # before it is read, or it might be forgotten in between
        rows = self._read(lambda connection, _: attempt_rows.rows(connection, self.learner, key), None)
        if rows:
            whose = (self.learner, str(rows[0][2]), str(rows[0][3]))
            self._keeper.hold(Owed(lambda file: attempt_rows.put_back(file, rows), whose=whose, since=since))

    def abandon(self, beginning: Beginning) -> Future[None]:
        """Give an attempt up."""
        at = attempt_rows.stamp(self._now())

        def work(connection: sqlite3.Connection) -> None:
            attempt = attempt_rows.attempt_id(connection, self.learner, beginning.key)
            if attempt is not None:
                connection.execute("INSERT OR IGNORE INTO abandoned VALUES (?, ?)", (attempt, at))

        return self._keeper.write(Owed(work, whose=self._whose(beginning), since=self.moment()))

    def dispute(
        self, course: str, version: str, scenario: str, decision: Decision, why: str, *, since: int | None = None
    ) -> Future[None]:
        """Keep a dispute, in the place of one about the same answer."""
        return self._insert(
            "disputes",
            since,
            course=course,
            version=version,
            scenario=scenario,
            scene=decision.scene,
            item=decision.item,
            revision=decision.revision,
            answer=to_json(decision.answer),
            said=decision.said,
            why=closed(why[:LONGEST_WHY]),
        )

    def practice(self, course: str, scenario: str, scene: str, rule: str, *, held: bool) -> Future[None]:
        """Keep how practice went."""
        return self._insert("practice", None, course=course, scenario=scenario, scene=scene, rule=rule, held=int(held))

    def forget(self, course: str | None = None, scenario: str | None = None, *, seconds: float = 10) -> int:
        """Delete what the learner did, in one course or one scenario of it if that is said; the number of attempts.
        When this returns, nothing of it is left in the file. Raises NotSaved."""
        deadline = time.monotonic() + seconds
        found: list[int] = []
        every = [None] if scenario is None else self._every_name(course or "", scenario)

        def work(connection: sqlite3.Connection) -> None:
            found.append(sum(forgetting.delete(connection, self.learner, course, each) for each in every))

        self._have(work, deadline)
        while True:
            try:
                self._have(forgetting.clean_up, deadline, alone=True)
                return found[-1]
            except forgetting.StillRead:
                if time.monotonic() > deadline:
                    raise NotSaved(self.keeping) from None
                time.sleep(0.05)

    def merge(self, carried: Carried, *, seconds: float = 30) -> Merged:
        """Add what was carried from another machine. Raises NotSaved."""
        from course.journal.sqlite.carrying import merge

        found: list[Merged] = []
        self._have(lambda file: found.append(merge(file, self.learner, carried)), time.monotonic() + seconds)
        return found[-1]

    def carry(self) -> Carried | None:
        """Everything of the learner that can be read, to be carried to another machine; None when none of it can."""
        from course.journal.sqlite.carrying import carry

        return self._read(lambda connection, skip: carry(connection, self.learner, skip), None)

    def events(self, key: str) -> tuple[Kept, ...]:
        """All events of an attempt."""
        found: tuple[Kept, ...] = self._read(
            lambda connection, skip: attempt_rows.events(connection, self.learner, key, skip), ()
        )
        if not self._renamed:
            return found
        course, scenario = self._read(lambda connection, _: attempt_rows.whose(connection, self.learner, key), ("", ""))
        return self._renamed[course].events(scenario, found) if course in self._renamed else found

    def unfinished(self, course: str) -> tuple[OpenAttempt, ...]:
        """Attempts to go on with."""
        names = self._now_called(course)
        found: tuple[OpenAttempt, ...] = self._read(
            lambda connection, skip: attempt_rows.unfinished(connection, self.learner, course, names, skip), ()
        )
        return self._renamed[course].unfinished(found) if course in self._renamed else found

    def ended(self, course: str, scenario: str) -> Beginning | None:
        """The attempt of that scenario that has ended, and was touched last."""
        every = self._every_name(course, scenario)
        found: Beginning | None = self._read(
            lambda connection, skip: attempt_rows.ended(connection, self.learner, course, every, skip), None
        )
        return found and replace(found, scenario=scenario)

    def standings(self, course: str) -> Mapping[str, Standing]:
        """How each scenario stands."""
        none: dict[str, Standing] = {}
        names = self._now_called(course)
        return self._read(lambda connection, _: standing_rows.standings(connection, self.learner, course, names), none)

    def past(self, course: str) -> Past:
        """What the learner has done in a course."""
        names = self._now_called(course)
        found = self._read(
            lambda connection, skip: attempt_rows.past(connection, self.learner, course, names, skip), Past({}, {})
        )
        return self._renamed[course].past(found) if course in self._renamed else found

    def met(self, course: str) -> Mapping[Place, datetime]:
        """When each scene was last answered."""
        found: Mapping[Place, datetime] = self._read(
            lambda connection, _: standing_rows.met(connection, self.learner, course), {}
        )
        return self._renamed[course].met(found) if course in self._renamed else found

    def disputes(self, course: str) -> tuple[Dispute, ...]:
        """Every dispute about the course."""
        found: tuple[Dispute, ...] = self._read(
            lambda connection, skip: beside_rows.disputes(connection, self.learner, course, skip), ()
        )
        return self._renamed[course].disputes(found) if course in self._renamed else found

    def practiced(self, course: str) -> tuple[Practiced, ...]:
        """Everything practiced again."""
        found: tuple[Practiced, ...] = self._read(
            lambda connection, skip: beside_rows.practiced(connection, self.learner, course, skip), ()
        )
        return self._renamed[course].practiced(found) if course in self._renamed else found

    def _now_called(self, course: str) -> Names:
        """What scenarios of the course are called now, by what they were called."""
        return self._renamed[course].scenarios if course in self._renamed else {}

    def _every_name(self, course: str, scenario: str) -> list[str]:
        """What that scenario is and was called."""
        return [scenario, *(old for old, now in self._now_called(course).items() if now == scenario)]

    def _read(self, make: Callable[[sqlite3.Connection, Callable[[], None]], Made], nothing: Made) -> Made:
        """What `make` makes of what is kept; it calls what it is given for each row that cannot be read, and how many
        those were is told. The count is this reading's own: several threads may read at a time."""
        left_out = 0

        def skip() -> None:
            nonlocal left_out
            left_out += 1

        try:
            found = self._keeper.read(lambda connection: make(connection, skip), nothing)
        except UNREADABLE:  # of a row that what is asked for stands on
            skip()
            found = nothing
        if left_out:
            self._keeper.notices.tell(LeftOut(left_out))
        return found

    def _insert(self, table: str, since: int | None, **fields: str | int) -> Future[None]:
        row = {"learner": self.learner, **fields, "at": attempt_rows.stamp(self._now())}
        whose = (self.learner, str(row["course"]), str(row["scenario"]))
        since = self.moment() if since is None else since
        return self._keeper.write(Owed(lambda file: beside_rows.keep(file, table, row), whose=whose, since=since))

    def _whose(self, beginning: Beginning) -> forgetting.Whose:
        return self.learner, beginning.course, beginning.scenario

    def _have(self, work: Work, deadline: float, *, alone: bool = False) -> None:
        """Have this done by then. Raises NotSaved when it is not, and whatever it raises itself."""
        done = self._keeper.write(Owed(work, alone=alone))
        try:
            done.result(max(0.0, deadline - time.monotonic()))
        except TimeoutError:
            if self._keeper.withdraw(done):
                raise NotSaved(self.keeping) from None
            done.result()
