"""The other options: what each answer of a scene would have led to, the one taken first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from course import wording
from course.model import Verdict
from course.playing import debrief
from course.playing.debrief import Option
from course.playing.decision import Decision
from course.playing.story import Play
from course.tui.page import Page, Spread
from course.tui.scenario.phases import rule_rows
from course.tui.text import assemble, plain, prose
from course.tui.widgets.line import SIDE_STYLE
from course.tui.widgets.message import MessageView
from course.tui.widgets.rows import Rows


class Others(Page[None]):
    """Every option of one decision, with its consequence and its why."""

    CSS_PATH = "others.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,o,enter", "dismiss", "back", tooltip="Back to the story")]
    about = "Each option of this scene, what it would have led to, and why. The one you took comes first."

    def __init__(self, play: Play, decision: Decision) -> None:
        super().__init__()
        self._play = play
        self._decision = decision

    def masthead(self) -> Iterable[Widget]:
        head = self._play.scenario.head
        day = plain(wording.day_name(head, self._decision.day)).stylize("$soft")
        yield Spread(plain(self._decision.title).stylize("bold"), day)

    def body(self) -> Iterable[Widget]:
        scene = self._play.scenario.scenes[self._decision.scene]
        for option in debrief.options(self._play, scene, self._decision.answer):
            yield from _option(option)


def _option(option: Option) -> Iterable[Widget]:
    style = SIDE_STYLE[option.side]
    mark = "You chose" if option.taken else "Or"
    words = wording.landing(option.side)
    if option.verdict is Verdict.MIXED:
        words += ", with something right in it"
    yield Static(assemble((f"{mark}: ", "$soft"), plain(option.outcome.said).stylize("bold")), classes="said")
    yield Static(assemble(("● ", f"bold {style}"), (words, style)), classes="lands")
    if option.outcome.happens:
        yield Static(prose(option.outcome.happens), classes="told")
    for message in option.outcome.arrives:
        yield MessageView(message)
    if option.outcome.because:
        yield Static(prose(option.outcome.because, "$soft"), classes="told")
    yield Rows(*rule_rows(option.rules, option.outcome.breaks), classes="told")
    yield Static("", classes="gap")
