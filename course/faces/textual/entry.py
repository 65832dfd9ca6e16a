"""One line to type. Its result is the line, or None when the learner would rather not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.getters import query_one
from textual.widget import Widget

from course.faces.textual.blocks import Block, Text
from course.faces.textual.page import Page, key
from course.faces.textual.text import plain
from course.faces.textual.widgets.line_input import LineInput
from course.faces.textual.widgets.sheet import Sheet


class Entry(Page[str | None], inherit_bindings=False):
    """Asks for one line."""

    AUTO_FOCUS = "LineInput"
    CSS_PATH = "entry.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "keep", "keep it", "Keep what is typed"),
        key("escape", "dismiss", "leave", "Leave it as it was"),
    ]

    input = query_one(LineInput)

    def __init__(self, title: str, context: str, hint: str, line: str = "", most: int = 500) -> None:
        """`context` stands above the line, `hint` below it."""
        super().__init__(title)
        self._above = context
        self._hint = hint
        self._line = line
        self._most = most

    def body(self) -> Iterable[Widget]:
        yield from super().body()
        yield LineInput(self._line, most=self._most)
        yield Sheet([Text(plain(self._hint).stylize("$soft"))], id="hint")

    def blocks(self) -> Iterable[Block]:
        if self._above:
            yield Text(plain(self._above).stylize("italic"), bar="$faint")

    def action_keep(self) -> None:
        """Done."""
        self.dismiss(self.input.line)
