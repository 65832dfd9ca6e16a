"""The scenario exactly as a learner in a small terminal sees it: the learner's own screen, in a frame of that size."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from course.engine.play import Phase
from course.engine.states.position import ahead
from course.faces.textual.page import key
from course.faces.textual.scenario import PlayPage
from course.visit.offers import Offer
from course.visit.positions import position
from course.words.positions import words

COLUMNS, ROWS = 60, 20


class SmallRoom(PlayPage):
    """Plays on where the preview stands. Everything in the frame is drawn by what it inherits."""

    CSS_PATH = ["../scenario/scenario.tcss", "small.tcss"]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-roomy")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [key("v", "dismiss", "", "Back to the preview", shown=False)]

    def look_at_offers(self) -> Collection[Offer]:
        return self.session.offers | {Offer.LEAVE}

    def compose(self) -> ComposeResult:
        with Vertical(id="room") as room:
            room.border_title = f"{COLUMNS} columns, {ROWS} rows"
            room.border_subtitle = "v: back to the preview"
            yield from super().compose()

    @property
    def tall(self) -> bool:
        return False

    @property
    def position(self) -> str:
        play = self.session.play
        at = None if play.phase is Phase.ENDED else position(play, ahead(play.scenario))
        return words(at) if at else ""

    @property
    def mark(self) -> str:
        return ""

    def follow(self, notice: str) -> None:
        """Show the scenario as it is now, after it was edited."""
        self._show(notice)
