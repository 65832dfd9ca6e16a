"""How choices are worded: what gives answers away, and what makes them hard to read.

The rules are those of item writing (Haladyna, Downing and Rodriguez 2002). Whatever a course could do by accident,
such as making the advised choice the longest, is held against what chance alone would do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from course.authoring.check.finding import Found
from course.authoring.check.wording import choices, patterns, scenes
from course.authoring.check.wording.tools.items import Items
from course.model import Course, Scenario

_MOST = 1_000
"""Findings of one check; nobody reads more of them."""


def find(course: Course, scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """Everything about the words of a course that gives answers away or makes it hard to read."""
    items = Items(scenarios)
    for found in (
        choices.same(items),
        patterns.lengths(items),
        patterns.places(items),
        patterns.absolutes(items),
        choices.above(items),
        scenes.negatives(items),
        patterns.telling(items),
        choices.feedback(items),
        choices.without_consequence(items),
        choices.verdicts(course, items),
        choices.echoes(course, items),
        scenes.too_long(scenarios),
        scenes.hard(scenarios),
    ):
        yield from islice(found, _MOST)
