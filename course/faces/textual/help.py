"""Help: what the page below is for, and every key that works there now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Row, Rows, Text
from course.faces.textual.page import Page, key
from course.faces.textual.text import assemble, plain, prose
from course.faces.textual.widgets.keys import grouped

_ALWAYS = (
    "Arrows or j and k move the pointer; Enter picks; the mouse does both. "
    "Everything you decide is kept the moment you send it, so you may close the window at any time."
)


class Help(Page[None]):
    """Explains one page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,question_mark,enter", "dismiss", "close", "Back to where you were")
    ]

    def __init__(self, page: Page[Any]) -> None:
        super().__init__("Help")
        self._about = page.about
        self._keys = grouped(each for each in page.active_bindings.values() if each.node is page and each.tooltip)

    def blocks(self) -> Iterable[Block]:
        yield Text(prose(self._about))
        yield Rows([Row(plain(tooltip), assemble((f"{keys:<10}", "bold"))) for keys, _, _, tooltip in self._keys])
        yield Text(plain(_ALWAYS).stylize("$soft"))
