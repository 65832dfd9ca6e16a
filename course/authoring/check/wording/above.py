"""Choices that speak of other choices, such as "all of the above"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.authoring.check.finding import Found
from course.authoring.check.wording.tools.items import Items

_ABOVE = ("of the above", "of these", "of those", "of them")
_QUANTITY = "(?:all|none|any|both|either|neither|each|every one|two|three|some)"
# Of "the above" no scenario speaks, so it is found anywhere in a choice. "None of these" may well be said in a scenario
# ("Answer none of these calls"), so it counts only when the choice says nothing else.
_MEANT = re.compile(rf"\b{_QUANTITY} of the above\b|^{_QUANTITY} of (?:these|those|them)(?: choices| options)?$")


def find(items: Items) -> Iterator[Found]:
    """Choices that are all, or none, of the others."""
    said = items.sayings
    for number in sorted({number for phrase in _ABOVE for number in said.having(phrase)}):
        if _MEANT.search(" ".join(said.words(number))):
            item, which = items.choices[number]
            message = f'"{item.options[which].say}" is no act of its own; it only speaks of the other choices.'
            moved = " Choices are shuffled, so nothing stays above it." if item.shuffled else ""
            mend = "Write what the learner would do instead, or leave this choice out; three good choices are enough."
            yield Found("all-of-the-above", item.at(which), message + moved, mend)
