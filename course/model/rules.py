"""Rules, and the do/don't pairs that they belong to."""

from __future__ import annotations

from course.model.record import Record
from course.model.sides import Side


class Rule(Record):
    """One teachable point: what to do, what not to do, and on which side of the line the don't falls."""

    id: str
    do: str
    """What to do, in one sentence."""
    dont: str
    """What not to do, in one sentence."""
    side: Side
    """Where the don't falls; never on the assertive side."""
    pair: str = ""
    """The id of its pair, or `""` for a rule of the whole course."""


class Pair(Record):
    """One do/don't pair, such as Reconnecting / Badgering, with its rules."""

    id: str
    do: str
    """The name of its do side."""
    dont: str
    """The name of its don't side."""
    about: str = ""
    """One or two sentences on it."""
    intro: str = ""
    """Half a screen on what the pair is about, read before its first scenario."""
    card: str = ""
    """An if-then plan to take along, for whom this pair trips."""
    rules: tuple[Rule, ...] = ()
