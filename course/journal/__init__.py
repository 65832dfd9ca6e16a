"""The journal: the append-only record of decisions. Everything shown about progress is computed from it."""

from course.journal.records import Attempt, NotSaved, OpenAttempt, Overtaken
from course.journal.store import NOWHERE, Journal

__all__ = ["NOWHERE", "Attempt", "Journal", "NotSaved", "OpenAttempt", "Overtaken"]
