"""The palette: it finds by name what the keys of the page do, and from any page every scenario, chapter, setting,
theme, and all that home leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, Protocol

from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.screen import Screen
from textual.widgets.option_list import Option

from course.faces.textual.page import Page
from course.faces.textual.text import plain
from course.faces.textual.themes import THEMES, title
from course.model.record import replace
from course.visit.offers import Offer
from course.visit.settings import Settings
from course.visit.visit import Visit
from course.words import say

TITLES = {
    f"wish('{Offer.TAKEAWAY}')": "takeaway-page.title",
    f"wish('{Offer.RESULTS}')": "results.title",
    f"wish('{Offer.ROUND_RESULTS}')": "results.title",
    f"wish('{Offer.SETTINGS}')": "settings.title",
    "card": "card-page.title",
    "debrief": "debrief.title",
    "debrief('ended')": "debrief.title",
    "differ": "differ.title",
    "know": "known.title",
    "pick('y')": "otherside.title",
}
"""The id of the title of the page that an action opens, where that has one of its own."""
_NO_MARKUP = str.maketrans("[]", "()")
"""The palette takes what it lists for markup, whatever is escaped in it."""


class Leads(Protocol):
    """What the palette uses of the app."""

    visit: Visit

    @property
    def screen_stack(self) -> list[Screen[Any]]:
        """The pages, home first."""

    def title_behind(self, action: str) -> str:
        """The title of the page that an action opens, or `""`."""

    def lead_to(self, offer: Offer, which: str = "") -> None:
        """Open what home offers."""

    def go_home(self) -> bool:
        """Close all pages but home."""

    def open_settings(self, number: int) -> None:
        """Open the settings at that row."""

    def remember(self, settings: Settings) -> None:
        """Keep these settings."""

    async def action_quit(self) -> None:
        """Leave."""


class Palette(CommandPalette):
    """The framework's palette, with our words where nothing is found."""

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()

        def show() -> None:
            if search_value:
                nothing = Option(plain(say("palette.nothing")), disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(nothing)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, show)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it, once, however often that is asked for."""
        return super().dismiss(result) if self.app.screen_stack[-1] is self else AwaitComplete()

    def _action_command_list(self, action: str) -> None:
        """Move through the list, once it is drawn; the framework takes it for granted that it is."""
        with suppress(LookupError):
            super()._action_command_list(action)


def command(name: str, about: str, run: Callable[[], object]) -> SystemCommand:
    """Something that the palette lists under its name, with a line about it."""
    return SystemCommand(name.translate(_NO_MARKUP), about.translate(_NO_MARKUP), run)


def named(does: str, title: str) -> str:
    """What opens a page, by the title that this carries and by what the key says that opens it, so that it is found by
    either."""
    if not title or title.casefold() in does.casefold():
        return does
    return title if does.casefold() in title.casefold() else say("palette.page", title=title, does=does)


def everywhere(app: Leads, screen: Screen[Any]) -> Iterator[SystemCommand]:
    """What can be found from any page of a learner's; `screen` is the one that is on top."""
    yield from _scenarios(app)
    yield from _pages(app, screen)
    yield from _settings(app)


def _scenarios(app: Leads) -> Iterator[SystemCommand]:
    home = app.visit.home()
    for each in home.chapters:
        about = each.chapter.pair.about if each.chapter.pair else say("home.all-meets")
        name = say("palette.chapter", title=each.chapter.title)
        yield command(name, about, partial(app.lead_to, Offer.OPEN_CHAPTER, each.chapter.id))
    for head in app.visit.folder.heads:
        if head.id not in app.visit.folder.unavailable and head.id != app.visit.course.companion:
            yield command(head.title, head.summary, partial(app.lead_to, Offer.OPEN, head.id))


def _pages(app: Leads, screen: Screen[Any]) -> Iterator[SystemCommand]:
    """What home offers, from elsewhere; at home its own keys are listed."""
    if screen is app.screen_stack[0]:
        return
    wishes = (
        (Offer.CONTINUE, say("keys.continue"), say("keys.continue.tip")),
        (Offer.BEGIN, say("keys.next-up"), say("keys.begin.tip")),
        (Offer.COMPANION, say("keys.companion"), say("keys.companion.tip")),
        (Offer.PRACTICE, say("keys.practice"), say("keys.practice.tip")),
        (Offer.TAKEAWAY, say("keys.takeaway"), say("keys.takeaway.tip")),
        (Offer.RESULTS, say("keys.results"), say("keys.results.tip")),
        (Offer.SETTINGS, say("keys.settings"), say("keys.settings.tip")),
    )
    offers = app.visit.home().offers
    for offer, does, tip in wishes:
        if offer in offers:
            title = app.title_behind(f"wish('{offer}')")
            yield command(named(does, title), tip, partial(app.lead_to, offer))
    yield command(say("palette.home"), say("palette.home.tip"), app.go_home)
    yield command(say("keys.quit"), say("keys.quit.tip"), app.action_quit)


def _settings(app: Leads) -> Iterator[SystemCommand]:
    from course.faces.textual.settings import rows

    for theme in THEMES:
        name = say("palette.theme", name=title(theme))
        change = replace(app.visit.settings, theme=theme)
        yield command(name, say("settings.theme.about"), partial(_change, app, change))
    for number, (setting, value, about) in enumerate(rows(app.visit.settings, app.visit.journal.now().date())):
        if setting == say("settings.theme"):  # each theme has been listed
            continue
        name = say("palette.setting", setting=setting, value=value)
        yield command(name, about, partial(app.open_settings, number))


def _change(app: Leads, settings: Settings) -> None:
    """Keep these settings; the page on top may be the one that says how they are."""
    app.remember(settings)
    on_top = app.screen_stack[-1]
    if isinstance(on_top, Page):
        on_top.redraw(top=on_top.sheet.top, pointed=on_top.sheet.pointed_at)
