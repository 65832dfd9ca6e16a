"""What stands beside the scenario: its outline, and the problems."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message

from course.faces.textual.blocks import Block
from course.faces.textual.widgets.sheet import Sheet


class Pane(Sheet):
    """A sheet that can mark one of its options, and stays where it has been scrolled to."""

    def mark(self, blocks: Iterable[Block], value: object) -> None:
        """Draw the blocks, with the option of that value marked and in view."""
        self.show(blocks, top=self.top)
        for option in self.options:
            if option.value == value:
                self.point(option)
                return


class Beside(Vertical):
    """The outline above the problems. A scene that is clicked is asked for."""

    class Asked(Message):
        """A scene was clicked."""

        def __init__(self, scene: str) -> None:
            super().__init__()
            self.scene = scene

    outline = query_one("#outline", Pane)
    problems = query_one("#problems", Pane)

    def compose(self) -> ComposeResult:
        yield Pane(id="outline")
        yield Pane(id="problems")

    def show(self, outline: Iterable[Block], scene: str, problems: Iterable[Block]) -> None:
        """Draw both."""
        self.outline.mark(outline, ("scene", scene))
        self.problems.show(problems)

    @on(Sheet.Picked)
    def _picked(self, event: Sheet.Picked) -> None:
        event.stop()
        if isinstance(event.value, tuple):
            self.post_message(self.Asked(event.value[1]))
