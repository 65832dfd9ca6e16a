"""Home on the screen: the first round leads, the chapters are folded, and Ctrl+Z is never a dead end."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.faces.textual.chapter import ChapterPage
from course.faces.textual.help import Help
from course.faces.textual.home import Home
from course.faces.textual.results import Results
from course.faces.textual.scenario import ScenarioScreen
from course.faces.textual.window import Window
from course.visit.offers import Offer
from course.words import say
from tests.faces.textual.stage import STILL, make_app, page, pressed, rows, story, text, told, until
from tests.faces.textual.test_course_pages import ASK, PLAIN
from tests.faces.textual.test_in_hand import SHIPPED
from tests.folders import BAKERY
from tests.market import FOLDER


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    """The market with ten more stalls, two of which are the first round; without the extra minute."""
    folder = shutil.copytree(FOLDER, tmp_path / "fair")
    course = folder / "course.yaml"
    course.write_text("first-round: [stall-07, stall-02]\nextra-minute: off\n" + course.read_text())
    for number in range(1, 11):
        pair = "near" if number < 6 else "room"
        (folder / f"stall-{number:02}.yaml").write_text(PLAIN.format(number=number, pair=pair))
    return folder


async def play(pilot: Pilot[int], number: int) -> None:
    """Begin the stall of that number, which comes next, and play it to its end."""
    assert f"Next: Stall number {number}" in text(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ScenarioScreen | ChapterPage))
    if isinstance(pilot.app.screen, ChapterPage):
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ScenarioScreen))
    assert f"stall number {number}." in text(pilot)
    await pilot.press("1", "enter")
    await until(pilot, lambda: story(pilot).session.play.finished)


async def go_home(pilot: Pilot[int]) -> None:
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(pilot.app.screen, Home))


async def test_enter_goes_through_the_round_and_then_through_the_chapters(fair: Path, tmp_path: Path) -> None:
    app = make_app(tmp_path, settings=STILL, course=fair)
    async with app.run_test(size=(80, 24)) as pilot:
        for number, done in ((7, "0 of 2 stories played"), (2, "1 of 2 stories played")):
            assert done in text(pilot)
            await play(pilot, number)
            await go_home(pilot)
        assert say("home.round.over") in " ".join(text(pilot).split())
        assert say("home.round.results") in text(pilot)
        titles = [each.rows[0].text.plain for each in page(pilot).sheet.options if each.key.isdecimal()]
        assert titles == ["Near / Far", "Room / Crowd", "All together"], "no wall of them"
        assert Offer.BEGIN not in page(pilot).offers, "first what the round has shown"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Results))
        await go_home(pilot)
        assert "Next: Stall number 1" in text(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ScenarioScreen))
        await go_home(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 45)])
async def test_the_last_ending_of_the_round_says_so_in_view_and_leads_to_the_results(
    size: tuple[int, int], fair: Path, tmp_path: Path
) -> None:
    file = fair / "stall-02.yaml"
    file.write_text(file.read_text().replace("You have lemons.", f'"{"You have lemons. " * 60}"'))
    app = make_app(tmp_path, settings=STILL, course=fair)
    async with app.run_test(size=size) as pilot:
        await play(pilot, 7)
        foot = rows(app)[-1]
        assert f"n {say('keys.next')}" in foot
        await go_home(pilot)
        await play(pilot, 2)
        await pilot.pause()
        shown = rows(app)
        at = next(number for number, row in enumerate(shown) if "That was the first round" in row)
        assert not shown[at - 1].strip(), "with air above it"
        said = " ".join(" ".join(shown[at:]).split())
        assert say("home.round.over") in said
        assert f"n {say('keys.round-results')}" in shown[-1]
        assert say("keys.next") not in shown[-1]
        assert say("keys.next-chapter") not in shown[-1]
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, Results))
        assert f"t {say('keys.takeaway')}" in rows(app)[-1]
        await go_home(pilot)


async def test_results_and_what_to_take_along_are_in_the_key_bar_once_the_round_is_over(
    fair: Path, tmp_path: Path
) -> None:
    course = fair / "course.yaml"
    course.write_text("companion: before\n" + course.read_text())
    (fair / "before.yaml").write_text(ASK)
    app = make_app(tmp_path, settings=STILL, course=fair)
    async with app.run_test(size=(80, 24)) as pilot:
        for number in (7, 2):
            await play(pilot, number)
            await go_home(pilot)
        await pilot.pause()
        assert Offer.COMPANION in page(pilot).offers, "as many keys as home ever has"
        foot = rows(app)[-1]
        for key in ("Enter " + say("keys.round-results"), "r " + say("keys.results"), "t " + say("keys.takeaway")):
            assert key in foot


async def test_a_chapter_names_what_the_round_goes_on_with_wherever_that_is(fair: Path, tmp_path: Path) -> None:
    app = make_app(tmp_path, settings=STILL, course=fair)
    async with app.run_test(size=(80, 24)) as pilot:
        await play(pilot, 7)
        await go_home(pilot)
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, ChapterPage))
        assert "Room / Crowd" in rows(app)[0] + rows(app)[1]
        assert "Next: Stall number 2" in text(pilot)
        assert f"Enter {say('keys.next-up')}" in rows(app)[-1], "as at home, since its own chapter may come before it"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ScenarioScreen))
        assert "stall number 2." in text(pilot)
        await go_home(pilot)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, ChapterPage))
        assert "Next:" not in text(pilot), "it is in the list, and marked there"


async def test_a_story_that_is_begun_is_gone_on_with(fair: Path, tmp_path: Path) -> None:
    app = make_app(tmp_path, settings=STILL, course=fair)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, ChapterPage))
        assert f"Enter {say('keys.begin')}" in rows(app)[-1]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ScenarioScreen))
        await pilot.press("1", "escape")
        await until(pilot, lambda: isinstance(app.screen, ChapterPage))
        await pilot.pause()
        assert f"Enter {say('keys.go-on')}" in rows(app)[-1]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ScenarioScreen))
        assert len(story(pilot).session.play.history) == 1, "where it was left"


@pytest.mark.parametrize(
    ("minutes", "told"), [("minutes: 4\n", "4 minutes"), ("", "A few minutes before the stories, to see what moves")]
)
async def test_help_knows_the_warm_ups_minutes_from_the_warm_up(
    minutes: str, told: str, fair: Path, tmp_path: Path
) -> None:
    file = fair / "stall-03.yaml"
    file.write_text(minutes + file.read_text())
    course = fair / "course.yaml"
    course.write_text("warm-up: stall-03\n" + course.read_text())
    app = make_app(tmp_path, settings=STILL, course=fair)
    async with app.run_test(size=(80, 24)) as pilot:
        await play(pilot, 3)
        await go_home(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, Help))
        assert told in " ".join(text(pilot).split())


@pytest.mark.parametrize("shell", [True, False])
async def test_ctrl_z_stops_where_a_shell_can_bring_it_back_and_says_so_elsewhere(
    shell: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = []
    monkeypatch.setattr("course.system.suspending.can_be_brought_back", lambda: shell)
    monkeypatch.setattr("textual.app.App.action_suspend_process", lambda _: stopped.append(True))
    app = make_app(tmp_path, course=BAKERY)
    assert isinstance(app, Window)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert told(pilot) == ("" if shell else say("keys.no-shell"))
    assert stopped == [True] * shell


async def test_n_is_called_what_it_opens(tmp_path: Path) -> None:
    app = make_app(tmp_path, "warm-up", course=SHIPPED)
    async with app.run_test(size=(140, 45)) as pilot:
        while not story(pilot).session.play.finished:
            await pressed(pilot, "1", "end", "enter")
        assert f"n {say('keys.next-chapter')}" in rows(app)[-1], "that is shown by way of its chapter"
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, ChapterPage))
