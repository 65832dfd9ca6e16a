"""An option: something to pick, by key, by pointer and Enter, or by mouse."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from course.faces.textual.blocks.base import NOTHING, Row, hang
from course.model.record import Record


class Option(Record):
    """One thing to pick. The one pointed at carries a pointer, so colour never says it alone."""

    key: str
    """Shown in front: the key that picks it, or `""`."""
    rows: Sequence[Row]
    value: object
    """What the page hears when it is picked."""
    aside: Content = NOTHING
    """Shown at the right end of the first line."""
    after: int = 0

    def lines(self, width: int) -> list[Content]:
        return self.drawn(width)

    def drawn(self, width: int, *, pointed: bool = False, hovered: bool = False) -> list[Content]:
        """Its lines, as they look when the pointer or the mouse is on it."""
        label = Content.assemble(("▸ " if pointed else "  ", "$assertive"), (self.key, "bold"))
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


def option(key: str, text: Content, value: object, *, aside: Content = NOTHING, after: int = 0) -> Option:
    """An option of a single text."""
    return Option(key, [Row(text)], value, aside, after)
