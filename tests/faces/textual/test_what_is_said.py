"""What a page says of keeping, of leaving and of its keys is true where and when it is said."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from course.engine.play import Phase
from course.faces.textual.app import FineLine
from course.faces.textual.chapter import ChapterPage
from course.faces.textual.home import Home
from course.faces.textual.page import YES
from course.faces.textual.scenario import ScenarioScreen
from course.faces.textual.widgets.keys import KeyBar, key_name
from course.visit.request import Request
from course.visit.visit import Visit
from tests.faces.textual.every_page import opened
from tests.faces.textual.stage import decide, make_app, page, rows, story, text, told, until
from tests.faces.textual.test_course_pages import fair
from tests.faces.textual.test_kinds import TO_DRAFTS
from tests.journals import attempts, open_journal
from tests.market import FOLDER
from tests.terminal import PATIENCE

__all__ = ["fair"]
TO_THE_END = ["1", "2", "enter", "1", "3", "enter", "enter"]


def keeping(pilot: Pilot[int]) -> str:
    """What stands above the keys about keeping."""
    line = page(pilot).query_one("#keeping", Static)
    return str(line.content) if line.display else ""


async def helped(pilot: Pilot[int]) -> str:
    """What `?` says of the page on top."""
    await pilot.press("question_mark")
    said = " ".join(text(pilot).split())
    await pilot.press("escape")
    return said


async def test_a_journal_that_is_taken_away_is_told_in_the_story_and_its_attempt_kept_anew(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await decide(pilot, "two-lines")
        app.visit.journal.wait(PATIENCE)
        for file in tmp_path.glob("journal.db*"):
            file.unlink()
        await until(pilot, lambda: "moved or replaced meanwhile" in keeping(pilot))
        await pilot.press("enter")
        await pilot.press("escape")
        assert "Continue" in text(pilot)
    app.visit.close()
    assert [len(each.decisions) for each in attempts(open_journal(tmp_path / "journal.db"), "bakery")] == [1]


async def test_what_was_done_in_this_visit_is_offered_also_where_the_journal_is_lost(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await decide(pilot, "two-lines")
        await pilot.press("escape")
        assert "Continue" in text(pilot)
        app.visit.journal.wait(PATIENCE)
        for file in tmp_path.glob("journal.db*"):
            file.unlink()
        await until(pilot, lambda: "moved or replaced meanwhile" in " ".join(text(pilot).split()))
        await until(pilot, lambda: "Continue: The thank-you" in text(pilot))


async def test_while_something_is_not_kept_quitting_asks_first_and_the_status_says_so(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        blocker = sqlite3.connect(tmp_path / "journal.db", isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        await decide(pilot, "two-lines")
        await until(pilot, lambda: keeping(pilot).startswith("Not kept yet"))
        await pilot.press("ctrl+q")
        assert "Not all is kept. Quit?" in page(pilot).query_one(KeyBar).text
        await pilot.press("escape")
        assert isinstance(app.screen, ScenarioScreen)
        await pilot.press("ctrl+p", "ctrl+q")
        assert "Not all is kept. Quit?" in page(pilot).query_one(KeyBar).text, "also where the palette was open"
        await pilot.press("escape", "ctrl+c")
        assert "Not all is kept. Quit?" in page(pilot).query_one(KeyBar).text
        await pilot.press("ctrl+q", YES)
    said: list[str] = []
    assert app.visit.close(said.append, hurried=True) == 2
    assert said[0].startswith("Not kept: the last thing you did is lost")
    blocker.close()


async def test_after_going_back_from_an_ending_every_page_says_that_it_is_practice(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "your place is kept" in await helped(pilot)
        await pilot.press(*TO_THE_END)
        assert "your place is kept" in await helped(pilot)
        await pilot.press("w", "down", "enter")
        for key in ("2", "2", "enter", "enter"):
            assert "what if? practice" in "\n".join(rows(app))
            stays = story(pilot).session.play.phase in (Phase.WEIGHING, Phase.CALLED)
            back = "you come back to the ending" in await helped(pilot)
            assert back is not stays, "there Esc puts back what was picked"
            await pilot.press(key)
        await pilot.press("escape")
        if isinstance(app.screen, ScenarioScreen):
            await pilot.press("escape")
        assert isinstance(app.screen, Home)
        assert "Continue" not in text(pilot)
        await pilot.press("1")
        assert story(pilot).session.play.phase is Phase.ENDED, "as was said"


async def test_a_story_leads_back_to_the_chapter_it_was_opened_in(tmp_path: Path, fair: Path) -> None:
    async with opened("fair-home", "80x24", tmp_path, fair) as pilot:
        assert "1-3 Open the chapter of that number" in await helped(pilot)
        await pilot.press("1")
        assert "Open the story of that number" in await helped(pilot)
        await pilot.press("2", "escape")
        assert isinstance(pilot.app.screen, ChapterPage)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Home)


async def test_home_and_end_go_to_the_ends_of_a_long_page(tmp_path: Path, fair: Path) -> None:
    async with opened("help-of-a-scene", "60x20", tmp_path, fair) as pilot:
        await pilot.press("end")
        assert not page(pilot).sheet.more
        assert page(pilot).sheet.top > 0
        await pilot.press("home")
        assert page(pilot).sheet.top == 0


async def test_what_nobody_has_touched_is_not_sent_unasked(tmp_path: Path) -> None:
    app = make_app(tmp_path, "market", course=FOLDER)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_DRAFTS)
        before = story(pilot).session.play
        for keys in (["s"], ["up", "enter"]):
            await pilot.press(*keys)
            assert "Nothing is changed. Send it?" in page(pilot).query_one(KeyBar).text
            await pilot.press("escape")
            assert story(pilot).session.play == before
        await pilot.press("s", YES)
        assert len(story(pilot).session.play.decisions) > len(before.decisions)


async def test_keys_to_another_day_are_named_as_people_call_them(tmp_path: Path, fair: Path) -> None:
    async with opened("calendar", "80x24", tmp_path, fair) as pilot:
        said = await helped(pilot)
        assert "←/, The part or the day before" in said
        assert "→/. The next part or day" in said


async def test_the_palette_lists_each_theme_once(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test():
        found = [each.title.lower() for each in app.get_system_commands(app.screen)]
        assert sorted(set(found)) == sorted(found)


async def test_what_does_not_fit_the_line_is_said(tmp_path: Path, fair: Path) -> None:
    async with opened("fair-differ", "80x24", tmp_path, fair) as pilot:
        pilot.app.screen.focused.post_message(events.Paste("word " * 600))  # type: ignore[union-attr]
        await until(pilot, lambda: told(pilot) == "There is room for 500 characters; the rest is left out.")
        await pilot.press("enter")
        assert "Noted, in your journal" in told(pilot)
        await pilot.press("down")
        assert told(pilot) == "", "it does not lie over what comes next"


async def test_a_learner_is_called_as_they_write_themselves(fair: Path) -> None:
    request = Request(fair, learner="zoë", called="Zoë")
    visit = Visit.begin(request)
    app = FineLine(visit, request)
    async with app.run_test(size=(80, 24)):
        assert any("Zoë" in row for row in rows(app))
    assert visit.journal.learner == "zoë"
    visit.close()


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_no_notice_hides_what_is_to_be_decided_or_the_keys(tmp_path: Path, size: tuple[int, int]) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=size) as pilot:
        shown = page(pilot)
        for kept, told_now in (("Your journal cannot be written. " * 20, ""), ("", "x " * 900)):
            shown.show_keeping(kept)
            shown.tell(told_now)
            await pilot.pause()
            keys = shown.query_one(KeyBar).region
            assert 0 < keys.height <= keys.bottom <= size[1]
            shown.action_step(1)
            await pilot.pause()
            assert shown.sheet.pointed is not None
            assert shown.sheet.size.height >= 5


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_notice_is_read_to_its_last_word_at_a_long_path_too(tmp_path: Path, size: tuple[int, int]) -> None:
    home = tmp_path / ("a-long-name-of-a-folder-" * 3)
    home.mkdir()
    app = make_app(home, "thank-you")
    async with app.run_test(size=size) as pilot:
        await decide(pilot, "two-lines")
        app.visit.journal.wait(PATIENCE)
        for file in home.glob("journal.db*"):
            file.unlink()
        await until(pilot, lambda: "moved or replaced meanwhile" in keeping(pilot))
        await until(pilot, lambda: "".join(keeping(pilot).split()) in "".join("".join(rows(app)).split()))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("grave_accent", "`"),
        ("number_sign", "#"),
        ("plus", "+"),
        ("latin_small_letter_e_with_acute", "é"),
        ("f1", "F1"),
        ("tab", "Tab"),
        ("ctrl+j", "Ctrl+J"),
        ("ctrl+shift+end", "Ctrl+Shift+End"),
        ("shift+f3", "Shift+F3"),
        ("ctrl+right_square_bracket", "Ctrl+]"),
        ("scroll_lock", "Scroll lock"),
    ],
)
def test_a_key_is_called_as_people_call_it(key: str, name: str) -> None:
    assert key_name(key) == name


async def test_what_was_said_of_a_key_is_gone_when_the_palette_opens(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test() as pilot:
        shown = page(pilot)
        await pilot.press("escape")
        bar = shown.query_one(KeyBar)
        assert bar.told == "Esc does nothing here"
        await pilot.press("ctrl+p")
        await until(pilot, lambda: app.screen is not shown)
        assert bar.told == ""
