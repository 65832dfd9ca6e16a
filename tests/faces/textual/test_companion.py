"""The companion on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.faces.textual.entry import Entry
from course.reading.files.find import find_course
from tests.faces.textual.stage import make_app, pressed, seen, text, told, until
from tests.visit.test_companion import unfolded


async def test_on_the_screen_it_asks_says_and_saves(tmp_path: Path) -> None:
    app = make_app(tmp_path, course=find_course(None))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Warm-up" in text(pilot))
        await pilot.press("a")
        await until(pilot, lambda: "Is it one of these?" in text(pilot))
        await pilot.press("1", "3", "b", "3")
        await pilot.press("1", "1", "2", "1")
        assert "Pushy, because:" in text(pilot)
        assert "Write or call your interviewer's boss" in text(pilot)
        await pilot.press("pagedown", "s")
        assert "Saved as" in told(pilot), "wherever the page is scrolled to"
        await pilot.press("s")
        assert "It is saved already" in told(pilot)
        await pilot.press("r")
        assert "Is it one of these?" in text(pilot)
    (saved,) = tmp_path.glob("follow-up-*.ics")
    assert unfolded(saved.read_bytes().decode())
    assert app.visit.journal.past(app.visit.course.id).standings == {}, "nothing is kept"


async def test_the_day_that_is_named_is_seen_beside_the_one_after_it(tmp_path: Path) -> None:
    """Where all of the advice does not fit, too."""
    app = make_app(tmp_path, course=find_course(None))
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "Warm-up" in text(pilot))
        await pilot.press("a")
        await until(pilot, lambda: "Is it one of these?" in seen(app))
        await pressed(pilot, *"1111311", "home", "d")
        await until(pilot, lambda: "An empty line if you don't know." in seen(app))
        await pilot.press(*"1", "enter")
        await until(pilot, lambda: "1 is no day that is known here" in seen(app))
        await pilot.press("ctrl+u", *"24.12.2026", "enter")
        await until(pilot, lambda: "When Monday, December 28" in seen(app))
        assert "They named Thursday, December 24" in seen(app)


async def test_a_reason_on_the_other_side_stands_under_its_own_name(tmp_path: Path) -> None:
    async with make_app(tmp_path, course=find_course(None)).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Warm-up" in text(pilot))
        await pilot.press("a")
        await until(pilot, lambda: "Is it one of these?" in text(pilot))
        await pilot.press("3", "1", "2", "2", "2")
        said = text(pilot)
        in_order = ["Pushy, because:", "One sentence has an edge.", "And also too quiet:", "They asked longer ago"]
        assert sorted(in_order, key=said.index) == in_order


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 30)])
async def test_the_day_is_asked_for_at_the_first_press_wherever_the_page_is_scrolled_to(
    size: tuple[int, int], tmp_path: Path
) -> None:
    """The keys say that it is to be named; and nothing is decided by asking."""
    async with make_app(tmp_path, course=find_course(None)).run_test(size=size) as pilot:
        await until(pilot, lambda: "Warm-up" in text(pilot))
        await pilot.press("a")
        await until(pilot, lambda: "Is it one of these?" in " ".join(text(pilot).split()))
        await pressed(pilot, *"1111311")
        await pilot.press("home", "d")
        await until(pilot, lambda: isinstance(pilot.app.screen, Entry))
