"""What holds on every page of a learner's, in a small, a usual and a large window."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import isawaitable
from itertools import count, cycle
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.faces.textual.app import FineLine
from course.faces.textual.card import CardPage
from course.faces.textual.entry import Entry
from course.faces.textual.home import Home
from course.faces.textual.other_options import Others
from course.faces.textual.otherside import OtherSide
from course.faces.textual.page import Page
from course.faces.textual.scenario import PlayPage, ScenarioScreen
from course.faces.textual.settings import SettingsScreen
from course.words import say
from tests.faces.textual import rules
from tests.faces.textual.every_page import PAGES, SIZES, opened
from tests.faces.textual.rules import live, state
from tests.faces.textual.stage import page, rows, told, until
from tests.faces.textual.test_course_pages import fair

__all__ = ["fair"]
EVERY = pytest.mark.parametrize("name", PAGES)
RULES = (
    rules.arrows_reach_every_option_and_it_is_in_view,
    rules.its_key_enter_and_a_click_on_any_of_its_lines_pick_an_option,
    rules.a_digit_picks_only_what_is_in_view,
    rules.columns_never_touch,
    rules.a_key_that_does_nothing_is_told_so_and_the_next_one_is_not,
    rules.what_cannot_be_undone_asks_first,
    rules.every_key_is_shown_or_listed_behind_a_visible_question_mark,
    rules.every_mark_is_explained_by_the_help,
    rules.the_palette_finds_everything,
)
LEAVES = ("app.quit", "open")
"""Actions that end the program, or start another."""
BACK = ("pageup", "u", "escape", "enter", "b")
"""Keys that undo what a key did, where anything does: to the part above, to where one was, away and in again, and to
the answer before."""


@EVERY
async def test_the_rules_hold_at_every_size(name: str, tmp_path: Path, fair: Path) -> None:
    async with opened(name, "80x24", tmp_path, fair) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*SIZES[size])
            for holds in RULES:
                await holds(pilot)


def tried(pilot: Pilot[int]) -> Iterator[str]:
    """Those of the keys that are worth a press: of the digits, the first and the last; at the end, what leads away."""
    keys = [key for key, action in live(pilot).items() if action not in LEAVES]
    digits = [key for key in keys if key.isdigit()]
    worth = [key for key in keys if not key.isdigit() or key in (digits[0], digits[-1])]
    yield from sorted(worth, key="escape".__eq__)


def look(pilot: Pilot[int]) -> tuple[object, ...]:
    """By what a page is known again: its kind, and what its keys do."""
    return type(page(pilot)), live(pilot)


async def is_back(pilot: Pilot[int], before: tuple[object, ...]) -> bool:
    """Whether the page looks as it did, or does so again after a few keys."""
    for key in BACK:
        if look(pilot) == before:
            break
        await pilot.press(key)
    return look(pilot) == before


@pytest.mark.parametrize(("name", "size"), zip(PAGES, cycle(SIZES)))
async def test_every_key_does_something(
    name: str, size: str, tmp_path: Path, fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is opened anew, in another home, after a key from which nothing leads back to it."""
    monkeypatch.chdir(tmp_path)
    homes = (tmp_path / f"home-{number}" for number in count())
    left: list[str] | None = None
    while left != []:
        async with opened(name, size, next(homes), fair) as pilot:
            left = left or [*tried(pilot)][::-1]
            first, back = look(pilot), True
            while left and back:
                before = state(pilot)
                key = left.pop()
                await pilot.press(key)
                assert state(pilot) != before or told(pilot), f"{key} does nothing, and says nothing either"
                if page(pilot).asking or len(pilot.app.screen_stack) > before[1]:  # type: ignore[operator]
                    await pilot.press("escape")
                back = not left or await is_back(pilot, first)


LEADS = {
    "keys.back.tip-home": lambda page: isinstance(page, Home),
    "keys.back.tip-page": lambda page: not isinstance(page, Home),
    "keys.back.tip-scenario": lambda page: isinstance(page, PlayPage),
    "keys.close.tip-debrief": lambda page: isinstance(page, PlayPage),
}
"""Where a key leads, by what help says of it."""


@EVERY
async def test_what_is_said_to_lead_home_leads_home_and_what_leads_back_there(
    name: str, tmp_path: Path, fair: Path
) -> None:
    """One page may be opened from several others, as the takeaway is from home and from the results."""
    async with opened(name, "80x24", tmp_path, fair) as pilot:
        shown = page(pilot)
        says = {key: shown.tip(each.tooltip) for key, each in shown.active_bindings.items() if each.node is shown}
        for key, tip in says.items():
            if tip in LEADS:
                await pilot.press(key)
                await until(pilot, lambda: pilot.app.screen is not shown)
                assert LEADS[tip](pilot.app.screen), f"{key} leads to {type(pilot.app.screen).__name__}: {tip}"
                break


@EVERY
async def test_a_page_that_the_palette_opens_leads_back_to_where_it_was_opened(
    name: str, tmp_path: Path, fair: Path
) -> None:
    async with opened(name, "80x24", tmp_path, fair) as pilot:
        app = pilot.app
        assert isinstance(app, FineLine)
        shown = page(pilot)
        titles = [say(each) for each in ("settings.title", "results.title", "takeaway-page.title")]
        titles += [say("palette.chapter", title=each.title) for each in app.visit.folder.chapters]
        if isinstance(shown, SettingsScreen):  # it opens anew, with the pointer on what was looked for
            del titles[0]
        starts = tuple(each.lower() for each in titles)
        leads = [each for each in app.get_system_commands(shown) if each.title.lower().startswith(starts)]
        assert leads
        for command in leads:
            if isawaitable(leading := command.callback()):
                await leading
            await pilot.pause()
            if app.screen is not shown:  # else it is open already
                await pilot.press("escape")
            assert shown.is_current, command.title


OPENING = [
    ("other-side", ["escape", "home", "y"], OtherSide),
    ("takeaway-bakery", ["c"], CardPage),
    ("takeaway-bakery", ["c", "home", "w"], Entry),
    ("consequence", ["home", "o"], Others),
]
"""A page, the keys to another, of which the last only opens that, and which it is."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "keys", "opens"), OPENING)
async def test_what_only_opens_a_page_opens_it_at_the_first_press(
    name: str, keys: list[str], opens: type[Page[object]], size: str, tmp_path: Path, fair: Path
) -> None:
    """Nothing is decided by that, so that nothing has to be in view before."""
    async with opened(name, "80x24", tmp_path, fair) as pilot:
        await pilot.resize_terminal(*SIZES[size])
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, opens))


TITLED = [
    ("messages", "k", "known.title"),
    ("consequence", "w", "debrief.title"),
    ("consequence", "i", "differ.title"),
    ("ending", "enter", "debrief.title"),
    ("takeaway-bakery", "c", "card-page.title"),
]
"""A page, a key that opens another, and the id of the title that this carries."""


@pytest.mark.parametrize(("name", "key", "title"), TITLED)
async def test_a_page_is_found_by_the_title_it_carries(
    name: str, key: str, title: str, tmp_path: Path, fair: Path
) -> None:
    async with opened(name, "80x24", tmp_path, fair) as pilot:
        named = [each.title.lower() for each in pilot.app.get_system_commands(pilot.app.screen)]
        await pilot.press(key)
        assert say(title) in rows(pilot.app)[1], "that is the title"
        assert any(say(title).lower() in each for each in named)


async def test_a_line_that_is_half_typed_is_not_thrown_away_by_the_palette(tmp_path: Path, fair: Path) -> None:
    async with opened("fair-differ", "80x24", tmp_path, fair) as pilot:
        app, shown = pilot.app, pilot.app.screen
        assert isinstance(shown, Entry)
        assert isinstance(app, FineLine)
        typed = shown.input.value
        for wanted in ("home", app.visit.folder.heads[0].title):
            next(each for each in app.get_system_commands(shown) if each.title == wanted).callback()
            await until(pilot, lambda: "begun to type" in told(pilot))
            assert shown.is_current
            shown.tell("")
        next(each for each in app.get_system_commands(shown) if each.title == "settings").callback()
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        await pilot.press("escape")
        assert shown.is_current
        assert shown.input.value == typed


@pytest.mark.parametrize("name", ["settings", "debrief", "others", "help", "scene"])
async def test_what_the_palette_finds_opens(name: str, tmp_path: Path, fair: Path) -> None:
    async with opened(name, "80x24", tmp_path, fair) as pilot:
        found = pilot.app.get_system_commands(pilot.app.screen)
        next(each for each in found if each.title == "The back door").callback()
        await until(pilot, lambda: isinstance(pilot.app.screen, ScenarioScreen))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Home)
