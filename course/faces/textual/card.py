"""The if-then card: one of those that the course has, or a sentence of the learner's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Option, Text, digit, option
from course.faces.textual.entry import Entry
from course.faces.textual.page import PICK, Page, key, numbers
from course.faces.textual.text import plain
from course.faces.textual.widgets.sheet import Sheet
from course.progress.takeaway.cards import LONGEST
from course.progress.takeaway.gather import Takeaway
from course.words import say

_OWN = "own"


class CardPage(Page[str | None]):
    """Asks which card; its result is the card, or None when it is left as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        PICK,
        *numbers("keys.take-card", "keys.take-card.tip"),
        key("w", "pick('w')", "keys.write-own", "keys.write-own.tip"),
        key("escape", "dismiss", "keys.leave", "keys.leave.tip-entry"),
    ]
    about = "card-page.about"

    def __init__(self, page: Takeaway) -> None:
        super().__init__(say("card-page.title"), aside=page.course.title)
        self._page = page

    def blocks(self) -> Iterable[Block]:
        yield Text(plain(say("card-page.about")).stylize("$soft"))
        for number, card in enumerate(self._page.cards, 1):
            yield option(digit(number), plain(card), value=card, after=1)
        yield option("w", plain(say("card-page.own")), value=_OWN)

    def in_view(self, option: Option, sheet: Sheet) -> bool:
        """To write one decides nothing yet."""
        return option.value == _OWN or super().in_view(option, sheet)

    def picked(self, value: object) -> None:
        """That card; or one to write, beginning with what stands on the page now."""
        if value != _OWN:
            self.dismiss(str(value))
            return
        entry = Entry(say("card-page.own"), "", say("card-page.hint"), self._page.chosen, LONGEST)
        self.app.push_screen(entry, self._written)

    def _written(self, line: str | None) -> None:
        if line is not None:
            self.dismiss(line)
