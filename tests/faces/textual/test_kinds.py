"""Every exercise kind on the screen: by keys and by mouse, left in the middle and come back to, and looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.engine.play import Phase
from course.faces.textual.otherside import OtherSide
from course.faces.textual.page import YES
from course.faces.textual.scenario.play_page import PlayPage
from course.faces.textual.widgets.sheet import Sheet
from course.visit.settings import Settings
from tests.faces.textual.stage import make_app, page, pressed, rows, story, text, until
from tests.faces.textual.test_in_hand import SHIPPED, app_at
from tests.faces.textual.test_snapshots import LOOKS, PUSHY, SIZES, THEMES
from tests.market import FOLDER

SORTED = [key for side in "21211" for key in (side, "end", "enter")]
NOTE = ["2", "1", "2", "s", "2", "end", "enter"]
DAYS = ["right", "right", "1", *["right"] * 5, "2", "s", "2", "enter", "end", "enter"]
"""Two days after the note a card, and a call on the day she named."""
TO_DRAFTS = [*SORTED, *NOTE, *DAYS]
ORDERED = ["1", "3", "1", "2", "s", "enter"]
PAGES = {
    "sort": ["2"],
    "message": [*SORTED, "2"],
    "message-ready": [*SORTED, "2", "1", "2"],
    "message-weighed": [*SORTED, "2", "1", "2", "s"],
    "message-read": [*SORTED, "1", "1", "1", "s", "2"],
    "calendar": [*SORTED, *NOTE, "1", "right", "right", "2"],
    "calendar-lived": [*SORTED, *NOTE, "1", "right", "right", "2", "s", *PUSHY],
    "line": [*TO_DRAFTS, "1"],
    "line-drawn": [*TO_DRAFTS, "s", YES],
    "flip": [*TO_DRAFTS, "4", "2", "s", "end", "enter", "f", "1"],
    "other-side": [*TO_DRAFTS, "4", "2", "s", "end", "enter", "y"],
}


@pytest.mark.parametrize(("size", "theme"), LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, size: str, theme: str, tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    app = make_app(tmp_path, "market", Settings(theme=THEMES[theme], motion=False), FOLDER)
    assert snap_compare(app, press=PAGES[name], terminal_size=SIZES[size])


async def test_both_questions_of_the_extra_minute_are_in_view_below_a_long_message(tmp_path: Path) -> None:
    app = make_app(tmp_path, "market", course=FOLDER)
    async with app.run_test(size=(60, 13)) as pilot:
        await pressed(pilot, *SORTED, "2", "1", "2", "s")
        assert any("How will it come across?" in row for row in rows(app))
        assert any("3  Pushy" in row for row in rows(app))
        await pilot.press("1")
        assert any("Go ahead, or think again?" in row for row in rows(app))
        assert any("Esc    Think again" in row for row in rows(app))


async def test_no_mark_stands_on_the_line_while_a_statement_is_asked(tmp_path: Path) -> None:
    async with make_app(tmp_path, "market", course=FOLDER).run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        assert "●" in story(pilot).line.text
        await pilot.press("enter")
        assert "Statement 2" in text(pilot)
        assert "●" not in story(pilot).line.text


async def test_the_scene_that_a_message_has_pushed_away_is_one_key_away(tmp_path: Path) -> None:
    async with make_app(tmp_path, "market", course=FOLDER).run_test(size=(80, 24)) as pilot:
        await pilot.press(*SORTED, "k")
        assert "Where you are" not in text(pilot), "it stands on the page"
        await pilot.press("escape", "1", "k")
        scene = story_text(pilot)
        assert text(pilot).startswith(f"Where you are\n{scene}")
        await pilot.press("escape", "1", "1", "s", "k")
        assert text(pilot).startswith("Where you are\n")


def story_text(pilot: Pilot[int]) -> str:
    """How the scene of the story below begins."""
    below = pilot.app.screen_stack[-2]
    assert isinstance(below, PlayPage)
    return below.session.play.text.split(maxsplit=3)[0]


async def test_the_whole_story_by_keys(tmp_path: Path) -> None:
    app = make_app(tmp_path, "market", course=FOLDER)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Would you?" in text(pilot))
        await pilot.press(*SORTED)
        assert "[Greeting]" in text(pilot)
        await pilot.press("2", "1", "2")
        assert "Dear Ines, thank you for the apron, and the lemon." in text(pilot)
        await pilot.press("s", "2")
        assert "She had forgotten the lemon." in text(pilot)
        await pilot.press("end", "enter", *DAYS[:-1])
        assert "The phone is under the lemons." in text(pilot)
        await pilot.press("enter")
        assert "here runs the line" in text(pilot)
        await pilot.press("4", "2", "s", "end", "enter")
        assert story(pilot).session.play.phase is Phase.ENDED
        await pilot.press("y")
        assert isinstance(app.screen, OtherSide)
        await pilot.press("n")
        assert "Tomas" in text(pilot)
        await pilot.press("escape", "f", "1", "2", "2", "s")
        assert "2 of 2 on the side where they belong." in text(pilot)


@pytest.mark.parametrize("width", range(36, 60, 4))
async def test_which_person_it_is_stays_together_however_long_who_they_are(tmp_path: Path, width: int) -> None:
    async with app_at(SHIPPED, "thanks-for-nothing", "quoted", tmp_path).run_test(size=(width, 24)) as pilot:
        await pilot.press("y")
        assert any(re.search(r"(^|\s)1 of \d$", line) for line in text(pilot).splitlines()[:3]), text(pilot)


async def click(pilot: Pilot[int], said: str) -> None:
    """Click the option that says this."""
    sheet = page(pilot).sheet
    row = next(row for row, line in enumerate(sheet.text.splitlines()) if said in line)
    await pilot.click(Sheet, offset=(20, row - sheet.top + sheet.styles.padding.top))


async def test_the_mouse_does_all_of_it_too(tmp_path: Path) -> None:
    app = make_app(tmp_path, "market", course=FOLDER)
    async with app.run_test(size=(100, 44)) as pilot:
        await until(pilot, lambda: "Would you?" in text(pilot))
        await click(pilot, "2  Don't")
        assert "as you said" in text(pilot)
        await pilot.press(*SORTED[1:])
        for said in ("Dear Ines", "thank you for the apron", "I look forward"):
            await click(pilot, said)
        await click(pilot, "Send the note")
        await click(pilot, "Assertive")
        await pilot.press("enter")
        await click(pilot, "Thursday, day 3")
        await click(pilot, "1  Thank-you card")
        assert story(pilot).session.play.draft == (("3", "thank-you-card-to-ines"),)
        await click(pilot, "1  Thank-you card")
        assert story(pilot).session.play.draft == ()


async def test_a_draft_is_there_when_the_learner_comes_back(tmp_path: Path) -> None:
    app = make_app(tmp_path, "market", course=FOLDER)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Would you?" in text(pilot))
        await pilot.press(*SORTED, "2")
    again = make_app(tmp_path, "market", course=FOLDER)
    async with again.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Dear Ines" in text(pilot))
        assert story(pilot).session.play.draft == (("greeting", "dear-ines"),)
        await pilot.press("comma")
        assert "as it is" in text(pilot), "the part before, as it was worded"


async def test_a_message_sent_is_taken_up_again_as_it_was(tmp_path: Path) -> None:
    app = make_app(tmp_path, "market", course=FOLDER)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Would you?" in text(pilot))
        await pilot.press(*SORTED, *NOTE, "b")
        assert "Dear Ines, thank you" in text(pilot)
        assert story(pilot).session.play.ready() is not None
