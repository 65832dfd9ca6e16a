"""How choices are worded: what gives answers away, and what makes them hard to read.

The rules are those of item writing (Haladyna, Downing and Rodriguez 2002). Whatever a course could do by accident,
such as making the advised choice the longest, is held against what chance alone would do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from course.authoring.check.finding import Found
from course.authoring.check.wording import (
    above,
    absolutes,
    consequences,
    echoes,
    feedback,
    hard,
    lengths,
    negatives,
    places,
    same,
    screen_rows,
    telling,
    verdicts,
)
from course.authoring.check.wording.tools.items import Items
from course.model import Course, Scenario

__all__ = ["find"]

_MOST = 1_000
"""Findings of one check; nobody reads more of them."""


def find(course: Course, scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """Everything about the words of a course that gives answers away or makes it hard to read."""
    items = Items(scenarios)
    for check in (same, lengths, places, absolutes, above, negatives, telling, feedback, consequences):
        yield from islice(check.find(items), _MOST)
    for judged in (verdicts, echoes):
        yield from islice(judged.find(course, items), _MOST)
    for seen in (screen_rows, hard):
        yield from islice(seen.find(scenarios), _MOST)
