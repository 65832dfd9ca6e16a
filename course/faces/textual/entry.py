"""One line to type, and what it is typed for: a learner's word on the judgment of one answer, kept for the author."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.getters import query_one
from textual.widget import Widget

from course.engine.decision import Decision
from course.faces.textual.blocks import Block, Text
from course.faces.textual.page import Page, key
from course.faces.textual.text import plain
from course.faces.textual.widgets.line_input import LineInput
from course.faces.textual.widgets.sheet import Sheet
from course.journal.records import LONGEST_WHY
from course.text.width import cells
from course.visit.session import Session
from course.words import say, sentences

_FOOT = 2
"""Rows that stay free for the field and the keys."""


class Entry(Page[str | None], inherit_bindings=False):
    """Asks for one line. Its result is the line, or None when the learner would rather not."""

    AUTO_FOCUS = "LineInput"
    CSS_PATH = "entry.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "keep", "keys.keep", "keys.keep.tip"),
        key("escape", "dismiss", "keys.leave", "keys.leave.tip-entry"),
    ]

    input = query_one(LineInput)

    def __init__(
        self, title: str, context: str, hint: str, line: str = "", most: int = 500, *, unseen: bool = False
    ) -> None:
        """`context` stands above the line, whole wherever there is room for it, `hint` below it; what is typed can be
        `unseen`, and then keeps the lines in which it is pasted."""
        super().__init__(title)
        self._above = context
        self._hint = hint
        self._line = line
        self._most = most
        self._masked = unseen

    def body(self) -> Iterable[Widget]:
        yield from super().body()
        yield Sheet(id="typed")
        line = LineInput(self._line, most=self._most)
        line.password = line.keeps_lines = self._masked
        yield line
        yield Sheet([Text(plain(self._hint).stylize("$soft"))], id="hint")

    def blocks(self) -> Iterable[Block]:
        if self._above:
            yield Text(plain(self._above).stylize("italic"), bar="$faint")

    @property
    def begun(self) -> bool:
        """Whether something has been typed that would be gone with the page."""
        return self.is_mounted and self.input.value != self._line

    @on(LineInput.Changed)
    def _show_all(self) -> None:
        """Where the field has no room for all of the line, show that above it, in the rows that all else leaves: of
        what has no room even there, the beginning goes. Where there is no room for the hint, that goes, and the field
        stays."""
        if not self.is_mounted or self._masked:
            return
        if self._above:
            self.sheet.styles.max_height = self.size.height - self.sheet.region.y - _FOOT
        typed = self.query_one("#typed", Sheet)
        overflows = cells(self.input.value) >= self.input.content_size.width > 0
        if not typed.blocks and not overflows:
            return
        typed.show([Text(plain(self.input.line))] if overflows else [], top=10_000)
        rest = (each for each in self.children if each is not typed and each.display and each.id != "too-small")
        taken = sum(self._rows_of(each) for each in rest)
        typed.styles.max_height = max(0, self.size.height - taken)
        typed.refresh(layout=True)

    def _rows_of(self, widget: Widget) -> int:
        """How many rows it needs to be whole, with what is free around it."""
        around = widget.gutter.height + widget.styles.margin.height
        if isinstance(widget, Sheet):
            return around + widget.get_content_height(self.size, self.size, widget.content_size.width)
        return around + widget.content_size.height

    def on_resize(self) -> None:
        super().on_resize()
        self.call_after_refresh(self._show_all)

    def action_keep(self) -> None:
        """Close with the line that was typed."""
        self.dismiss(self.input.line)


def differ(page: Page[Any], session: Session, decision: Decision) -> None:
    """I see this differently: ask why, and keep it. Nobody is asked for what would not be kept."""
    if session.rehearsed:
        page.tell(say("session.rehearsed"))
        return

    def keep(why: str | None) -> None:
        if why is not None:
            page.tell(session.differ(decision, why) or say("differ.noted"))

    said, before = sentences.said(session.play.course, decision), session.noted(decision)
    hint = say("differ.why") if before is None else f"{say('differ.again')} {say('differ.why')}"
    page.app.push_screen(Entry(say("differ.title"), said, hint, before or "", most=LONGEST_WHY), keep)
