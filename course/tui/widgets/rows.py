"""Rows: text with a label before it, wrapped so that the label keeps its column to itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

_LEAST = 8
NO_LABEL = Content("")


@dataclass(frozen=True, slots=True)
class Row:
    """A text, and the label in front of its first line."""

    text: Content
    label: Content = NO_LABEL


def wrap(rows: Sequence[Row], width: int, *, first: int = 0) -> list[Content]:
    """The lines of all rows at that width; the very first line leaves `first` cells free at its end."""
    lines: list[Content] = []
    for number, row in enumerate(rows):
        indent = row.label.cell_length
        room = max(_LEAST, width - indent - (0 if number else first))
        wrapped = row.text.wrap(room) or [Content("")]
        lines.append(row.label + wrapped[0])
        lines += [Content(" " * indent) + line for line in wrapped[1:]]
    return lines


class Rows(Widget):
    """Rows, one below the other."""

    DEFAULT_CSS = "Rows { height: auto; width: 1fr; }"

    def __init__(self, *rows: Row, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._rows = rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(wrap(self._rows, width))

    def render(self) -> Content:
        return Content("\n").join(wrap(self._rows, self.size.width))
