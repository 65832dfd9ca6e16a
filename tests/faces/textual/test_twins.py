"""Twins in the debrief: what differs, side by side where there is room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.faces.textual.app import FineLine
from course.faces.textual.widgets.sheet import MARGIN, MEASURE
from course.visit.settings import Settings
from tests.desks import keep
from tests.faces.textual.stage import decide, make_app, page, rows, seen, text
from tests.faces.textual.test_snapshots import LOOKS, SIZES, THEMES
from tests.folders import DESKS
from tests.journals import open_journal


def debriefed(home: Path, theme: str = "dark") -> FineLine:
    """Both desks were met, and the same was answered at both; the debrief of the second is to be opened with `w`."""
    journal = open_journal(home / "journal.db")
    keep(journal, "dentist", "leave")
    journal.close(60)
    return make_app(home, "library", Settings(theme=THEMES[theme], motion=False), DESKS)


async def to_the_debrief(pilot: Pilot[int]) -> None:
    """Both scenes to their end, and what was decided there."""
    await decide(pilot, "desk")
    await pilot.press("enter", "1", "2", "s", "enter", "w")


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_picture(size: str, theme: str, tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    async def reach(pilot: Pilot[int]) -> None:
        await to_the_debrief(pilot)
        await pilot.press("space")

    assert snap_compare(debriefed(tmp_path, theme), run_before=reach, terminal_size=SIZES[size])


@pytest.mark.parametrize("width", [60, 80, 109, 110, 140])
async def test_the_two_stand_side_by_side_from_110_columns_on(width: int, tmp_path: Path) -> None:
    app = debriefed(tmp_path)
    async with app.run_test(size=(width, 40)) as pilot:
        await to_the_debrief(pilot)
        lines = text(pilot).splitlines()
        assert page(pilot).about == "debrief.about"
        assert any("in The library" in each and "in The dental office" in each for each in lines) == (width >= 110)
        shown = [each for each in rows(app) if each.strip()]
        title, first = (
            next(each for each in shown if said in each) for said in ("your decisions", "landed as advised")
        )
        indent = len(title) - len(title.lstrip())
        assert rows(app)[0].strip() == "", "air above the title, whatever stands side by side"
        assert indent == len(first) - len(first.lstrip()) == max(MARGIN, (width - MEASURE) // 2), "as on every page"


@pytest.mark.parametrize("width", [60, 80, 140])
async def test_what_decides_stands_first_and_nothing_twice(width: int, tmp_path: Path) -> None:
    app = debriefed(tmp_path)
    async with app.run_test(size=(width, 120)) as pilot:
        await to_the_debrief(pilot)
        told = seen(app).split("What differs?")
        assert len(told) == 3, "on Thursday, and of the statements"
        assert told[2].count("She asked for a note.") == told[2].count("He asked for no more paper.") == 1
        fact, why = "Otis sees people until Friday", "There is nothing to ask"
        if width < 110:
            assert told[1].index(fact) < told[1].index("You ") < told[1].index("Advised") < told[1].index(why)


async def test_what_was_met_first_stays_whatever_was_tried_later(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    keep(journal, "dentist", "leave")
    keep(journal, "dentist", "e-mail")
    journal.close(60)
    app = make_app(tmp_path, "library", course=DESKS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "2", "enter", "w")
        there = text(pilot).partition("in The dental office")[2]
        assert there.index("Leave it until next week.") < there.index("Advised")


async def test_results_count_a_pair_as_one_thing_and_only_once_both_were_met(tmp_path: Path) -> None:
    app = debriefed(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "r")
        assert "one fact" not in text(pilot)
    app = make_app(tmp_path, "library", course=DESKS)
    async with app.run_test(size=(80, 24)) as pilot:
        await decide(pilot, "leave")
        await pilot.press("escape", "r")
        assert (
            "In 1 pair of situations one fact makes the difference; in 0 you were right on both sides of it."
            in " ".join(text(pilot).split())
        )
