"""The plain blocks: text, labelled rows, headings, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.content import Content

from course.model.record import Record

_LEAST = 8
"""No text is wrapped narrower than this, however small the window."""
NOTHING = Content("")


class Block(Protocol):
    """Something that fills whole lines of a page."""

    def lines(self, width: int) -> list[Content]:
        """Its lines, none of them wider than `width` cells."""


class Text(Record):
    """A text, wrapped; with a `bar` of that style at its left, if one is given."""

    content: Content
    indent: int = 0
    bar: str = ""
    after: int = 1
    """Empty lines below it."""

    def lines(self, width: int) -> list[Content]:
        margin = Content.assemble(("▌ ", self.bar)) if self.bar else NOTHING
        margin = margin + Content(" " * self.indent)
        return [*(margin + line for line in wrap(self.content, width - margin.cell_length)), *[NOTHING] * self.after]


class Row(Record):
    """A text, and the label in front of its first line, which keeps its column to itself."""

    text: Content
    label: Content = NOTHING


class Rows(Record):
    """Labelled texts, one below the other."""

    rows: Sequence[Row]
    indent: int = 0
    after: int = 1

    def lines(self, width: int) -> list[Content]:
        margin = Content(" " * self.indent)
        return [*(margin + line for line in hang(self.rows, width - self.indent)), *[NOTHING] * self.after]


class Heading(Record):
    """Something at the left edge and something at the right, on one line while both fit."""

    left: Content
    right: Content = NOTHING
    after: int = 0

    def lines(self, width: int) -> list[Content]:
        gap = width - self.left.cell_length - self.right.cell_length
        if gap >= 2 or not self.right:
            return [*wrap(self.left + Content(" " * max(0, gap)) + self.right, width), *[NOTHING] * self.after]
        return [*wrap(self.left, width), *wrap(self.right, width), *[NOTHING] * self.after]


class Gap(Record):
    """Empty lines."""

    height: int = 1

    def lines(self, width: int) -> list[Content]:  # noqa: ARG002 (as wide as any)
        return [NOTHING] * self.height


def wrap(content: Content, width: int) -> list[Content]:
    """The content's lines at that width; at least one."""
    return content.wrap(max(_LEAST, width)) or [NOTHING]


def hang(rows: Sequence[Row], width: int, *, first: int = 0) -> list[Content]:
    """The lines of all rows; the very first one leaves `first` cells free at its end."""
    lines: list[Content] = []
    for number, row in enumerate(rows):
        indent = row.label.cell_length
        head, *rest = wrap(row.text, width - indent - (0 if number else first))
        lines.append(row.label + head)
        lines += [Content(" " * indent) + line for line in rest]
    return lines
