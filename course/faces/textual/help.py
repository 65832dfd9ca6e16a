"""Help: what the page below is for, every key that works there now, and every mark that stands on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Row, Rows, Text
from course.faces.textual.marks import marks
from course.faces.textual.page import Page, key
from course.faces.textual.text import column, plain, prose, worded
from course.faces.textual.widgets.keys import grouped
from course.words import say


class Help(Page[None]):
    """Explains one page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,question_mark,enter", "dismiss", "keys.close", "keys.close.tip-help")
    ]

    def __init__(self, page: Page[Any]) -> None:
        super().__init__(say("help.title"))
        self._about = worded(page.about)
        self._assured = page.assured
        self.marks = [*marks(page)]
        own = (each for each in page.active_bindings.values() if each.node is page and each.tooltip)
        self.told_of = [(keys, page.tip(tip)) for keys, _, _, tip in grouped(own, told=True)]
        """The keys that work on that page, and the ids of what they do there."""

    def blocks(self) -> Iterable[Block]:
        yield Text(prose(self._about))
        names = [*(keys for keys, _ in self.told_of), *(mark for mark, _ in self.marks)]
        yield Rows([Row(plain(worded(tip)), column(keys, names, "bold")) for keys, tip in self.told_of])
        if self.marks:
            yield Text(plain(say("help.marks")).stylize("bold"), after=0)
            yield Rows([Row(plain(means), column(mark, names, "bold")) for mark, means in self.marks])
        yield from (Text(plain(say(each)).stylize("$soft")) for each in self._assured)
