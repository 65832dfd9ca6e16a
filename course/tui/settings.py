"""Settings: theme, extra minute, motion. Each is remembered as soon as it is changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from course.settings import Settings
from course.tui.page import Page, Spread
from course.tui.text import assemble, plain
from course.tui.themes import THEMES
from course.tui.widgets.option import Option


class SettingsScreen(Page[None]):
    """One option for each setting; picking it moves on to the next value."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"change({number})", "change", tooltip="Change this setting") for number in (1, 2, 3)),
        Binding("escape", "dismiss", "back", tooltip="Back; everything is remembered"),
    ]
    about = "Pick a setting to change it. It takes effect at once and is remembered."

    def masthead(self) -> Iterable[Widget]:
        yield Spread(plain("Settings").stylize("bold"))

    def body(self) -> Iterable[Widget]:
        for number, words in enumerate(_words(self.app.settings), 1):
            yield Option(str(number), words, number)

    def action_change(self, number: int) -> None:
        """Move setting `number` on to its next value."""
        settings = self.app.settings
        match number:
            case 1:
                names = list(THEMES)
                at = names.index(settings.theme) if settings.theme in names else 0
                settings = replace(settings, theme=names[(at + 1) % len(names)])
            case 2:
                settings = replace(settings, extra_minute=not settings.extra_minute)
            case 3:
                settings = replace(settings, motion=not settings.motion)
        self.app.remember(settings)
        for option, words in zip(self.query(Option), _words(settings), strict=True):
            option.update(words)

    @on(Option.Picked)
    def _picked(self, event: Option.Picked) -> None:
        self.action_change(int(str(event.option.value)))


def _words(settings: Settings) -> list[Content]:
    rows = (
        ("Theme", settings.theme or next(iter(THEMES)), "dark, light or high contrast"),
        ("Extra minute", _on(settings.extra_minute), "say how a choice will come across before it is sent"),
        ("Motion", _on(settings.motion), "the mark slides along the line"),
    )
    return [
        Content("\n").join([assemble((f"{name:<14}", "bold"), plain(value)), plain(about).stylize("$soft"), ""])
        for name, value, about in rows
    ]


def _on(value: bool) -> str:
    return "on" if value else "off"
