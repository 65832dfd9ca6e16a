"""A picture of every page that frames a longer course: chapters, warm-up, companion, takeaway, practice."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.faces.textual.app import FineLine
from course.visit.course_folder import CourseFolder
from course.visit.request import Request
from course.visit.settings import Settings
from course.visit.visit import Visit
from tests.faces.textual.stage import NOON
from tests.faces.textual.test_snapshots import LOOKS, SIZES, THEMES
from tests.journals import open_journal
from tests.market import FOLDER

PLAIN = """\
title: Stall number {number}
summary: One decision at stall number {number}.
pair: {pair}
starts-on: Monday
start: one
scenes:
  one:
    text: It is market day at stall number {number}.
    choices:
      - {{say: Greet number {number}., follows: thanks, happens: A wave., because: It is kind {number}., next: good}}
      - {{say: Walk by number {number}., breaks: thanks, happens: Nothing., because: It is cold {number}., next: bad}}
      - {{say: Stand by number {number}., breaks: door, happens: A queue., because: It blocks {number}., next: bad}}
  good: {{ending: assertive, text: You have lemons.}}
  bad: {{ending: pushy, text: You have none.}}
"""
SORT = """\
title: {title}
minutes: 2
start: one
scenes:
  one:
    text: Four things one might do at a market.
    sort:
      question: Would you?
      statements:
        - {{say: Say good morning {title}., follows: thanks, because: It costs nothing.}}
        - {{say: Walk off without a word {title}., breaks: thanks, because: She saw you.}}
        - {{say: Write before you come {title}., follows: door, because: She can say when.}}
        - {{say: Come in by the back {title}., breaks: door, because: It is hers.}}
      next: end
  end: {{ending: assertive, text: That was all.}}
"""
ASK = """\
title: Before you go
scored: off
start: who
scenes:
  who:
    text: Who would you go and see?
    choices:
      - {say: Ines herself., because: It is her stall., next: fine}
      - {say: Whoever is there., breaks: door, because: It is her stall., next: not}
  fine: {ending: assertive, text: Go., better: Bring a basket., wait: 0}
  not: {ending: pushy, text: It is her stall., better: Write to Ines., wait: 4}
"""


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    """The market with ten more stalls, a warm-up, an after-check and a companion."""
    folder = tmp_path / "fair"
    shutil.copytree(FOLDER, folder)
    course = (folder / "course.yaml").read_text()
    frame = "warm-up: warm-up\nafter-check: after\ncompanion: before\ncard: If not, then not."
    course = course.replace("pass-mark: 70%", f"pass-mark: 70%\n{frame}")
    course = course.replace(
        "    about: Be near, and say so.\n",
        "    about: Be near, and say so.\n    intro: |\n      You want to be near.\n\n      Say so, and say it once.\n",
    )
    (folder / "course.yaml").write_text(course)
    for number in range(1, 11):
        pair = "near" if number < 6 else "room"
        (folder / f"stall-{number:02}.yaml").write_text(PLAIN.format(number=number, pair=pair))
    for name in ("warm-up", "after"):
        (folder / f"{name}.yaml").write_text(SORT.format(title=name.capitalize()))
    (folder / "before.yaml").write_text(ASK)
    return folder


STALL = ["1", "2", "2", "end", "enter", "escape", "escape"]
"""The first stall of a chapter, with the first choice shown second; called assertive; and back home by its chapter."""
WARMED = ["enter", *["1", "end", "enter"] * 4, "escape"]
PAGES = {
    "home": [],
    "home-played": [*WARMED, "1", *STALL],
    "chapter": ["1"],
    "chapter-played": ["1", *STALL, "1"],
    "warm-up": ["enter"],
    "results": [*WARMED, "1", *STALL, "o", *["2", "end", "enter"] * 4, "escape", "r"],
    "ask": ["a"],
    "ask-pushy": ["a", "2"],
    "takeaway": ["1", *STALL, "t"],
    "differ": ["1", *STALL[:3], "i", *"It was raining."],
}


@pytest.mark.parametrize(("size", "theme"), LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_page(
    name: str,
    size: str,
    theme: str,
    fair: Path,
    tmp_path: Path,
    snap_compare: Callable[..., bool],
) -> None:
    journal = open_journal(tmp_path / "journal.db", lambda: NOON)
    settings = Settings(theme=THEMES[theme], motion=False)
    app = FineLine(Visit(CourseFolder(fair), journal, settings, seed=7), Request(fair, seed=7))
    assert snap_compare(app, press=PAGES[name], terminal_size=SIZES[size])


PRACTICE = {"offered": ["escape", "escape"], "one": ["escape", "escape", "g"]}


@pytest.mark.parametrize(("size", "theme"), LOOKS)
@pytest.mark.parametrize("name", PRACTICE)
def test_practice(
    name: str, size: str, theme: str, fair: Path, tmp_path: Path, snap_compare: Callable[..., bool]
) -> None:
    days = [0]

    def now() -> datetime:
        return NOON + timedelta(days=days[0])

    journal = open_journal(tmp_path / "journal.db", now)
    settings = Settings(theme=THEMES[theme], motion=False)
    app = FineLine(Visit(CourseFolder(fair), journal, settings, seed=7), Request(fair, seed=7))

    async def reach(pilot: Pilot[int]) -> None:
        await pilot.press("1", "1", "2", "2", "end", "enter")
        days[0] = 2
        await pilot.press(*PRACTICE[name])

    assert snap_compare(app, run_before=reach, terminal_size=SIZES[size])
