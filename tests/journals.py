"""Journals for tests: opened, and looked into."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from course.engine import totals
from course.journal import SqliteJournal
from course.journal.protocol import Place
from course.journal.records import Attempt, Past, Standing
from course.model.record import replace
from tests.terminal import PATIENCE

_opened: list[SqliteJournal] = []


def open_journal(
    path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC), learner: str = ""
) -> SqliteJournal:
    """The journal in that file, once it can be read."""
    journal = SqliteJournal(path, learner, now)
    _opened.append(journal)
    assert journal.wait(PATIENCE).ready
    return journal


def eventually(holds: Callable[[], bool]) -> None:
    """Wait until that is so, as it will be once the journal's thread, or another program, has got to it."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def close_what_was_opened() -> None:
    """Let go of every journal that a test has opened: each has a thread, which looks for its file every second."""
    while _opened:
        _opened.pop().close(0)


def attempts(journal: SqliteJournal, course: str) -> tuple[Attempt, ...]:
    """The attempts that results rest on, once everything is kept; the earliest first."""
    journal.wait(PATIENCE)
    return tuple(journal.past(course).attempts.values())


def past(*played: Attempt) -> Past:
    """What a journal says of these attempts, each begun after the one before it."""
    standings: dict[str, Standing] = {}
    for each in played:
        before = standings.get(each.scenario, Standing(each.scenario, first=each.id))
        share = totals.score(each.decisions).share if each.ended else None
        better = share is not None and (before.best_share is None or share > before.best_share)
        standings[each.scenario] = replace(
            before,
            attempts=before.attempts + 1,
            finished=before.finished + bool(each.ended),
            first_finished=before.first_finished if before.finished or not each.ended else each.id,
            first_share=before.first_share if before.finished else share,
            best=each.id if better else before.best,
            best_share=share if better else before.best_share,
            ending=each.ending if each.ended else before.ending,
            latest=each.id,
        )
    return Past(standings, {each.id: each for each in played})


def met(*played: Attempt) -> dict[Place, datetime]:
    """When each scene was last answered in these attempts."""
    return {(each.scenario, made.scene): each.ended or each.began for each in played for made in each.decisions}
