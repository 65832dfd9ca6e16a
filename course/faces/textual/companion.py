"""The companion: one question at a time, and then how it would come across."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Asks, Block, Row, Rows, Text, digit, option
from course.faces.textual.blocks.marks import rule_rows
from course.faces.textual.page import PICK, Page, key, numbers
from course.faces.textual.text import assemble, column, plain, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.visit.companion import Advice, Companion, Reason
from course.visit.days import NotAhead
from course.words import say, sentences

_NAME_DAY = object()
"""Stands for naming the day that was asked for."""


class CompanionPage(Page[None]):
    """For somebody about to act now. Nothing of it is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("keys.answer", "keys.answer.tip"),
        PICK,
        key("d", "pick('d')", "keys.name-day", "keys.name-day.tip"),
        key("s", "save", "keys.save-reminder", "keys.save-reminder.tip"),
        key("r", "again", "keys.ask-again", "keys.ask-again.tip"),
        key("b,backspace", "back", "keys.back", "keys.back.tip-question"),
        key("escape", "dismiss", "keys.leave", "keys.leave.tip-companion"),
    ]
    about = "companion.about"
    only_open = (_NAME_DAY,)

    def __init__(self, companion: Companion) -> None:
        super().__init__(companion.title, aside=say("companion.aside"))
        self._companion = companion

    @property
    def keeps(self) -> bool:
        return False

    def blocks(self) -> Iterable[Block]:
        found = self._companion.advice
        if found is not None:
            yield from self._advice(found)
            return
        yield Asks(last=True)
        yield Text(prose(self._companion.play.text))
        for number, outcome in enumerate(self._companion.play.shown(), 1):
            yield option(digit(number), plain(outcome.said), outcome.answer, airy=True)

    def on_mount(self) -> None:
        self.refresh_bindings()

    def _advice(self, found: Advice) -> Iterable[Block]:
        style = f"bold {SIDE_STYLE[found.side]}"
        yield Text(assemble((f"● {sentences.ask_verdict(found.side)}", style)))
        yield from _reasons(found.on(found.side))
        for side in found.also():
            yield Text(plain(say("companion.also", side=sentences.side_name(side))).stylize(f"bold {SIDE_STYLE[side]}"))
            yield from _reasons(found.on(side))
        yield Text(prose(found.text))
        names = better, when = say("companion.then" if found.fine else "companion.better"), say("companion.when")
        rows = [Row(prose(found.better), column(better, names, "bold $right"))] if found.better else []
        if found.day:
            day = sentences.date_name(found.day, self._companion.now().date())
            guess = (f"   {say('companion.guess')}" if self._companion.guesses else "", "$soft")
            rows.append(Row(assemble(day, guess), column(when, names, "bold $right")))
            if about := self._companion.about_day():
                rows.append(Row(plain(about).stylize("$soft"), column("", names)))
        if rows:
            yield Rows(rows)
        if found.asks:
            yield option("d", plain(found.asks), _NAME_DAY)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        found = self._companion.advice
        match action:
            case "save":
                return found is not None and found.day is not None
            case "again":
                return found is not None
            case "back":
                return self._companion.begun
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go back to the question before."""
        self._companion.back()
        self.redraw()

    def action_again(self) -> None:
        """Begin again with the first question."""
        self._companion.again()
        self.redraw()

    def action_save(self) -> None:
        """Save the day as a calendar file, and say so where it is seen wherever the page is scrolled to."""
        self.tell(self._companion.save_reminder())

    def picked(self, value: object) -> None:
        if value is _NAME_DAY:
            self._ask_for_day()
        elif isinstance(value, tuple):
            self._companion.answer(value)
            self.redraw()

    def _ask_for_day(self, said: str = "", problem: str = "") -> None:
        """Ask for the day that was named, until it can be read."""
        from course.faces.textual.entry import Entry

        def named(line: str | None) -> None:
            if line is None:
                return
            try:
                self._companion.name_day(line, said)
            except NotAhead as found:
                self._ask_for_day(line, str(found))
            else:
                self.redraw(top=10_000)  # where its day is

        advice = self._companion.advice
        assert advice is not None
        self.app.push_screen(Entry(advice.asks, problem, say("companion.day.hint"), said), named)


def _reasons(reasons: Iterable[Reason]) -> Iterable[Block]:
    for reason in reasons:
        yield Text(plain(reason.said).stylize("italic"), bar="$faint", after=0)
        yield Text(prose(reason.because), indent=2, after=0)
        yield Rows(rule_rows(reason.rules, [rule.id for rule in reason.rules]), indent=2)
