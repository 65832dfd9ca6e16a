"""The app on a stage: a small course, a fixed seed and clock, no motion."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from course.engine.play import Phase
from course.faces.textual.app import FineLine
from course.faces.textual.page import Page
from course.faces.textual.scenario import PlayPage
from course.faces.textual.widgets.keys import KeyBar
from course.visit.course_folder import CourseFolder
from course.visit.request import Request
from course.visit.settings import Settings
from course.visit.visit import Visit
from tests.folders import BAKERY
from tests.journals import open_journal
from tests.shipped import FOLDER, as_at_a_later_start

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
STILL = Settings(motion=False)
_CELL = 12.2
"""How wide a character is in a picture."""


def make_app(
    home: Path,
    scenario: str = "",
    settings: Settings = STILL,
    course: Path = BAKERY,
    now: Callable[[], datetime] = lambda: NOON,
    seed: int = 7,
    at: str = "",
) -> FineLine:
    """The app on the bakery course, with its journal under `home`; `at` is the scene to rehearse from."""
    journal = open_journal(home / "journal.db", now)
    if course == FOLDER:
        as_at_a_later_start()
    visit = Visit(CourseFolder(course), journal, settings, seed=seed)
    return FineLine(visit, Request(course, scenario, at=at, seed=seed))


def page(pilot: Pilot[int]) -> Page[object]:
    """The page on top."""
    screen = pilot.app.screen
    assert isinstance(screen, Page)
    return screen


def text(pilot: Pilot[int]) -> str:
    """What stands on the sheet, in view or not."""
    return page(pilot).sheet.text


def told(pilot: Pilot[int]) -> str:
    """What is told in the place of the keys, or above them, until the next one is pressed."""
    bar = page(pilot).query_one(KeyBar)
    line = page(pilot).query_one("#told", Static)
    return bar.told or (str(line.content) if line.display else "")


def story(pilot: Pilot[int]) -> PlayPage:
    """The page on top that plays a scenario."""
    screen = pilot.app.screen
    assert isinstance(screen, PlayPage)
    return screen


def key_of(pilot: Pilot[int], choice: str) -> str:
    """The number key of the choice with that id."""
    shown = story(pilot).session.play.shown()
    return str([outcome.answer for outcome in shown].index((choice,)) + 1)


def rows(app: App[int]) -> list[str]:
    """What stands on the screen, row by row: the columns that are as wide as each other, blank ones too."""
    width, height = app.size
    drawn = [" " * width] * height
    for x, row, words in re.findall(r'<text [^>]*x="([\d.]+)"[^>]*-line-(\d+)\)">([^<]*)<', app.export_screenshot()):
        column, said = round(float(x) / _CELL), html.unescape(words).replace("\xa0", " ").rstrip("\n")
        drawn[int(row)] = drawn[int(row)][:column] + said + drawn[int(row)][column + len(said) :]
    return drawn


def seen(app: App[int]) -> str:
    """What is in view, as one line."""
    return " ".join(" ".join(rows(app)).split())


async def until(pilot: Pilot[int], holds: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something holds, and until what came with it is drawn; fail when it does not hold in time."""
    async with asyncio.timeout(seconds):
        while not holds():
            await pilot.pause(0.01)
        await pilot.pause()


NOT_YET = "Now in view, not yet chosen"
"""What is said at the key of an option that was out of view."""


async def pressed(pilot: Pilot[int], *keys: str) -> None:
    """Press keys as a learner does who presses one again where its option had to be brought into view first."""
    for key in keys:
        await pilot.press(key)
        while told(pilot) == NOT_YET:
            await pilot.press(key)


async def decide(pilot: Pilot[int], choice: str, forecast: str = "2") -> None:
    """Make one decision, send it when that is asked, and see its consequence."""
    made = len(story(pilot).session.play.history)
    await pressed(pilot, key_of(pilot, choice), forecast)
    if story(pilot).session.play.phase is Phase.CALLED:
        await pilot.press("enter")
    await until(pilot, lambda: len(story(pilot).session.play.history) > made)
