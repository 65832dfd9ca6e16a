"""The journal, for the commands that read or empty it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from course.journal import Journal
from course.system import paths


@contextmanager
def open_journal() -> Iterator[Journal]:
    """The journal; what it has to tell goes to standard error."""
    journal = Journal.open(paths.journal_file())
    try:
        yield journal
    finally:
        journal.close()
        for notice in journal.notices:
            print(notice, file=sys.stderr)
