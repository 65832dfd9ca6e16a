"""The journal: the append-only record of decisions. Everything shown about progress is computed from it."""

from course.journal.protocol import Journal
from course.journal.sqlite.journal import SqliteJournal

__all__ = ["Journal", "SqliteJournal"]
