"""What depends on what went before: conditions, the ways on, and texts that know their path."""

from __future__ import annotations

from course.model.messages import Medium
from course.model.record import Record


class Contacts(Record, cache_hash=True):
    """So many contacts at least, of those that are asked for."""

    least: int
    days: int | None = None
    """Counted in the last so many days, of which today is the first; None counts those of the whole scenario."""
    person: str = ""
    """Only those to this person; `""` for anybody."""
    medium: Medium | None = None
    """Only those by this medium; None for any."""
    kind: str = ""
    """Only those of this kind, such as `thanks`; `""` for any."""


class Condition(Record, cache_hash=True):
    """What has to be so; several things together mean all of them. One that asks for nothing always holds.

    It is asked of the path that stands now: what was taken back by going back is not on it. At an answer, that answer
    is part of it.
    """

    been: tuple[str, ...] = ()
    """Ids of scenes that the path has come through, each of them."""
    chose: tuple[str, ...] = ()
    """Options that were taken, each as its id, or as `scene/option` where several scenes have one of that id."""
    broke: tuple[str, ...] = ()
    """Ids of rules that were broken or missed, each of them."""
    followed: tuple[str, ...] = ()
    """Ids of rules that were followed or seen through, each of them."""
    contacts: Contacts | None = None
    opposite: Condition | None = None
    """What must not be so (`not:` in YAML)."""
    any: tuple[Condition, ...] = ()
    """At least one of these holds, where there are any."""


ALWAYS = Condition()
"""Asks for nothing."""


class Branch(Record):
    """One way on: to the scene `next`, if the condition holds."""

    next: str
    when: Condition = ALWAYS


class Passage(Record):
    """A piece of a text that is told only where its condition holds."""

    text: str
    when: Condition = ALWAYS
    otherwise: str = ""
    """What is told in its place where it does not hold (`else:` in YAML); `""` for nothing."""
    paragraph: bool = True
    """Whether it begins a new paragraph, where the text has paragraphs."""


class Fact(Passage):
    """A short fact that learners come to know, and may look up."""

    day: int | None = None
    """The day that it is about, counted from day 0; None where it is about no day in particular."""


Told = str | tuple[Passage, ...]
"""A text that learners read: the same on every path, or put together of passages. See `course.engine.telling`."""
