"""What every app of ours is: the themes, the palette, and a terminal left as it was found."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar

from textual import constants, events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from course.faces.textual.blocks.base import WIDE
from course.faces.textual.driver import sparing
from course.faces.textual.page import Page
from course.faces.textual.pastes import keep_pastes_whole
from course.faces.textual.text import worded
from course.faces.textual.themes import COLORLESS, FIRST, THEMES, chosen
from course.faces.textual.widgets.keys import key_name
from course.faces.textual.widgets.sheet import LEAST, MARGIN
from course.text.clean import harmless
from course.visit.settings import Settings
from course.words import say

_WIDTHS = [(0, "-tiny"), (LEAST[0], "-roomy"), (WIDE + 2 * MARGIN, "-wide")]
_HEIGHTS = [(0, "-flat"), (LEAST[1], "-short"), (22, "-medium"), (32, "-tall")]
"""Classes that the pages carry from so many columns and rows on."""
_EVEN_UNSEEN = ("ctrl+q", "ctrl+c", "ctrl+z")
"""The keys that do what they do where there is no room for a page; any other could decide what nobody has seen."""

_BURST = 0.1
"""Seconds after which it is said that keys of a burst do nothing."""


class Window(App[int]):
    """An app that shows pages."""

    TITLE = "Fine Line"
    ENABLE_COMMAND_PALETTE = True
    CSS = "CommandPalette OptionList { min-width: 12; }"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False)]
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    theme: Reactive[str] = Reactive(FIRST)
    """In use from the beginning, since at every change of theme all styles are read again."""

    def __init__(self, settings: Settings) -> None:
        # Textual takes the colors out only where its ansi mode is on from the beginning.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.settings = settings
        self._seen_since: float | None = None
        """The time, by the clock of events, since which there is something to be seen."""
        self._stopped = 0
        """The status to leave with, once a signal has asked for it."""
        self._means_nothing: set[str] = set()
        """The keys of the burst that is being typed that do nothing on the page as it is."""
        self._passed_by = ""
        """The last of them that nothing was said of yet."""
        for theme in THEMES.values():
            self.register_theme(theme)
        self.apply(settings)

    def get_theme(self, theme_name: str) -> Theme | None:
        return THEMES.get(theme_name) or super().get_theme(theme_name)

    def get_driver_class(self) -> type[Driver]:
        driver = super().get_driver_class()
        keep_pastes_whole(driver)
        return sparing(driver)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return COLORLESS

    def on_load(self) -> None:
        """Hear of signals before the terminal is changed, so that it is always changed back."""
        for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            with suppress(NotImplementedError):  # Windows has no such handlers
                asyncio.get_running_loop().add_signal_handler(number, partial(self._stop, 128 + number))

    def _stop(self, status: int) -> None:
        self._stopped = status
        self.exit(return_code=status)

    def notify(self, message: str, **how: Any) -> None:
        super().notify(harmless(message), **how)

    def _fatal_error(self) -> None:
        """Leave quietly; Textual would print a traceback with the learner's answers in it. `run` raises it again."""
        self._close_messages_no_wait()

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if self._seen_since is None and renderable is not None:
            self._seen_since = events.Event().time  # before it is sent, since whoever sees it may answer at once
        super()._display(screen, renderable)

    async def on_event(self, event: events.Event) -> None:
        """Let go of what was typed before the first page could be seen: it was meant for nothing that is there, and an
        Enter that the terminal took before it was ours has become another key. Whoever wants to leave, leaves."""
        typed = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        too_early = typed and (self._seen_since is None or event.time < self._seen_since)
        if not too_early or (isinstance(event, events.Key) and event.key in _EVEN_UNSEEN):
            await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Take a key before the page does, once the keys typed before it have done their work. If a question is open,
        the key answers it; if the key means nothing on this page, say so."""
        page = self.screen
        if not isinstance(page, Page):
            return
        more_wait = self.message_queue_size > 0 or page.message_queue_size > 0
        if more_wait and event.key in self._means_nothing and not page.asking:
            event.prevent_default()  # a text that was pasted here: letter by letter it would be told of for a minute
            if not self._passed_by:
                self.set_timer(_BURST, self._tell_of_burst)
            self._passed_by = event.key
            return
        self._passed_by = ""
        if page.too_small and not page.asking and event.key not in _EVEN_UNSEEN:
            event.prevent_default()
            return
        page.tell("")
        too_early = page.unseen and not event.key.startswith("ctrl+")
        if too_early or page.answered(event.key):
            event.prevent_default()
        elif event.key not in page.active_bindings:
            page.tell(page.nothing(event.key))
            self._means_nothing.add(event.key)
            return
        self._means_nothing.clear()

    def _tell_of_burst(self) -> None:
        if self._passed_by and self.screen_stack and isinstance(self.screen, Page):  # none any more: it ends
            self.screen.tell(self.screen.nothing(self._passed_by))
        self._passed_by = ""

    def action_explain(self) -> None:
        """Open the help for the page on top."""
        from course.faces.textual.help import Help

        if isinstance(self.screen, Page):
            self.push_screen(Help(self.screen))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the keys of the page do, for the palette."""
        from course.faces.textual.command_palette import command, named

        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.tooltip and active.enabled and active.node is screen:
                run = partial(self.run_action, binding.action, screen)
                does = named(worded(binding.description), self.title_behind(binding.action))
                name = say("palette.command", does=does, key=key_name(binding.key))
                tip = screen.tip(binding.tooltip) if isinstance(screen, Page) else binding.tooltip
                yield command(name, worded(tip), run)

    def title_behind(self, action: str) -> str:
        """The title of the page that an action opens, where that has one of its own; else `""`."""
        from course.faces.textual.command_palette import TITLES

        return say(TITLES[action]) if action in TITLES else ""

    def action_command_palette(self) -> None:
        """Open the palette, which asks in the course's words."""
        from course.faces.textual.command_palette import Palette  # not before it is asked for

        if isinstance(self.screen, Page):
            self.screen.tell("")  # this key comes here before it comes to `on_key`
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder=say("palette.search"), id="--command-palette"))

    def action_help_quit(self) -> None:
        """Ctrl+C: it may be meant to copy something, so it only asks; once more, and it leaves."""
        if isinstance(self.screen, Page):
            self.screen.ask(self.quit_question(), partial(self.exit, return_code=128 + signal.SIGINT), "ctrl+c")
        else:
            self.exit(return_code=128 + signal.SIGINT)

    def action_suspend_process(self) -> None:
        """Ctrl+Z: stop, and leave the terminal to the shell, which can bring us back; where there is none, say so."""
        from course.system.suspending import can_be_brought_back

        if can_be_brought_back():
            super().action_suspend_process()
        elif isinstance(self.screen, Page):
            self.screen.tell(say("keys.no-shell"))

    def quit_question(self) -> str:
        """The id of what is asked before leaving."""
        return "quit.sure"

    def apply(self, settings: Settings) -> None:
        """Look and move as these settings say."""
        self.theme = chosen(settings.theme, os.environ)
        self.animation_level = constants.TEXTUAL_ANIMATIONS if settings.motion else "none"

    def run_to_end(self) -> int:
        """Run until the user leaves. Returns the exit status; what went wrong inside is raised."""
        self.run()
        if self._stopped:  # what a page says that was taken away half built is no news
            return self._stopped
        if self._exception is not None:
            raise self._exception
        return self.return_code or 0
