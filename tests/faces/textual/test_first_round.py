"""Home on the screen: the first round leads, the chapters are folded, and Ctrl+Z is never a dead end."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.faces.textual.home import Home
from course.faces.textual.scenario import ScenarioScreen
from course.faces.textual.window import Window
from course.visit.offers import Offer
from course.words import say
from tests.faces.textual.stage import STILL, make_app, page, story, text, told, until
from tests.faces.textual.test_course_pages import PLAIN
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


async def test_enter_goes_through_the_round_and_then_through_the_chapters(fair: Path, tmp_path: Path) -> None:
    app = make_app(tmp_path, settings=STILL, course=fair)
    async with app.run_test(size=(80, 24)) as pilot:
        for number, done in ((7, "0 of 2 done"), (2, "1 of 2 done")):
            assert done in text(pilot)
            assert f"Next: Stall number {number}" in text(pilot)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, ScenarioScreen))
            assert f"stall number {number}." in text(pilot)
            await pilot.press("1", "enter")
            await until(pilot, lambda: story(pilot).session.play.finished)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, Home))
        assert say("home.round.over") in " ".join(text(pilot).split())
        assert "Next: Stall number 1" in text(pilot)
        titles = [each.rows[0].text.plain for each in page(pilot).sheet.options if each.key.isdecimal()]
        assert titles == ["Near / Far", "Room / Crowd", "All together"], "no wall of them"
        assert Offer.BEGIN in page(pilot).offers


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
