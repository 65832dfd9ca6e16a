"""A page with a margin, like an open book: the column at the left and, in a window that has room for it, what is known
at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.types import CSSPathType

from course.engine.known import all_known
from course.engine.play import Play
from course.engine.week import Day, week
from course.faces.textual.kinds.on_screen import Space
from course.faces.textual.page import Page
from course.faces.textual.scenario.margin import Margin
from course.faces.textual.widgets.sheet import MARGIN, MEASURE, Sheet
from course.visit.offers import Offer

_WIDTH = 114
"""Columns that column and margin take together; the styles have them apart."""
_HEAD = 7
"""Rows of a window that the column has not for itself."""


class SpreadPage(Page[Offer]):
    """The margin is there for as long as anything is known."""

    CSS_PATH: ClassVar[CSSPathType | None] = "scenario.tcss"

    sheet = query_one("#story Sheet", Sheet)
    margin = query_one(Margin)

    def column(self) -> ComposeResult:
        with Horizontal(id="spread"):
            with Vertical(id="story"):
                yield from super().column()
            yield Margin()

    def left(self, width: int) -> int:
        if not (self.is_mounted and self.margin.display):
            return super().left(width)
        return MARGIN + max(0, width - _WIDTH) // 2

    @property
    def space(self) -> Space:
        """How much of the column is in view at once."""
        width, height = self.sheet.size if self.is_mounted else (0, 0)
        return Space(width, height) if width and height else Space(MEASURE, self.app.size.height - _HEAD)

    def fill_margin(self, play: Play) -> Sequence[Day]:
        """Tell what is known where the play stands; gives the week."""
        days, known = week(play), all_known(play)
        self.margin.show(play.scenario.head, days, known)
        self.set_class(not (days or known or play.flipped), "-alone")
        return days
