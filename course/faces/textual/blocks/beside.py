"""Two blocks side by side where there is room; else one below the other."""

from __future__ import annotations

from itertools import zip_longest

from textual.content import Content

from course.faces.textual.blocks.base import NOTHING, WIDE, Block
from course.model.record import Record

_BETWEEN = 4
_INDENT = 5
"""Cells by which they stand in below what they belong to, in a column."""


class BesideBlock(Record):
    """Two blocks, each with its title."""

    title: Content
    one: Block
    other_title: Content
    other: Block

    def lines(self, width: int) -> list[Content]:
        if width < WIDE:
            margin, room = Content(" " * _INDENT), width - _INDENT
            above = [self.title, *_without_air(self.one.lines(room))]
            below = [self.other_title, *_without_air(self.other.lines(room))]
            return [*(margin + line for line in (*above, NOTHING, *below)), NOTHING]
        room = (width - _BETWEEN) // 2
        one = [self.title, *_without_air(self.one.lines(room))]
        other = [self.other_title, *_without_air(self.other.lines(room))]
        between = Content(" " * _BETWEEN)
        both = zip_longest(one, other, fillvalue=NOTHING)
        return [*(left.pad_right(max(0, room - left.cell_length)) + between + right for left, right in both), NOTHING]


def _without_air(lines: list[Content]) -> list[Content]:
    """The lines without the empty ones at their end."""
    while lines and not lines[-1].plain.strip():
        lines = lines[:-1]
    return lines
