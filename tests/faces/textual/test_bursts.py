"""Keys that come faster than pages are drawn: on no page do they crash anything or do a thing twice."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from course.engine.play import Phase
from course.faces.textual.debrief import Debrief
from course.faces.textual.home import Home
from course.faces.textual.scenario import ScenarioScreen
from course.faces.textual.widgets.keys import KeyBar
from tests.faces.textual.every_page import PAGES, opened
from tests.faces.textual.stage import make_app, page, story, told, until
from tests.faces.textual.test_course_pages import fair

__all__ = ["fair"]
QUITS = {"q", "ctrl+q", "ctrl+c"}
PALETTE = ["ctrl+p", "pageup", "pagedown", "z", "pageup", "end", "enter", "enter", "escape"]
TYPED = "in a hurry to try every very sorry story. yes, carry on! "


async def burst(pilot: Pilot[int], *keys: str) -> None:
    """Press all of them before the first has done anything."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await pilot.pause()


def bursts(pilot: Pilot[int], chance: random.Random) -> Iterable[list[str]]:
    """Enter again and again, every key of the page twice, the palette before it is drawn, and a mash of everything."""
    keys = sorted({*pilot.app.screen.active_bindings} - QUITS)
    yield ["enter"] * 4
    yield ["down", "enter", "enter", "enter"]
    yield [key for key in keys for _ in range(2)]
    yield PALETTE
    yield chance.choices([*keys, "enter", "escape", "down", "pagedown"], k=60)


@pytest.mark.parametrize("name", PAGES)
async def test_no_burst_of_keys_crashes_any_page(
    name: str, tmp_path: Path, fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(name, "80x24", tmp_path, fair) as pilot:
        monkeypatch.setattr(pilot.app, "open_url", lambda _: None)
        for keys in bursts(pilot, random.Random(name)):
            await burst(pilot, *keys)
            assert pilot.app.is_running, keys  # what was raised inside, the end of `opened` raises again


async def test_fast_enters_on_a_decision_go_back_to_it_once(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "2", "w")
        assert isinstance(app.screen, Debrief)
        await burst(pilot, "down", "enter", "enter", "enter")
        assert isinstance(app.screen, ScenarioScreen), "one page has gone, and no other"
        assert story(pilot).session.play.phase is Phase.DECIDING


async def test_a_double_click_is_one_click(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        sheet = page(pilot).sheet
        row = next(number for number, line in enumerate(sheet.text.split("\n")) if line.lstrip("▸ ").startswith("1"))
        await pilot.click(sheet, offset=(6, row + 1), times=2)
        assert story(pilot).session.play.phase is Phase.WEIGHING, "chosen, and not sent as well"


async def test_a_click_on_several_keys_told_as_a_range_decides_nothing(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        bar = page(pilot).query_one(KeyBar)
        for sign, phase in (("choose", Phase.DECIDING), ("leave", Phase.DECIDING)):
            assert story(pilot).session.play.phase is phase
            await pilot.click(bar, offset=(bar.text.index(sign), 0))
        assert not isinstance(app.screen, ScenarioScreen), "what is one key alone can be clicked"


async def test_keys_in_a_burst_are_not_told_that_they_do_nothing(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(pilot, "1", "2")
        await until(pilot, lambda: story(pilot).session.play.phase is Phase.SHOWN)
        assert told(pilot) == ""
        await burst(pilot, "x")
        assert told(pilot) == "x does nothing here"


async def test_no_burst_slips_through_both_questions_of_the_extra_minute(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await burst(pilot, "1", "1", "1", "1")
        assert story(pilot).session.play.phase is Phase.CALLED, "the same key answers but one of them"
        await pilot.press("escape")
        await burst(pilot, "2", "3", "enter", "enter", "enter")
        assert story(pilot).session.play.phase is Phase.CALLED, "nobody has seen yet what is asked"
        await pilot.press("enter")
        assert story(pilot).session.play.phase is Phase.SHOWN


async def test_keys_in_a_burst_do_not_run_past_a_consequence_or_the_ending(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "3")
        await burst(pilot, "enter", "enter", "enter")
        assert story(pilot).session.play.phase is Phase.SHOWN
        await pilot.press("enter", "1", "3", "enter")
        await burst(pilot, "enter", "enter", "enter")
        assert story(pilot).session.play.phase is Phase.ENDED
        await pilot.press("enter")
        assert isinstance(app.screen, Debrief)


async def test_the_small_letter_of_yes_leaves_the_question_open_and_says_what_is_needed(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "2", "r")
        assert page(pilot).asking
        await pilot.press("y")
        assert page(pilot).asking
        assert told(pilot) == "Shift+Y says yes."
        await pilot.press("x")
        assert not page(pilot).asking
        await pilot.press("r", "y", "Y")
        assert not story(pilot).session.play.history


async def test_no_word_that_is_typed_gives_anything_up(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "2")
        (before,) = app.visit.journal.unfinished(app.visit.course.id)
        await burst(pilot, *TYPED.replace(" ", "_"))
        await pilot.press("escape")
        if isinstance(app.screen, Home):
            await pilot.press("enter")
        (left,) = app.visit.journal.unfinished(app.visit.course.id)
        assert left.beginning == before.beginning
        assert app.visit.journal.standings(app.visit.course.id)["thank-you"].attempts == 1


async def test_a_text_that_is_pasted_where_no_key_means_anything_is_eaten_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        said: list[str] = []
        shown = page(pilot)
        tell = shown.tell

        def noted(says: str) -> None:
            said.append(says)
            tell(says)

        monkeypatch.setattr(shown, "tell", noted)
        await burst(pilot, *"zxv" * 1000, "z")
        await until(pilot, lambda: told(pilot) == "z does nothing here")
        assert len(said) < 20, "and not told of, letter by letter"
        await pilot.press("1")
        assert story(pilot).session.play.phase is Phase.WEIGHING
