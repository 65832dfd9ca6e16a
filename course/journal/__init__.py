"""The journal: the append-only record of decisions. Everything shown about progress is computed from it."""

from course.journal.records import Attempt, Dispute, NotSaved, OpenAttempt, Overtaken, Practised
from course.journal.sqlite import NOWHERE, Journal

__all__ = ["NOWHERE", "Attempt", "Dispute", "Journal", "NotSaved", "OpenAttempt", "Overtaken", "Practised"]
