"""Choices of one scene that a learner can hardly tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from course.authoring.check.finding import Found
from course.authoring.check.wording.tools.items import Item, Items
from course.model import Choice

_NEAR = 0.8
"""Four words of five are the same and in the same order: in a usual choice of twelve words, two are exchanged."""


def find(items: Items) -> Iterator[Found]:
    """Choices that say the same as another, whatever follows; or nearly the same, while the same follows."""
    letters = items.sayings.letters()
    for item in items.all:
        here = letters[item.first : item.first + len(item.options)]
        distinct = len(set(here)) == len(here)
        for (one, choice), (two, other) in combinations(enumerate(item.options), 2):
            if not distinct and here[one] == here[two]:
                yield _found(item, one, two, "say the same")
            elif choice.breaks == other.breaks and _same_way_on(choice, other) and _near(items, item.first, one, two):
                yield _found(item, one, two, "say nearly the same, and nothing hangs on which is taken")


def _same_way_on(choice: Choice, other: Choice) -> bool:
    # One word can be decisive, "not" or a name, and no program knows which. What the author lets follow tells it.
    return choice.follows == other.follows and choice.next == other.next


def _near(items: Items, first: int, one: int, two: int) -> bool:
    words = items.sayings.words
    match = SequenceMatcher(None, words(first + one), words(first + two), autojunk=False)
    return match.quick_ratio() >= _NEAR and match.ratio() >= _NEAR


def _found(item: Item, one: int, two: int, how: str) -> Found:
    message = f'"{item.options[one].say}" and "{item.options[two].say}" {how}.'
    mend = "Let each choice be another thing to do, or leave one of them out."
    return Found("same-choices", item.at(two), message, mend, also=(item.at(one),))
