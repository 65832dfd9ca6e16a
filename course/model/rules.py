"""Rules, and the do/don't pairs that they belong to."""

from __future__ import annotations

from course.model.line import Side
from course.model.record import Record


class Rule(Record):
    """One teachable point: what to do, what not to do, and on which side of the line the don't falls."""

    id: str
    do: str
    dont: str
    side: Side
    pair: str = ""
    """The id of its pair, or `""` for a rule of the whole course."""


class Pair(Record):
    """One do/don't pair, such as Reconnecting / Badgering, with its rules."""

    id: str
    do: str
    dont: str
    about: str = ""
    intro: str = ""
    """Half a screen on what the pair is about, read before its first scenario."""
    card: str = ""
    """An if-then plan to take along, for whom this pair trips."""
    rules: tuple[Rule, ...] = ()
