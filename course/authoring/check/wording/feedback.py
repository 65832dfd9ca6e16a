"""Feedback that is used again. Said twice, it cannot be about either choice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from course.authoring.check.finding import Address, Found
from course.authoring.check.wording.tools.items import Items
from course.model import Choice

_SHORT = 5
"""A consequence of fewer words, such as "No answer comes.", may honestly come again; a reason may not."""


def find(items: Items) -> Iterator[Found]:
    """Reasons and consequences that are used more than once."""
    yield from _again(items, "because", lambda choice: choice.because, 1)
    yield from _again(items, "happens", lambda choice: choice.happens, _SHORT)


def _again(items: Items, field: str, read: Callable[[Choice], str], least: int) -> Iterator[Found]:
    texts = [text for item in items.all for choice in item.options if (text := read(choice))]
    if len(set(texts)) == len(texts):
        return  # as in most courses, and far quicker than to remember where each text stands
    uses = Counter(texts)
    places: dict[str, list[Address]] = defaultdict(list)
    for item in items.all:
        for which, choice in enumerate(item.options):
            if uses[read(choice)] > 1:
                places[read(choice)].append(item.at(which, field))
    for text, (first, *others) in places.items():
        if len(text.split()) >= least:
            times = "twice" if len(others) == 1 else f"{len(others) + 1} times"
            message = f"This {field}: is used {times}, so it tells a learner nothing about this choice in particular."
            mend = "Write for each choice what it leads to, and why, in its own words."
            yield Found("same-feedback", first, message, mend, also=tuple(others[:3]))
