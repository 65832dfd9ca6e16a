"""The blocks: text, labeled rows, headings, gaps, and options to pick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.content import Content

from course.faces.textual.text import closed_rows
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
    """Labeled texts, one below the other."""

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

    def lines(self, width: int) -> list[Content]:
        gap = width - self.left.cell_length - self.right.cell_length
        if gap >= 2 or not self.right:
            return wrap(self.left + Content(" " * max(0, gap)) + self.right, width)
        return [*wrap(self.left, width), *wrap(self.right, width)]


class Gap(Record):
    """An empty line."""

    def lines(self, width: int) -> list[Content]:  # noqa: ARG002 (as wide as any)
        return [NOTHING]


class Edge(Record):
    """Nothing to see: what stands between two of these is in hand, and is kept in view together."""

    def lines(self, width: int) -> list[Content]:  # noqa: ARG002 (none at any width)
        return []


class Asks(Record):
    """Nothing to see: from here on it is asked what the options below answer. Of several, the later ones ask more
    closely."""

    last: bool = False
    """Whether the last paragraph of it will do where there is no room for all."""

    def lines(self, width: int) -> list[Content]:  # noqa: ARG002 (none at any width)
        return []


WIDE = 106
"""Cells from which on a sheet is wider than its column: a window of 110 columns without its margins."""


class Wide(Record):
    """A block that has all of a wide sheet to itself, and not only the column in its middle."""

    block: Block

    def lines(self, width: int) -> list[Content]:
        return self.block.lines(width)


class Option(Record):
    """One thing to pick. The one pointed at carries a pointer, so color never says it alone."""

    key: str
    """Shown in front: the key that picks it, or `""`."""
    rows: Sequence[Row]
    value: object
    """What the page hears when it is picked."""
    aside: Content = NOTHING
    """Shown at the right end of the first line."""
    after: int = 0
    indent: int = 0
    airy: bool = False
    """Whether one more empty line goes below it, where all of the page is in view even so."""

    def lines(self, width: int) -> list[Content]:
        return self.drawn(width)

    def drawn(self, width: int, *, pointed: bool = False, hovered: bool = False) -> list[Content]:
        """Its lines, as they look when the pointer or the mouse is on it."""
        pointer = ("▸" if pointed else " ") + " " * (1 + self.indent)
        label = Content.assemble((pointer, "$right"), (self.key, "bold"))
        if self.key:
            label = label + Content("  ")
        room = width - label.cell_length
        head, *rest = hang(self.rows, room, first=self.aside.cell_length + 2 if self.aside else 0)
        gap = max(0, room - head.cell_length - self.aside.cell_length)
        lines = [label + head + Content(" " * gap) + self.aside]
        lines += [Content(" " * label.cell_length) + line for line in rest]
        if pointed or hovered:
            lines = [
                line.pad_right(max(0, width - line.cell_length)).stylize_before("bold on $surface") for line in lines
            ]
        return [*lines, *[NOTHING] * self.after]


def digit(number: int) -> str:
    """The key in front of the option of that number. The tenth has the 0, as on the keyboard; from eleven on there is
    none to press: an empty cell, which the pointer reaches."""
    return str(number % 10) if number <= 10 else " "


def option(
    key: str,
    text: Content,
    value: object,
    *,
    aside: Content = NOTHING,
    after: int = 0,
    indent: int = 0,
    airy: bool = False,
) -> Option:
    """An option of a single text."""
    return Option(key, [Row(text)], value, aside, after, indent, airy)


def wrap(content: Content, width: int) -> list[Content]:
    """The content's lines at that width; at least one."""
    return closed_rows(content.wrap(max(_LEAST, width))) or [NOTHING]


def hang(rows: Sequence[Row], width: int, *, first: int = 0) -> list[Content]:
    """The lines of all rows; the very first one leaves `first` cells free at its end."""
    lines: list[Content] = []
    for number, row in enumerate(rows):
        indent = row.label.cell_length
        head, *rest = wrap(row.text, width - indent - (0 if number else first))
        lines.append(row.label + head)
        lines += [Content(" " * indent) + line for line in rest]
    return lines
