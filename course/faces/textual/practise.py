"""Practise again: one scene after the other, each for one rule that was missed elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.types import CSSPathType

from course.engine.play import Phase
from course.faces.textual.blocks import Block, Text
from course.faces.textual.page import PICK
from course.faces.textual.scenario import ScenarioScreen
from course.faces.textual.text import plain
from course.visit.session import Session
from course.words import sentences


class Practice(ScenarioScreen):
    """One scene out of a story. Its result is `"on"`, or `""` when the learner has had enough."""

    CSS_PATH: ClassVar[CSSPathType | None] = "scenario/scenario.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        PICK,
        Binding("enter", "enough", "go on", tooltip="On to the next, or back home"),
        Binding("escape", "leave", "leave", tooltip="Enough for today"),
    ]
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
        """What stands beside the story's title."""
        return f"practise again, {self._count}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "enough":
            return self.session.play.phase is Phase.SHOWN
        if action in ("forward", "back", "debrief", "start_over", "again", "next", "flip"):
            return False
        return super().check_action(action, parameters)

    def action_enough(self) -> None:
        """Done with this one."""
        self.dismiss("on")
