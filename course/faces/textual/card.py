"""The if-then card: one of those that the course has, or a sentence of the learner's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Option, Row, Text, digit
from course.faces.textual.entry import Entry
from course.faces.textual.page import PICK, Page, key, numbers
from course.faces.textual.text import plain
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
    only_open = (_OWN,)

    def __init__(self, page: Takeaway) -> None:
        super().__init__(say("card-page.title"), aside=page.course.title)
        self._page = page

    def blocks(self) -> Iterable[Block]:
        yield Text(plain(say("card-page.about")).stylize("$soft"))
        page, now = self._page, plain(say("card-page.now")).stylize("$soft")
        for number, card in enumerate(page.cards, 1):
            rows = [Row(plain(card)), *([Row(now)] if card == page.card else [])]
            yield Option(digit(number), rows, card, after=1)
        rows = [Row(plain(say("card-page.own")))]
        if page.card not in ("", *page.cards):
            rows += [Row(plain(page.card).stylize("bold")), Row(now)]
        yield Option("w", rows, _OWN)

    def picked(self, value: object) -> None:
        """That card; or one to write, beginning with what stands on the page now."""
        if value != _OWN:
            if self._page.own_card:
                self.ask("card-page.replace", partial(self.dismiss, str(value)))
            else:
                self.dismiss(str(value))
            return
        entry = Entry(say("card-page.own"), "", say("card-page.hint"), self._page.chosen, LONGEST)
        self.app.push_screen(entry, self._written)

    def _written(self, line: str | None) -> None:
        if line is not None:
            self.dismiss(line)
