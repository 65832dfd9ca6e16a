"""What to do and what not to do, with the line between them."""

from __future__ import annotations

from itertools import zip_longest

from textual.content import Content

from course.faces.textual.blocks.base import NOTHING, wrap
from course.model.record import Record

_SIDE_BY_SIDE = 52
"""Narrower than this, the don't stands below the do."""
_AIR = Content("  ")
_LINE = Content.assemble((" │ ", "$right"))


class Across(Record):
    """Two texts on either side of the line."""

    do: Content
    dont: Content

    def lines(self, width: int) -> list[Content]:
        if width < _SIDE_BY_SIDE:
            return [*_hung(self.do, width), *(_AIR + line for line in _hung(self.dont, width - 2))]
        half = (width - 3) // 2
        both = zip_longest(_hung(self.do, half), _hung(self.dont, half), fillvalue=NOTHING)
        return [do.pad_right(max(0, half - do.cell_length)) + _LINE + dont for do, dont in both]


def _hung(text: Content, width: int) -> list[Content]:
    """Its lines; those below the first stand in, so that one sees where the next text begins."""
    first, *others = wrap(text, width - 2) or [NOTHING]
    return [first, *(_AIR + line for line in others)]
