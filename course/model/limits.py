"""The limits of a course: how much contact is right, and when."""

from __future__ import annotations

from course.model.record import Record


class Limit(Record):
    """What it means to go past one of the course's limits."""

    breaks: tuple[str, ...]
    because: str = ""


class Limits(Record):
    """How much contact is right in the days after an interview. What is None is not judged."""

    most: int | None = None
    """Contacts in any `days` days."""
    days: int = 7
    thanks_by: int | None = None
    """The day until which a thank-you is in time."""
    too_many: Limit | None = None
    at_once: Limit | None = None
    """Two contacts on one day."""
    no_thanks: Limit | None = None
    nothing: Limit | None = None
    """No contact at all."""


NO_LIMITS = Limits()
"""Nothing is judged."""
