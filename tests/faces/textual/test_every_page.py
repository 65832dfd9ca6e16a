"""What holds on every page of a learner's, in a small, a usual and a large window."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.faces.textual.app import FineLine
from course.faces.textual.entry import Entry
from course.faces.textual.help import Help
from course.faces.textual.home import Home
from course.faces.textual.scenario import ScenarioScreen
from course.faces.textual.widgets.keys import KeyBar
from course.faces.textual.widgets.lines import Lines
from course.faces.textual.widgets.sheet import Sheet
from course.visit.offers import Offer
from tests.faces.textual.every_page import PAGES, SIZES, opened
from tests.faces.textual.stage import page, rows, text, told, until
from tests.faces.textual.test_course_pages import fair

__all__ = ["fair"]
EVERY = pytest.mark.parametrize("name", PAGES)
AT_ANY_SIZE = pytest.mark.parametrize("size", SIZES)
LEAVES = ("app.quit", "open")
"""Actions that end the program, or start another."""
FOR_GOOD = (Offer.START_OVER, Offer.NO_PRACTICE)
"""What cannot be undone."""


def live(pilot: Pilot[int]) -> dict[str, str]:
    """The keys of the page on top that say what they do, with their actions."""
    found = pilot.app.screen.active_bindings.items()
    return {
        key: each.binding.action
        for key, each in found
        if each.enabled and each.node is pilot.app.screen and each.binding.tooltip
    }


def tried(pilot: Pilot[int]) -> Iterator[str]:
    """Those of them that are worth a press: of the digits, the first and the last."""
    keys = [key for key, action in live(pilot).items() if action not in LEAVES]
    digits = [key for key in keys if key.isdigit()]
    yield from (key for key in keys if not key.isdigit() or key in (digits[0], digits[-1]))


def state(pilot: Pilot[int]) -> tuple[object, ...]:
    """All that a learner can notice."""
    app = pilot.app
    sheets = [(each.text, each.top, each.pointed_at) for each in app.screen.query(Sheet)]
    lines = [each.text for each in app.screen.query(Lines) if not isinstance(each, Sheet)]
    return (app.screen, len(app.screen_stack), sheets, lines, len(app.screen.query("Toast")), app.theme)


@AT_ANY_SIZE
@EVERY
async def test_arrows_and_printed_keys_reach_every_option_and_it_is_in_view(
    name: str, size: str, tmp_path: Path, fair: Path
) -> None:
    async with opened(name, size, tmp_path, fair) as pilot:
        sheet = page(pilot).sheet
        for option in sheet.options:
            if option.key.strip():
                assert option.key in live(pilot)
                assert page(pilot).option(option.key) is option
        for key in ("down", "up"):
            reached = set()
            for _ in sheet.options:
                await pilot.press(key)
                assert sheet.pointed is not None
                reached.add(sheet.pointed_at)
                at = next(number for number, line in enumerate(sheet.text.split("\n")) if line.startswith("▸"))
                assert sheet.top <= at < sheet.top + sheet.size.height
                assert any("▸" in row for row in rows(pilot.app))
            assert len(reached) == len(sheet.options)


@pytest.mark.parametrize(("name", "size"), zip(PAGES, cycle(SIZES)))
async def test_every_key_does_something(
    name: str, size: str, tmp_path: Path, fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    homes = (tmp_path / f"home-{number}" for number in count())
    left = None
    while left != []:
        async with opened(name, size, next(homes), fair) as pilot:
            if left is None:
                left = [*tried(pilot)]
            before = state(pilot)
            while left:
                key = left.pop()
                await pilot.press(key)
                assert state(pilot) != before, f"{key} does nothing"
                if len(pilot.app.screen_stack) > before[1]:  # type: ignore[operator]
                    await pilot.press("escape")
                if state(pilot) != before:
                    break


@EVERY
async def test_a_key_that_does_nothing_is_told_so_and_the_next_one_is_not(
    name: str, tmp_path: Path, fair: Path
) -> None:
    async with opened(name, "60x20", tmp_path, fair) as pilot:
        bar, before = page(pilot).query_one(KeyBar), state(pilot)
        keys = bar.text
        await pilot.press("f9")
        assert told(pilot) == "f9 does nothing here"
        assert bar.text == keys or "more" in bar.text, "the keys that work are still there"
        await pilot.press("left" if isinstance(pilot.app.screen, Entry) else "pageup")
        assert told(pilot) == ""
        assert state(pilot)[:2] == before[:2]


@EVERY
async def test_what_cannot_be_undone_asks_first(name: str, tmp_path: Path, fair: Path) -> None:
    async with opened(name, "60x20", tmp_path, fair) as pilot:
        shown = page(pilot)
        keys = [each.binding.key for each in shown.active_bindings.values() if each.binding.id in FOR_GOOD]
        for key in keys:
            before = text(pilot)
            for other in ("escape", "pageup"):
                await pilot.press(key)
                assert shown.asking
                assert "Shift+Y yes   Esc no" in shown.query_one(KeyBar).text
                await pilot.press(other)
                assert pilot.app.screen is shown
                assert not shown.asking
                assert "Esc no" not in shown.query_one(KeyBar).text
            assert text(pilot) == before


@EVERY
async def test_every_mark_is_explained_by_the_help(name: str, tmp_path: Path, fair: Path) -> None:
    async with opened(name, "80x24", tmp_path, fair) as pilot:
        shown = page(pilot)
        if isinstance(shown, Help):
            return
        drawn = [each.text for each in shown.query(Lines) if not isinstance(each, KeyBar) and each.display]
        signs = {sign for line in [*drawn, text(pilot)] for sign in line if _is_mark(sign)}
        explained = set("".join(mark for mark, _ in Help(shown).marks))
        assert signs <= explained
        await pilot.press("down")
        if shown.sheet.options:
            assert "▸" in "".join(mark for mark, _ in Help(shown).marks)


def _is_mark(sign: str) -> bool:
    """Whether it is no letter, no digit, no punctuation of a sentence, no rule and no bar of a voice."""
    if "\u2500" <= sign <= "\u257f" and sign != "━":
        return False
    return sign in "•·›" or (ord(sign) > 127 and unicodedata.category(sign)[0] == "S" and sign not in "▁▂▃▄▅▆▇")


@EVERY
async def test_the_palette_finds_everything_from_everywhere(name: str, tmp_path: Path, fair: Path) -> None:
    async with opened(name, "80x24", tmp_path, fair) as pilot:
        app = pilot.app
        assert isinstance(app, FineLine)
        found = " | ".join(each.title.lower() for each in app.get_system_commands(app.screen))
        there = [head.title for head in app.visit.folder.heads if head.id != app.visit.course.companion]
        chapters = [f"chapter: {each.title}" for each in app.visit.folder.chapters]
        for wanted in (*there, *chapters, "theme: dark", "theme: light", "theme: high contrast", "extra minute: on"):
            assert wanted.lower() in found
        for wanted in ("results", "settings", "quit", "motion", "practi"):
            assert wanted in found


@pytest.mark.parametrize("name", ["settings", "debrief", "others", "help", "scene"])
async def test_what_the_palette_finds_opens(name: str, tmp_path: Path, fair: Path) -> None:
    async with opened(name, "80x24", tmp_path, fair) as pilot:
        found = pilot.app.get_system_commands(pilot.app.screen)
        next(each for each in found if each.title == "The back door").callback()
        await until(pilot, lambda: isinstance(pilot.app.screen, ScenarioScreen))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Home)
