"""Quotes, tabs, lost text, lines that do not line up: what the reader knows how to mend by itself."""

from __future__ import annotations

from course.authoring.fixing.page import Page
from course.reading.fields import Table
from course.reading.stories import corrected

_ROUNDS = 5
"""One mend may uncover another."""


def mended(page: Page, table: Table) -> Page:
    """The page as the reader reads it in the end, where that is sure to say the same; else the page as it is."""
    now = page.shown()
    for _ in range(_ROUNDS):
        text, values = corrected(now.text, table)
        lines = text.removesuffix("\n").split("\n")
        if len(lines) != len(now.lines):
            return now
        old = now.text.removesuffix("\n").split("\n")
        changed = {number: new for number, (was, new) in enumerate(zip(old, lines, strict=True), 1) if was != new}
        if not changed:
            return now
        after = now.with_lines(changed)
        if corrected(after.text, table)[1] != values:
            return now  # it would be read in another way than it is now
        now = after
    return now
