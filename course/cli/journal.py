"""The journal, for the commands that read or empty it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from course.cli.exit_status import CouldNotRun
from course.journal import SqliteJournal
from course.system import paths
from course.visit import keeping

_PATIENCE = 30.0
"""Seconds for which an old journal may be brought up to date."""


@contextmanager
def open_journal(learner: str) -> Iterator[SqliteJournal]:
    """The journal; what it has to tell goes to standard error. Raises CouldNotRun when it cannot be read."""
    journal = SqliteJournal(paths.journal_file(), learner)
    try:
        if not journal.wait(_PATIENCE).ready:
            raise CouldNotRun("The journal cannot be read just now.")
        yield journal
    finally:
        found = journal.close()
        for notice in [*map(keeping.notice, journal.take_notices()), keeping.lost(found)]:
            if notice:
                print(notice, file=sys.stderr)
