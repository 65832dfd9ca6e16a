"""Only what can be seen can be chosen: an option that is out of view is brought there first, with what it answers."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.engine.play import Phase
from course.faces.textual.blocks import Option
from course.faces.textual.widgets.keys import KeyBar
from course.model.kinds.choices import Choices
from course.model.kinds.sort import Show, Sort
from tests.faces.textual.rules import pointer
from tests.faces.textual.stage import NOT_YET, make_app, pressed, rows, story, told, until
from tests.faces.textual.test_course_pages import fair
from tests.faces.textual.test_in_hand import SHIPPED, app_at
from tests.faces.textual.test_snapshots import SIZES
from tests.shipped import SCENARIOS

__all__ = ["fair"]


def asking() -> list[tuple[str, str]]:
    """Scenes of the shipped course in which nothing is put together: every sort, and of the decisions one in four."""
    scenes = [(each.head.id, *scene) for each in SCENARIOS.values() for scene in each.scenes.items()]
    sorts = [(story, name) for story, name, scene in scenes if isinstance(scene.body, Sort)]
    return sorts + [(story, name) for story, name, scene in scenes if isinstance(scene.body, Choices)][::4]


def in_view(pilot: Pilot[int], said: str) -> bool:
    """Whether all of that text stands on the screen, however it is broken into lines."""
    seen = " ".join(" ".join(rows(pilot.app)).replace("▌", " ").split())
    return " ".join(said.split()) in seen


def assert_seen(pilot: Pilot[int], option: Option) -> None:
    """The option is in view; and if it answers a statement, that is too."""
    play = story(pilot).session.play
    words = option.rows[-1].text.plain
    assert in_view(pilot, words), words
    if isinstance(play.exercise, Sort) and play.exercise.show is Show.ONE:
        item = play.shown()[0].item
        statement = next(each for each in play.exercise.statements if each.id == item)
        assert in_view(pilot, statement.say)


@pytest.mark.parametrize(("where", "size"), zip(asking(), cycle(["40x10", "60x20", "80x24", "60x20"])))
async def test_no_digit_answers_what_is_out_of_view(where: tuple[str, str], size: str, tmp_path: Path) -> None:
    scenario, scene = where
    app = app_at(SHIPPED, scenario, scene, tmp_path)
    width, _, height = size.partition("x")
    async with app.run_test(size=(int(width), int(height))) as pilot:
        shown = story(pilot)

        def done() -> object:
            return shown.session.play, shown.sheet.text

        def option() -> Option:
            return next(each for each in shown.sheet.options if each.key == "2")

        before, seen = done(), shown.sheet.sees(option())
        await pilot.press("2")
        assert (done() == before) == (told(pilot) == NOT_YET) == (not seen)
        while told(pilot) == NOT_YET:
            assert done() == before, "it is not chosen"
            assert shown.sheet.top > 0
            if shown.sheet.sees(option()):
                assert_seen(pilot, option())
            await pilot.press("2")
        assert done() != before


async def test_where_all_is_in_view_a_decision_takes_two_keys(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test(size=SIZES["80x24"]) as pilot:
        await pilot.press("1", "2")
        assert story(pilot).session.play.phase is Phase.SHOWN


@pytest.mark.parametrize("key", ["enter", "1"])
async def test_scrolling_away_takes_an_option_out_of_reach(key: str, tmp_path: Path) -> None:
    async with app_at(SHIPPED, "already-sent", "where-it-stings", tmp_path).run_test(size=(60, 12)) as pilot:
        shown = story(pilot)
        before = shown.session.play
        await pilot.press("end", "down", "home")
        option = shown.sheet.pointed
        assert option is not None
        await pilot.press(key)
        assert told(pilot) == NOT_YET
        assert shown.session.play == before
        assert_seen(pilot, option)


async def test_a_click_on_an_option_that_is_half_in_view_shows_the_rest_of_it_first(tmp_path: Path) -> None:
    async with app_at(SHIPPED, "long-week", "tuesday", tmp_path).run_test(size=(40, 45)) as pilot:
        shown = story(pilot)
        before = shown.session.play
        half = None
        for height in range(44, 12, -1):
            await pilot.resize_terminal(40, height)
            foot = shown.sheet.top + shown.sheet.size.height
            lines = shown.sheet.text.split("\n")
            if foot < len(lines) and lines[foot - 1].strip()[:1].isdigit() and lines[foot].startswith("     "):
                half = foot - 1
                break
        assert half is not None
        at = half - shown.sheet.top + shown.sheet.styles.padding.top
        await pilot.click("#story Sheet", offset=(10, at))
        assert told(pilot) == NOT_YET
        assert shown.session.play == before


async def test_in_a_window_that_is_larger_meanwhile_nothing_is_said_to_have_come_into_view(tmp_path: Path) -> None:
    """It was said above the keys, since there was no room between them; now all options are in view anyhow."""
    async with app_at(SHIPPED, "long-week", "tuesday", tmp_path).run_test(size=(50, 14)) as pilot:
        await pilot.press("3")
        assert told(pilot) == NOT_YET
        await pilot.resize_terminal(200, 60)
        await until(pilot, lambda: told(pilot) == "")


@pytest.mark.parametrize("size", [(84, 24), (104, 24), (130, 40), (200, 60)])
async def test_what_is_told_above_the_keys_begins_where_the_page_does(size: tuple[int, int], tmp_path: Path) -> None:
    async with app_at(SHIPPED, "long-week", "tuesday", tmp_path).run_test(size=size) as pilot:
        long = "What is too long for the key bar stands above it, and in the page's own column. " * 3
        story(pilot).tell(long)
        assert not story(pilot).query_one(KeyBar).told
        await until(pilot, lambda: any("What is too long" in row for row in rows(pilot.app)))
        row = next(row for row in rows(pilot.app) if "What is too long" in row)
        assert row.index("What is") == story(pilot).sheet.region.x == story(pilot).left(size[0])


async def test_what_is_told_goes_where_there_is_room_for_it_after_a_change_of_size(tmp_path: Path) -> None:
    async with app_at(SHIPPED, "long-week", "tuesday", tmp_path).run_test(size=(130, 40)) as pilot:
        bar, says = story(pilot).query_one(KeyBar), "F9 does nothing here, whatever else may be said of it"
        story(pilot).tell(says)
        assert bar.told == says
        await pilot.resize_terminal(50, 20)
        await until(pilot, lambda: bar.told == "")
        assert told(pilot) == says, "it stands above the keys"
        await pilot.resize_terminal(130, 40)
        await until(pilot, lambda: bar.told == says)


async def test_what_is_put_back_has_its_options_in_view_again(tmp_path: Path) -> None:
    async with app_at(SHIPPED, "long-week", "tuesday", tmp_path).run_test(size=SIZES["60x20"]) as pilot:
        await pressed(pilot, "1")
        assert story(pilot).session.play.phase is Phase.WEIGHING
        await pilot.press("escape")
        assert story(pilot).sheet.top > 0, "nothing above the options is new"
        await pilot.press("1")
        assert story(pilot).session.play.phase is Phase.WEIGHING, "two keys a decision where all is in view"


async def test_an_arrow_brings_the_statement_along(tmp_path: Path) -> None:
    async with app_at(SHIPPED, "already-sent", "where-it-stings", tmp_path).run_test(size=SIZES["60x20"]) as pilot:
        await pilot.press("down")
        sheet = story(pilot).sheet
        assert sheet.top <= pointer(sheet) < sheet.top + sheet.size.height
        assert sheet.pointed is not None
        assert_seen(pilot, sheet.pointed)
