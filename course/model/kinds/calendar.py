"""The exercise kind `calendar`: contacts placed on days."""

from __future__ import annotations

from course.model.choice import Seen
from course.model.conditions import ALWAYS, Branch, Condition, Fact, Told
from course.model.limits import NO_LIMITS, Limits
from course.model.messages import Contact
from course.model.record import Record


class Early(Record):
    """What a contact amounts to before a certain day."""

    before: int
    """The first day on which it is no longer too early."""
    breaks: tuple[str, ...] = ()
    """Ids of the rules that it breaks until then."""
    happens: Told = ""
    because: Told = ""


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
    happens: Told = ""
    """What happens on the day it comes."""
    because: Told = ""
    seen: tuple[Seen, ...] = ()
    when: Condition = ALWAYS
    """What has to be so for it to be offered, as the calendar is come to."""
    know: tuple[Fact, ...] = ()
    """What is learned by it, each a short fact."""
    either_way: bool = False
    """Whether it follows and breaks nothing because people differ here; the limits judge it all the same."""


class Earlier(Record):
    """What the limits of a calendar have to know of the contacts that the scenario made before it."""

    recent: tuple[int, ...] = ()
    """The days of the latest, as many as the limits can ask for, in order."""
    kinds: frozenset[str] = frozenset()
    """The kinds of contact that are due and have come, or whose time was over."""
    any: bool = False
    """Whether there was any at all."""
    today: bool = False
    """Whether there was one on the first day."""


NOTHING_EARLIER = Earlier()


class Calendar(Record):
    """Contacts are placed on days `first` to `days`; at most ROOM on one day."""

    days: int
    ways: tuple[Way, ...]
    limits: Limits = NO_LIMITS
    """The course's, which judge the whole."""
    next: tuple[Branch, ...] = ()
    first: int = 0
    """The day on which a play comes to it: the first that can be planned."""
    earlier: Earlier = NOTHING_EARLIER
    """What a play brings along; authors do not write it."""


ROOM = 2
"""Contacts that one day has room for."""
