"""How choices are worded: what gives answers away, and what makes them hard to read.

The rules are those of item writing (Haladyna, Downing and Rodriguez 2002). Whatever a course could do by accident,
such as making the advised choice the longest, is held against what chance alone would do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from course.authoring.check.finding import MOST, Found
from course.authoring.check.wording import choices, patterns, scenes
from course.authoring.check.wording.tools.items import Items
from course.model import Course, Scenario

ENGLISH_ONLY = (
    *("absolute-words", "all-of-the-above", "negative-question", "verdict-words", "rule-words", "hard-to-read"),
    "untrue-on-a-path",
)
"""What looks for English words, or has been measured with English texts, and would only be wrong about others."""


def find(course: Course, scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """Everything about the words of a course that gives answers away or makes it hard to read."""
    items = Items(scenarios)
    checks = {
        "same-choices": choices.same(items),
        "one-do": patterns.one_do(items),
        "longest-advised": patterns.lengths(items),
        "place-advised": patterns.places(items),
        "absolute-words": patterns.absolutes(items),
        "all-of-the-above": choices.above(items),
        "negative-question": scenes.negatives(items),
        "telling-words": patterns.telling(items),
        "same-feedback": choices.feedback(items),
        "no-consequence": choices.without_consequence(items),
        "verdict-words": choices.verdicts(course, items),
        "rule-words": choices.echoes(course, items),
        "too-long": scenes.too_long(scenarios),
        "hard-to-read": scenes.hard(scenarios),
    }
    for code, found in checks.items():
        if code not in unchecked(course):
            yield from islice(found, MOST)


def unchecked(course: Course) -> tuple[str, ...]:
    """The codes that are not looked for in this course, since it is in another language than English."""
    return () if is_english(course) else ENGLISH_ONLY


def is_english(course: Course) -> bool:
    """Whether the course is in English, of any country."""
    return course.language.lower().split("-")[0] == "en"
