"""One line to type. Its result is the line, or None when the learner would rather not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

from course.faces.textual.blocks import Block, Text
from course.faces.textual.page import Page
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.spread import Spread
from course.text.clean import clean


class Entry(Page[str | None], inherit_bindings=False):
    """Asks for one line; whatever is typed or pasted is cleaned on the way in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "keep it", tooltip="Keep what is typed"),
        Binding("backspace", "rub_out", "", show=False),
        Binding("escape", "close", "leave", tooltip="Leave it as it was"),
    ]

    def __init__(self, title: str, context: str, hint: str, line: str = "", most: int = 500) -> None:
        """`context` stands above the line, `hint` below it."""
        super().__init__()
        self._title = title
        self._above = context
        self._hint = hint
        self._line = line
        self._most = most

    def masthead(self) -> Iterable[Widget]:
        yield Spread(plain(self._title).stylize("bold"))

    def blocks(self) -> Iterable[Block]:
        if self._above:
            yield Text(plain(self._above).stylize("italic"), bar="$faint")
        yield Text(assemble(self._line, ("▏", "$assertive")))
        yield Text(plain(self._hint).stylize("$soft"))

    def on_key(self, event: events.Key) -> None:
        """Take what is typed."""
        if event.is_printable and event.character:
            event.stop()
            self._add(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted, as one line."""
        event.stop()
        self._add(" ".join(clean(event.text).split()))

    def action_rub_out(self) -> None:
        """Take the last character back."""
        self._line = self._line[:-1]
        self.redraw()

    def action_keep(self) -> None:
        """Done."""
        self.dismiss(" ".join(self._line.split()))

    def action_close(self) -> None:
        """Leave it as it was."""
        self.dismiss(None)

    def _add(self, typed: str) -> None:
        self._line = clean(self._line + typed)[: self._most]
        self.redraw()
