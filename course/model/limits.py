"""How much contact is right, as a course says; calendars are judged by it."""

from __future__ import annotations

from course.model.record import Record


class Limit(Record):
    """What it means to go past one of the course's limits."""

    breaks: tuple[str, ...]
    """Ids of the rules that it breaks."""
    because: str = ""
    """One sentence of why."""


class Due(Record):
    """A kind of contact of which the first has to come in time."""

    kind: str
    """As ways of a calendar give it, such as `thanks`."""
    by: int
    """The last day on which it is in time."""
    limit: Limit
    """What it means when none has come by then."""
    say: str = ""
    """What to call that, or `""`."""


class Limits(Record):
    """How much contact is right in the days of a calendar. What is None is not judged."""

    most: int | None = None
    """Contacts in any `days` days."""
    days: int = 7
    too_many: Limit | None = None
    """More contacts than that."""
    same_day: Limit | None = None
    """Two contacts on one day."""
    no_contact: Limit | None = None
    """No contact at all."""
    due: tuple[Due, ...] = ()
    """Each of another kind."""


NO_LIMITS = Limits()
"""Nothing is judged."""
