"""Whole stories through the screen: by keys, by mouse, left and come back to."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.engine.play import Phase
from course.faces.textual.debrief import Debrief
from course.faces.textual.home import Home
from course.faces.textual.other_options import Others
from course.faces.textual.widgets.sheet import Sheet
from course.model import Side
from course.visit.settings import Settings
from tests.faces.textual.stage import decide, key_of, make_app, page, rows, seen, story, text, until


async def test_a_story_from_home_to_its_ending_with_two_keys_a_decision(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "The thank-you" in text(pilot)
        await pilot.press("1")
        await until(pilot, lambda: "flour on both sleeves" in text(pilot))

        await pilot.press(key_of(pilot, "two-lines"))
        assert "Take the extra minute" in text(pilot)
        await pilot.press("2")
        assert "between two ovens" in text(pilot)
        assert "It lands assertive, as you said." in text(pilot)

        await pilot.press("enter")
        await decide(pilot, "wait")
        await pilot.press("enter")
        assert story(pilot).session.play.phase is Phase.ENDED
        assert "The story ends assertive." in text(pilot)
        assert "First answers count: 2 of 2 answers landed as advised, 100%." in text(pilot)

        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Home))
        assert "done" in text(pilot)


async def test_the_ending_keeps_its_key_in_the_bar_and_lies_on_the_line_where_it_says(tmp_path: Path) -> None:
    """The last decision was as advised, and it ends over the line all the same."""
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(60, 20)) as pilot:
        await decide(pilot, "owner")
        await pilot.press("end", "enter")
        await decide(pilot, "wait")
        assert (story(pilot).line.mark or 0) < 0.4
        await pilot.press("end", "enter")
        await until(pilot, lambda: "The story ends over the line, pushy." in text(pilot))
        assert (story(pilot).line.mark or 0) > 0.4
        assert "Enter debrief" in rows(app)[-1]


async def test_enter_reads_what_came_of_it_to_its_end_before_it_goes_on(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test(size=(60, 14)) as pilot:
        await decide(pilot, "owner")
        sheet, seen = story(pilot).sheet, 0
        while sheet.more:
            assert "Enter/Space more" in rows(pilot.app)[-1]
            await pilot.press("enter")
            assert sheet.top > seen, "it read on"
            seen = sheet.top
        assert seen
        assert "Enter go on" in rows(pilot.app)[-1]
        await pilot.press("enter")
        assert story(pilot).session.play.phase is not Phase.SHOWN


async def test_help_says_what_is_counted_beside_the_line(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "1 of 2" in "\n".join(rows(app)))
        await pilot.press("question_mark")
        assert "1 of 2  which of the decisions in this story you have come to" in text(pilot)


async def test_think_again_puts_the_choice_back(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test() as pilot:
        await pilot.press("1", "escape")
        assert story(pilot).session.play.phase is Phase.DECIDING
        assert story(pilot).session.play.reconsidered == (), "nothing was said of it yet"
        await pilot.press("1", "1", "escape")
        assert story(pilot).session.play.phase is Phase.DECIDING
        assert [each.forecast for each in story(pilot).session.play.reconsidered] == [Side.UNDER]
        assert not story(pilot).session.play.history


async def test_what_was_stopped_in_time_is_said(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key_of(pilot, "owner"), "3")
        assert "You called it pushy." in text(pilot)
        assert "Go ahead, or think again?" in text(pilot)
        await pilot.press("escape")
        await decide(pilot, "two-lines")
        assert "What you put back would have come across pushy." in text(pilot)
        await pilot.press("w")
        said = " ".join(text(pilot).split())
        assert "One first pick would have come across too quiet or pushy, and you stopped it in time." in said


async def test_what_was_put_back_has_had_its_word_when_it_is_picked_again(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test() as pilot:
        await pilot.press(key_of(pilot, "owner"), "1", "escape", key_of(pilot, "owner"))
        assert story(pilot).session.play.phase is Phase.CALLED
        assert "You called it too quiet before, and that stands." in " ".join(text(pilot).split())
        await until(pilot, lambda: not page(pilot).unseen)
        await pilot.press("enter")
        await until(pilot, lambda: story(pilot).session.play.phase is Phase.SHOWN)
        assert "You thought again, and stayed with it." in text(pilot)
        assert "put back" not in text(pilot)
        await pilot.press("enter")
        decision = story(pilot).session.play.last
        assert decision is not None
        assert (decision.forecast, decision.side) == (Side.UNDER, Side.OVER)


async def test_a_wrong_forecast_is_said_beside_where_it_landed(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test() as pilot:
        await decide(pilot, "owner")
        assert "It lands over the line, pushy." in text(pilot)
        assert "You called it assertive." in text(pilot)
        assert "Who is this, please?" in text(pilot), "the consequence arrives as a message"
        assert "Go around the person you met." in text(pilot)


async def test_arrows_and_enter_choose_too(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test() as pilot:
        await pilot.press("down", "down", "up", "enter")
        assert story(pilot).session.play.phase is Phase.WEIGHING
        await pilot.press("down", "down", "down", "enter", "enter")
        decision = story(pilot).session.play.last
        assert decision is not None
        assert decision.forecast is Side.OVER


async def test_the_mouse_alone_is_enough(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test(size=(80, 30)) as pilot:

        async def click(words: str) -> None:
            lines = text(pilot).split("\n")
            row = next(number for number, line in enumerate(lines) if words in line)
            top = page(pilot).sheet.styles.padding.top
            await pilot.click(Sheet, offset=(20, row + top))

        await click("Send two lines")
        await until(pilot, lambda: story(pilot).session.play.phase is Phase.WEIGHING)
        await click("Assertive")
        await until(pilot, lambda: story(pilot).session.play.phase is Phase.SHOWN)
        await pilot.click("KeyBar", offset=(6, 0))
        await until(pilot, lambda: story(pilot).session.play.scene_id == "thursday")


async def test_back_tries_another_way_and_the_first_answer_still_counts(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test() as pilot:
        await decide(pilot, "nothing")
        await pilot.press("b")
        assert "What if?" in text(pilot)
        await decide(pilot, "two-lines")
        assert [each.counts for each in story(pilot).session.play.decisions] == [True, False]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 45)])
async def test_from_a_what_if_one_key_leads_back_and_the_page_says_so(size: tuple[int, int], tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=size) as pilot:
        await decide(pilot, "nothing")
        there = story(pilot).session.play
        await pilot.press("b")
        said = seen(app)
        assert "The thank-you what if?" in said
        assert "Back to where you were: u." in said
        await decide(pilot, "two-lines")
        assert "u where you were" in rows(app)[-1], "and still, once something else is tried"
        await pilot.press("u")
        here = story(pilot).session.play
        assert (here.phase, here.path, here.left) == (there.phase, there.path, None)
        assert "Back where you were. What you tried stands with your" in " ".join(text(pilot).split())
        assert not any("what if?" in each for each in rows(app))


async def test_in_a_what_if_a_scene_met_for_the_first_time_counts_and_is_not_called_one(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await decide(pilot, "nothing")
        await pilot.press("b")
        assert "what if?" in seen(app)
        await decide(pilot, "two-lines")
        assert "what if?" in seen(app), "what was sent there is a second answer"
        await pilot.press("enter")
        assert story(pilot).session.play.trying
        assert "what if?" not in seen(app)


async def test_the_other_options_are_one_key_away(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test() as pilot:
        await decide(pilot, "nothing")
        await pilot.press("o")
        assert isinstance(app.screen, Others)
        for words in ("You chose: Wait.", "Or: Send two lines", "Who is this, please?", "with something right in it"):
            assert words in text(pilot)
        await pilot.press("escape")
        assert story(pilot).session.play.phase is Phase.SHOWN


async def test_the_debrief_sets_each_decision_beside_the_advice_and_leads_back_to_it(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test() as pilot:
        await decide(pilot, "nothing", "3")
        await pilot.press("enter")
        await decide(pilot, "again")
        await pilot.press("enter", "enter")
        assert isinstance(app.screen, Debrief)
        assert "Advised    Send two lines to thank her." in text(pilot)
        assert "Say nothing at all." in text(pilot)
        assert "The one that you called assertive came across pushy." in text(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: not isinstance(app.screen, Debrief))
        assert story(pilot).session.play.scene_id == "tuesday"


async def test_leaving_and_coming_back_shows_the_same_sentence(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test() as pilot:
        await decide(pilot, "owner")
        before = text(pilot)

    app = make_app(tmp_path)
    async with app.run_test() as pilot:
        assert "Continue: The thank-you" in text(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, Home))
        assert text(pilot) == before


async def test_without_the_extra_minute_one_key_decides(tmp_path: Path) -> None:
    settings = Settings(extra_minute=False, motion=False)
    async with make_app(tmp_path, "thank-you", settings).run_test() as pilot:
        await pilot.press(key_of(pilot, "two-lines"))
        assert story(pilot).session.play.phase is Phase.SHOWN
        assert "It lands assertive." in text(pilot)


async def test_two_windows_at_once_never_tangle_a_story(tmp_path: Path) -> None:
    async with make_app(tmp_path, "thank-you").run_test() as one:
        await decide(one, "two-lines")
        async with make_app(tmp_path, "thank-you").run_test() as two:
            assert story(two).session.play == story(one).session.play
            await two.press("enter")
        await one.press("enter")
        assert "went on in another terminal" in text(one)
        assert story(one).session.play.scene_id == "thursday"
