"""Practise again: one scene after the other, each for one rule that was missed elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.types import CSSPathType

from course.engine.play import Phase
from course.faces.textual.blocks import Block, Text
from course.faces.textual.scenario import PlayPage
from course.faces.textual.text import plain
from course.visit.offers import Offer
from course.visit.session import Session
from course.words import sentences


class Practice(PlayPage):
    """One scene out of a scenario. Its result is `GO_ON`, or `LEAVE` when the learner has had enough."""

    CSS_PATH: ClassVar[CSSPathType | None] = "scenario/scenario.tcss"
    about = (
        "A rule that you missed in one story comes back in another, one scene at a time. It never touches your "
        "scores. Answer as always: press a number, then say how it will come across."
    )

    def __init__(self, session: Session, count: str) -> None:
        super().__init__(session)
        self._count = count

    def blocks(self) -> Iterable[Block]:
        head = self.session.play.scenario.head
        if self.session.play.phase is Phase.DECIDING:
            yield Text(plain(sentences.practice_intro(head)).stylize("$soft"))
        yield from super().blocks()

    @property
    def mark(self) -> str:
        return f"practise again, {self._count}"

    def action_forward(self) -> None:
        """Done with this one."""
        self.dismiss(Offer.GO_ON)
