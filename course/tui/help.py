"""Help: what the page below is for, and every key that works there now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import ActiveBinding, Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from course.tui.page import Page, Spread
from course.tui.text import assemble, plain, prose
from course.tui.widgets.keys import grouped


class Help(Page[None]):
    """Explains one page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,enter", "dismiss", "close", tooltip="Back to where you were")
    ]

    def __init__(self, page: Page[Any]) -> None:
        super().__init__()
        self._about = page.about
        self._keys = [each for each in page.active_bindings.values() if each.node is page and each.tooltip]

    def masthead(self) -> Iterable[Widget]:
        yield Spread(plain("Help").stylize("bold"))

    def body(self) -> Iterable[Widget]:
        yield Static(prose(self._about), classes="prose")
        yield Static(_table(self._keys), classes="prose")
        yield Static(
            "Arrows or j and k move the pointer; Enter picks; the mouse does both. "
            "Everything you decide is kept the moment you send it, so you may close the window at any time.",
            classes="soft",
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return False if action == "help" else super().check_action(action, parameters)


def _table(bindings: list[ActiveBinding]) -> Content:
    rows = [
        assemble((f"{keys:<10}", "bold"), plain(tooltip or description))
        for keys, description, _, tooltip in grouped(bindings)
    ]
    return Content("\n").join(rows)
