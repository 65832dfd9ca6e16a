"""The exercise kind `calendar`: contacts placed on days."""

from __future__ import annotations

from course.model import NO_LIMITS, Branch, Contact, Exercise, Limits, Seen
from course.model.record import Record


class Early(Record):
    """What a contact amounts to before a certain day."""

    before: int
    """The first day on which it is no longer too early."""
    breaks: tuple[str, ...] = ()
    """Ids of the rules that it breaks until then."""
    happens: str = ""
    because: str = ""


class Way(Record):
    """One way of getting in touch; it may be placed on any day, and more than once."""

    id: str
    say: str
    """What it is, in a few words."""
    contact: Contact | None = None
    """What goes into the contact log; `say` where the author gave nothing else."""
    kind: str = ""
    """What it is for, such as `thanks`, or `""`; limits refer to it."""
    early: Early | None = None
    """What it amounts to before its time; None when there is no too early."""
    follows: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    happens: str = ""
    """What happens on the day it comes."""
    because: str = ""
    seen: tuple[Seen, ...] = ()


class Calendar(Exercise):
    """Contacts are placed on days 0 to `days`; at most ROOM on one day."""

    days: int
    ways: tuple[Way, ...]
    limits: Limits = NO_LIMITS
    """The course's, which judge the whole."""
    next: tuple[Branch, ...] = ()


ROOM = 2
"""Contacts that one day has room for."""
