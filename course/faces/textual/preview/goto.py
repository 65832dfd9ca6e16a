"""Go to: every scene of the scenario and every other scenario, found by typing a part of its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from course.authoring.preview.desk import Desk
from course.authoring.preview.walking import Walked
from course.engine.play import Play
from course.faces.textual.blocks import Block, Gap, Option, Text
from course.faces.textual.page import Page, key
from course.faces.textual.preview import outline
from course.faces.textual.text import plain
from course.faces.textual.widgets.line_input import LineInput

Wanted = tuple[str, str]
"""`("scene", id)` or `("scenario", id)`."""


class GoTo(Page[Wanted | None], inherit_bindings=False):
    """Lists what fits what has been typed. Its result is what was picked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("up,shift+tab", "step(-1)", "", shown=False),
        key("down,tab", "step(1)", "", shown=False),
        key("pagedown", "turn(1)", "", shown=False),
        key("pageup", "turn(-1)", "", shown=False),
        key("enter", "pick_pointed", "go there", "Go to the one with the pointer"),
        key("escape", "dismiss", "close", "Stay where you are"),
    ]
    AUTO_FOCUS = "LineInput"
    CSS_PATH = "goto.tcss"

    def __init__(self, desk: Desk, play: Play, walked: Walked) -> None:
        super().__init__()
        self._desk = desk
        self._play = play
        self._walked = walked
        self._find = ""

    def masthead(self) -> Iterable[Widget]:
        with Horizontal():
            yield Static(plain("Go to").stylize("bold"))
            yield LineInput(placeholder="type a part of its name")

    def blocks(self) -> Iterable[Block]:
        scenes = outline.scene_options(self._play, self._walked, self._find)
        others = (head for head in self._desk.heads if head.file != self._desk.file)
        scenarios = outline.scenario_options(others, self._find)
        yield from scenes
        if scenarios:
            yield Gap()
            yield Text(plain("Other scenarios").stylize("$soft"), after=0)
            yield from scenarios
        if not scenes and not scenarios:
            yield Text(plain("Nothing here is called that."))
        elif scenes:
            yield Gap()
            yield Text(plain(outline.SIGNS + ".").stylize("$soft"))

    def on_mount(self) -> None:
        self._show()

    def picked(self, value: object) -> None:
        kind, name = value if isinstance(value, tuple) else ("scene", str(value))
        self.dismiss((kind, name))

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        self._find = event.value
        self._show()

    def _show(self) -> None:
        self.redraw()
        if self.sheet.options:
            self.sheet.point(min(self.sheet.options, key=self._distance))

    def _distance(self, option: Option) -> int:
        """How far an option is from what is looked for; with nothing typed yet, that is where we are."""
        name = str(option.value[1]) if isinstance(option.value, tuple) else ""
        typed = self._find.lower()
        if not typed:
            return int(name != self._play.scene_id)
        return 0 if name == typed else 1 if name.startswith(typed) else 2 if typed in name else 3
