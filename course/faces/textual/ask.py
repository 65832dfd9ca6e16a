"""The companion: one question at a time, and then how it would come across."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from course.engine.play import Play
from course.faces.textual.blocks import Block, Rows, Text
from course.faces.textual.blocks.option import option
from course.faces.textual.blocks.rules import rule_rows
from course.faces.textual.page import PICK, Page
from course.faces.textual.text import assemble, plain, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.faces.textual.widgets.sheet import Sheet
from course.faces.textual.widgets.spread import Spread
from course.model import Scenario
from course.system.files import NotWritten, save_new
from course.visit import companion
from course.visit.companion import Advice
from course.words import sentences

_TALL = 32


class Ask(Page[None]):
    """For somebody about to follow up now. Nothing of it is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"answer({number})", "answer", tooltip="Answer with the option of that number")
            for number in range(1, 10)
        ),
        PICK,
        Binding("s", "save", "save a reminder", tooltip="Save the day as a calendar file in this folder"),
        Binding("r", "again", "ask again", tooltip="From the first question"),
        Binding("b,backspace", "back", "back", tooltip="The question before"),
        Binding("escape", "dismiss", "leave", tooltip="Leave; nothing is kept"),
    ]
    about = (
        "A minute before you reach for the phone. Answer for what you are about to do; it says how it would come "
        "across, and what would be better. Nothing of it is kept."
    )

    def __init__(self, scenario: Scenario, now: datetime | None = None) -> None:
        super().__init__()
        self._scenario = scenario
        self._now = now
        self._said = ""

    def masthead(self) -> Iterable[Widget]:
        yield Spread(plain(self._scenario.head.title).stylize("bold"), plain("nothing is kept").stylize("$soft"))

    def blocks(self) -> Iterable[Block]:
        found = companion.advice(self.play, self.now.date())
        if found is not None:
            yield from self._advice(found)
            return
        yield Text(prose(self.play.scene.text))
        after = int(self.app.size.height >= _TALL)
        for number, outcome in enumerate(self.play.shown(), 1):
            yield option(str(number), plain(outcome.said), outcome.answer, after=after)

    def on_mount(self) -> None:
        self.refresh_bindings()

    @property
    def now(self) -> datetime:
        """The time it is."""
        return self._now or datetime.now().astimezone()

    @property
    def play(self) -> Play:
        """Which question it is, and what was answered so far."""
        if not hasattr(self, "_play"):
            self._play = companion.begin(self.fineline.folder.course, self._scenario)
        return self._play

    def _advice(self, found: Advice) -> Iterable[Block]:
        style = f"bold {SIDE_STYLE[found.side]}"
        yield Text(assemble((f"● {sentences.ask_verdict(found.side)}", style)))
        for reason in found.reasons:
            yield Text(plain(reason.said).stylize("italic"), bar="$faint", after=0)
            yield Text(prose(reason.because), indent=2, after=0)
            yield Rows(rule_rows(reason.rules, [rule.id for rule in reason.rules]), indent=2)
        yield Text(prose(found.text))
        if found.better:
            yield Text(assemble(("Better  ", "bold $assertive"), prose(found.better)), after=0 if found.day else 1)
        if found.day:
            yield Text(assemble(("When    ", "bold $assertive"), sentences.date_name(found.day, self.now.date())))
        if self._said:
            yield Text(plain(self._said), bar="$quiet")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if not self.is_mounted:
            return action in ("answer", "dismiss", "help")
        found = companion.advice(self.play, self.now.date())
        match action:
            case "answer":
                return found is None and int(str(parameters[0])) <= len(self.play.shown())
            case "save":
                return found is not None and found.day is not None
            case "again":
                return found is not None
            case "back":
                return bool(self.play.line)
        return super().check_action(action, parameters)

    def action_answer(self, number: int) -> None:
        """Take the option of that number."""
        self._go(companion.answer(self.play, self.play.shown()[number - 1].answer))

    def action_back(self) -> None:
        """The question before."""
        self._go(companion.back(self.play))

    def action_again(self) -> None:
        """From the first question."""
        self._go(companion.begin(self.play.course, self._scenario))

    def action_save(self) -> None:
        """Save the day as a calendar file in the folder one is in."""
        found = companion.advice(self.play, self.now.date())
        assert found is not None
        assert found.day is not None
        text = companion.reminder(sentences.REMINDER, found.better, found.day, self.now)
        try:
            path = save_new(Path(), "follow-up.ics", text)
            self._said = f"Saved as {path}. Open it, and your calendar takes it over."
        except NotWritten as problem:
            self._said = str(problem)
        self.redraw()

    def _go(self, play: Play) -> None:
        self._play = play
        self._said = ""
        self.redraw()

    @on(Sheet.Picked)
    def _picked(self, event: Sheet.Picked) -> None:
        if isinstance(event.value, tuple):
            self._go(companion.answer(self.play, event.value))
