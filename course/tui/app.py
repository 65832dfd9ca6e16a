"""The app: what the screens share, the theme, and leaving the terminal as it was found."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import signal
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from textual import constants
from textual.app import App, SystemCommand
from textual.screen import Screen

from course import places
from course import settings as settings_store
from course.journal import Journal
from course.opening import Opening
from course.settings import Settings
from course.shelf import Shelf
from course.tui.home import Home
from course.tui.themes import COLOURLESS, THEMES, chosen
from course.tui.widgets.keys import key_name

_WIDTHS = [(0, "-tiny"), (36, "-roomy")]
_HEIGHTS = [(0, "-flat"), (8, "-short"), (22, "-medium"), (32, "-tall")]
"""Classes that the pages carry from so many columns and rows on."""

_SETTLED = 0.5
"""Seconds after which the first page has surely been painted."""


class FineLine(App[int]):
    """Holds the shelf, the journal and the settings. The screens do the rest."""

    TITLE = "Fine Line"
    ENABLE_COMMAND_PALETTE = True
    CSS_PATH = ["page.tcss", "home.tcss"]  # noqa: RUF012 (Textual loads none of a default screen)
    CSS = "CommandPalette OptionList { min-width: 12; }"

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    def __init__(self, opening: Opening, shelf: Shelf, journal: Journal, settings: Settings) -> None:
        # Textual takes the colours out only where its ansi mode is on from the beginning.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.shelf = shelf
        self.journal = journal
        self.settings = settings
        self._opening = opening
        self._notices: list[str] = []
        for theme in THEMES.values():
            self.register_theme(theme)
        self._apply(settings)

    def get_default_screen(self) -> Screen[Any]:
        return Home()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return COLOURLESS

    def on_mount(self) -> None:
        for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            with suppress(NotImplementedError):  # Windows has no such handlers
                asyncio.get_running_loop().add_signal_handler(number, partial(self.exit, return_code=128 + number))
        if self._opening.scenario:
            self.open_scenario(self._opening.scenario, at=self._opening.at)
        self.set_timer(_SETTLED, _collect_garbage_again)

    def _fatal_error(self) -> None:
        """Leave quietly; Textual would print a traceback with the learner's answers in it. `run` raises it again."""
        self._close_messages_no_wait()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the keys of the page do, for the palette."""
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.tooltip and active.enabled and active.node is screen:
                run = partial(self.run_action, binding.action, screen)
                yield SystemCommand(f"{binding.description} ({key_name(binding.key)})", binding.tooltip, run)

    def next_scenario(self) -> str:
        """The id of the first story never finished, or of the first of all."""
        finished = {each.scenario for each in self.journal.attempts(self.shelf.course.id) if each.ended}
        ids = [head.id for head in self.shelf.heads if head.id not in self.shelf.unavailable]
        return next((each for each in ids if each not in finished), ids[0] if ids else "")

    def open_scenario(self, scenario_id: str, at: str = "") -> None:
        """Show a story: where it was left, or from its start."""
        from course.session import Session
        from course.tui.scenario import ScenarioScreen

        scenario = self.shelf.open(scenario_id)
        if scenario is None:
            self._notices.append(self.shelf.unavailable.get(scenario_id, "There is no story to open."))
            if isinstance(self.screen, Home):
                self.screen.redraw()
            return
        session, notice = Session.take_up(
            self.shelf.course,
            scenario,
            self.journal,
            seed=self.new_seed(),
            extra_minute=self.extra_minute,
            at=at,
        )
        self.push_screen(ScenarioScreen(session, notice), self._after_scenario)

    def _after_scenario(self, next_up: str | None) -> None:
        if next_up:
            self.open_scenario(next_up)

    @property
    def extra_minute(self) -> bool:
        """Whether both the learner and the course want it."""
        return self.settings.extra_minute and self.shelf.course.extra_minute

    def new_seed(self) -> int:
        """The seed asked for, or a fresh one."""
        return random.randrange(2**31) if self._opening.seed is None else self._opening.seed

    def take_notices(self) -> list[str]:
        """What the learner should be told once, and forget it."""
        notices = [*self.journal.notices, *self._notices]
        self.journal.notices.clear()
        self._notices.clear()
        return notices

    def remember(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""
        self.settings = settings
        self._apply(settings)
        problem = settings_store.save(places.settings_file(), settings)
        if problem:
            self.notify(problem, markup=False)

    def _apply(self, settings: Settings) -> None:
        self.theme = chosen(settings.theme, os.environ)
        self.animation_level = constants.TEXTUAL_ANIMATIONS if settings.motion else "none"


def _collect_garbage_again() -> None:
    gc.freeze()
    gc.enable()


def run(opening: Opening) -> int:
    """Run the app until the learner leaves. Returns the exit status."""
    shelf = Shelf(opening.folder)
    settings, notice = settings_store.load(places.settings_file())
    journal = Journal.open(places.journal_file())
    if notice:
        journal.notices.append(notice)
    app = FineLine(opening, shelf, journal, settings)
    try:
        app.run()
    finally:
        journal.close()
    if app._exception is not None:
        raise app._exception
    return app.return_code or 0
