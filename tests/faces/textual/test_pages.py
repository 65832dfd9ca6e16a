"""The pages around the stories, and what every page promises."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual import events
from textual.widgets import OptionList

from course.faces.textual.app import FineLine
from course.faces.textual.help import Help
from course.faces.textual.home import Home
from course.faces.textual.other_options import Others
from course.faces.textual.results import Results
from course.faces.textual.settings import SettingsScreen
from course.faces.textual.widgets.keys import KeyBar
from course.visit import settings as settings_store
from course.visit.course_folder import CourseFolder
from course.visit.request import Request
from course.visit.settings import Settings
from course.visit.visit import Visit
from tests.faces.textual.stage import STILL, decide, make_app, page, rows, seen, story, text, told, until
from tests.faces.textual.studio import Folder, make_preview
from tests.faces.textual.test_in_hand import SHIPPED, app_at
from tests.folders import BAKERY
from tests.journals import open_journal
from tests.market import FOLDER


async def test_results_count_dos_and_donts_apart_and_name_what_trips(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test() as pilot:
        await decide(pilot, "owner")
        await pilot.press("escape", "r")
        await until(pilot, lambda: isinstance(app.screen, Results))
        said = text(pilot)
        assert said.index("This happened once") < said.index("First answers count: it was partly right, 50%.")
        assert "Next time: Write to the person you met." in said


async def test_results_before_the_first_story_say_what_to_do(tmp_path: Path) -> None:
    async with make_app(tmp_path).run_test() as pilot:
        await pilot.press("r")
        assert "Results begin with the first answer that counts" in text(pilot)


async def test_settings_take_effect_at_once_and_are_remembered(tmp_path: Path, own_home: Path) -> None:
    app = make_app(tmp_path, settings=Settings(motion=True))
    async with app.run_test() as pilot:
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        await pilot.press("1", "2", "3")
        assert app.theme == "light"
        assert str(app.animation_level) == "none"
        await pilot.press("3")
        assert str(app.animation_level) == "full"
    kept, _ = settings_store.load(own_home / "settings.json")
    assert kept == Settings(theme="light", extra_minute=False, motion=True)


async def test_help_explains_the_page_and_lists_only_its_keys(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, Help)
        assert "take the extra minute" in text(pilot)
        assert "Choose what you would do" in text(pilot)
        assert "Go on with the story" not in text(pilot), "nothing is sent yet"
        await pilot.press("escape")
        assert story(pilot)


async def test_the_key_bar_names_what_works_now(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test(size=(100, 24)) as pilot:

        def bar() -> str:
            return page(pilot).query_one(KeyBar).text

        assert "1-3 choose" in bar()
        assert "assertive" not in bar()
        await pilot.press("1")
        assert "1-3 call it" in bar()
        assert "choose" not in bar()


@pytest.mark.parametrize(
    ("width", "says"),
    [
        (60, "  Space more   1-8 choose   s let them pass   ? more keys"),
        (80, "  Space more   1-8 choose   ←/→ another one   s let them pass   ? more keys"),
        (140, "1-8 choose   ←/→ another one   s let them pass   Esc leave   k what you know   ? help"),
    ],
)
async def test_the_key_bar_takes_all_of_the_width_before_it_leaves_a_key_out_and_says_that_there_are_more(
    tmp_path: Path, width: int, says: str
) -> None:
    async with app_at(SHIPPED, "one-or-two", "boxes", tmp_path).run_test(size=(width, 24)) as pilot:
        await pilot.press("1")
        bar = page(pilot).query_one(KeyBar).text
        assert bar.endswith(says), bar
        await pilot.press("f9")
        assert page(pilot).query_one(KeyBar).text.strip().startswith("F9 does nothing here")


async def test_where_the_other_options_lead_is_said_to_be_seen_later(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test() as pilot:
        later = "Where the other options lead can be seen once it's sent"
        for keys in ("o", "1"), ("o", "3"), ("o", "1"):
            await pilot.press(keys[0])
            assert told(pilot) == later, keys
            await pilot.press(keys[1])
        await pilot.press("enter", "o")
        assert isinstance(pilot.app.screen, Others)


async def test_the_palette_finds_what_the_keys_do(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"results")
        found = app.screen.query_one(OptionList)
        await until(pilot, lambda: found.highlighted_option is not None and "results" in str(found.highlighted_option))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Results))


async def test_a_broken_story_is_listed_with_the_reason_and_the_others_play(tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(BAKERY, course)
    file = course / "people" / "back-door.yaml"
    file.write_text(file.read_text().replace("next: end", "next: ennd", 1))
    app = make_app(tmp_path, course=course)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "unavailable" in text(pilot))
        assert "ennd" in text(pilot)
        await pilot.press("2")
        assert isinstance(app.screen, Home)
        await pilot.press("1")
        await until(pilot, lambda: not isinstance(app.screen, Home))


async def test_what_is_asked_where_a_page_has_no_room_is_seen_and_can_be_answered(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(30, 6)) as pilot:
        await until(pilot, lambda: "36 columns and 8 rows" in seen(app))
        await pilot.press("ctrl+c")
        await until(pilot, lambda: "Quit?" in rows(app)[-1])
        await pilot.press("escape")
        await until(pilot, lambda: "Quit?" not in rows(app)[-1])
        assert app.is_running
        assert not page(pilot).asking


@pytest.mark.parametrize("width", range(1, 16))
async def test_no_window_is_too_small_to_survive(tmp_path: Path, width: int) -> None:
    async with make_app(tmp_path, "thank-you").run_test(size=(width, max(1, width // 2))) as pilot:
        await pilot.press("1", "2", "enter", "question_mark", "escape")
        await pilot.resize_terminal(80, 24)
        assert "Marta" in text(pilot)


@pytest.mark.parametrize("size", [(30, 24), (80, 5)])
async def test_no_key_acts_behind_the_page_that_asks_for_room(tmp_path: Path, size: tuple[int, int]) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        before = story(pilot).session.play
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: page(pilot).too_small)
        await pilot.press("1", "2", "enter", "escape", "question_mark", "b", "s")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: not page(pilot).too_small)
        assert story(pilot).session.play == before
        assert len(app.screen_stack) == 2
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: page(pilot).too_small)
        await pilot.press("ctrl+q")
    assert app.return_code == 0


async def test_every_choice_can_be_reached_at_60_by_20(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test(size=(60, 20)) as pilot:
        for option in page(pilot).sheet.options:
            await pilot.press("down")
            assert page(pilot).sheet.pointed is option
            sheet = page(pilot).sheet
            row = next(number for number, line in enumerate(text(pilot).split("\n")) if "▸" in line)
            assert sheet.top <= row < sheet.top + sheet.size.height


async def test_of_two_keys_pressed_at_once_only_the_first_leads_on(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("2", "1"):
            app.post_message(events.Key(key, key))
        await until(pilot, lambda: len(app.screen_stack) > 1)
        await pilot.pause()
        assert story(pilot).session.play.scenario.head.id == "back-door"
        assert len(app.screen_stack) == 2


async def test_home_says_whose_it_is_where_several_share_a_machine(tmp_path: Path) -> None:
    app = FineLine(
        Visit(CourseFolder(BAKERY), open_journal(tmp_path / "journal.db", learner="ana"), STILL), Request(BAKERY)
    )
    async with app.run_test(size=(80, 24)):
        assert "Fine Line · ana" in "\n".join(rows(app))


KEPT = "Everything you decide is kept the moment you send it"


@pytest.mark.parametrize(("scenario", "at", "kept"), [("", "", True), ("market", "", True), ("market", "days", False)])
async def test_help_says_that_what_is_decided_is_kept_only_where_it_is(
    scenario: str, at: str, kept: bool, tmp_path: Path
) -> None:
    async with app_at(FOLDER, scenario, at, tmp_path).run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        assert (KEPT in " ".join(text(pilot).split())) is kept


async def test_help_in_the_preview_says_that_nothing_is_kept_and_not_that_everything_is(tmp_path: Path) -> None:
    async with make_preview(Folder(tmp_path)).run_test(size=(140, 45)) as pilot:
        for key in ("question_mark", "m", "x", "w"):
            await pilot.press(key)
            if key != "question_mark":
                await pilot.press("question_mark")
            assert isinstance(pilot.app.screen, Help)
            assert KEPT not in " ".join(text(pilot).split())
            await pilot.press("escape", *(["escape"] if key != "question_mark" else []))
