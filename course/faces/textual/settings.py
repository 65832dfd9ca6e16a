"""Settings: theme, extra minute, motion. Each is remembered as soon as it is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Option, Row
from course.faces.textual.entry import Entry
from course.faces.textual.page import Page, key, numbers
from course.faces.textual.text import assemble, plain
from course.faces.textual.themes import THEMES
from course.model.record import replace
from course.visit.settings import Settings


class SettingsScreen(Page[None]):
    """One option for each setting; picking it moves on to the next value."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("change", "Change this setting"),
        key("escape", "dismiss", "back", "Back; everything is remembered"),
    ]
    _said = ""
    about = "Pick a setting to change it. It takes effect at once and is remembered."

    def __init__(self, settings: Settings, remember: Callable[[Settings], None]) -> None:
        """`remember` is called with the settings whenever one of them has changed."""
        super().__init__("Settings")
        self._settings = settings
        self._remember = remember

    def blocks(self) -> Iterable[Block]:
        settings = self._settings
        rows = (
            ("Theme", settings.theme or next(iter(THEMES)), "Dark, light or high contrast."),
            ("Extra minute", _on(settings.extra_minute), "Say how a choice will come across before it is sent."),
            ("Motion", _on(settings.motion), "The mark slides along the line."),
            ("Practise again", _on(settings.practice), "Home says when rules that you missed are due."),
            ("Next interview", settings.interview or "no date", "Practice is fitted to it, if you give one."),
        )
        for number, (name, value, about) in enumerate(rows, 1):
            words = [Row(assemble((f"{name:<14}", "bold"), plain(value))), Row(plain(about).stylize("$soft"))]
            yield Option(str(number), words, number, after=1)

    def picked(self, value: object) -> None:
        """Move the setting of that number on to its next value."""
        settings = self._settings
        match value:
            case 1:
                names = list(THEMES)
                at = names.index(settings.theme) if settings.theme in names else 0
                settings = replace(settings, theme=names[(at + 1) % len(names)])
            case 2:
                settings = replace(settings, extra_minute=not settings.extra_minute)
            case 3:
                settings = replace(settings, motion=not settings.motion)
            case 4:
                settings = replace(settings, practice=not settings.practice)
            case 5:
                hint = "The day, like 2026-11-27. An empty line takes it away."
                self.app.push_screen(Entry("Next interview", self._said, hint, settings.interview, 10), self._dated)
                return
        self._change(settings)
        self.redraw(pointed=None if self.sheet.pointed is None else int(str(value)) - 1)

    def _dated(self, line: str | None) -> None:
        """Keep a day that is one; ask again for any other."""
        if line is None:
            return
        try:
            self._change(replace(self._settings, interview=line and date.fromisoformat(line).isoformat()))
        except ValueError:
            self._said = f"{line} is no day."
            self.picked(5)
        self._said = ""
        self.redraw()

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self._remember(settings)


def _on(value: bool) -> str:
    return "on" if value else "off"
