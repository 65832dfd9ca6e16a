"""Settings: theme, extra minute, motion. Each is remembered as soon as it is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Option, Row, Text, digit
from course.faces.textual.entry import Entry
from course.faces.textual.page import Page, key, numbers
from course.faces.textual.text import column, plain
from course.faces.textual.themes import FIRST, THEMES, title
from course.model.record import replace
from course.visit.days import NotAhead
from course.visit.settings import Settings, day_ahead, day_ahead_named
from course.words import say


class SettingsScreen(Page[None]):
    """One option for each setting; picking it moves on to the next value."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("keys.change", "keys.change.tip"),
        key("escape", "dismiss", "keys.back", "keys.back.tip-settings"),
    ]
    about = "settings.about"

    def __init__(
        self,
        settings: Callable[[], Settings],
        remember: Callable[[Settings], None],
        today: date,
        pointed: int | None = None,
    ) -> None:
        """`settings` says how they are now: they are changed by name, too, from any page. `remember` is called with the
        settings whenever one of them has changed here. The pointer begins at the setting of the number `pointed`, from
        0, if it is given."""
        super().__init__(say("settings.title"))
        self._settings = settings
        self._remember = remember
        self._today = today
        self._pointed = pointed

    def blocks(self) -> Iterable[Block]:
        shown = rows(self._settings(), self._today)
        names = [name for name, _, _ in shown]
        for number, (name, value, about) in enumerate(shown, 1):
            words = [Row(plain(value), column(name, names, "bold")), Row(plain(about).stylize("$soft"))]
            yield Option(digit(number), words, number, after=1)
        yield Text(plain(say("help.private")).stylize("$soft"))

    def on_mount(self) -> None:
        if self._pointed is not None:
            self.sheet.point(self.sheet.options[self._pointed])

    def picked(self, value: object) -> None:
        """Move the setting of that number on to its next value."""
        settings = self._settings()
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
                self._ask_for_day(settings.day_ahead)
                return
        self._remember(settings)
        self.redraw(pointed=None if self.sheet.pointed is None else int(str(value)) - 1)

    def _ask_for_day(self, said: str, problem: str = "") -> None:
        """Ask for the day until it is one; what was no day can be mended where it stands."""

        def dated(line: str | None) -> None:
            if line is None:
                return
            try:
                self._remember(replace(self._settings(), day_ahead=day_ahead(line, self._today, said)))
            except NotAhead as found:
                self._ask_for_day(line, str(found))
            else:
                self.redraw()

        self.app.push_screen(Entry(say("settings.date"), problem, say("settings.date.hint"), said), dated)


def rows(settings: Settings, today: date) -> list[tuple[str, str, str]]:
    """Each setting: its name, how it is set, and what it is for."""
    return [
        (say("settings.theme"), title(settings.theme or FIRST), say("settings.theme.about")),
        (say("settings.extra-minute"), _on(settings.extra_minute), say("settings.extra-minute.about")),
        (say("settings.motion"), _on(settings.motion), say("settings.motion.about")),
        (say("settings.practice"), _on(settings.practice), say("settings.practice.about")),
        (say("settings.date"), day_ahead_named(settings, today) or say("settings.no-date"), say("settings.date.about")),
    ]


def _on(value: bool) -> str:
    return say("settings.on") if value else say("settings.off")
