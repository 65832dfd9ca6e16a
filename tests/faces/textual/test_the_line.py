"""Where the mark stands on the line after each answer, also where it is on its way when the next key comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.engine.decision import Decision
from course.engine.outcome import DO, DONT
from course.engine.play import Phase, Play
from course.faces.textual.widgets import line as line_widget
from course.faces.textual.widgets.line import TheLine, place
from course.model.record import replace
from course.visit.settings import Settings
from tests import market
from tests.faces.textual.stage import STILL, key_of, make_app, page, story, text, until
from tests.faces.textual.test_bursts import burst
from tests.steps import go_on, send

TABLE = next(each for each, scene in market.MARKET.scenes.items() if hasattr(scene.body, "statements"))


def sorted_to(*sides: str) -> Play:
    """The first statements of the sheet, each put on that side, one at a time."""
    play = market.at(TABLE)
    for side in sides:
        (answer,) = (each.answer for each in play.shown() if each.answer[1] == side)
        play = send(play, answer)
        if play.phase is Phase.SHOWN:
            play = go_on(play)
    return play


def right(play: Play) -> str:
    """The side where the next statement belongs."""
    return next(each.answer[1] for each in play.shown() if not (each.breaks or each.misses))


def test_of_statements_told_one_at_a_time_each_moves_the_mark() -> None:
    first = right(market.at(TABLE))
    wrong = sorted_to(DONT if first == DO else DO)
    assert abs(place(wrong.goes)) > 0.5
    after = sorted_to(DONT if first == DO else DO, right(wrong))
    assert len(after.goes) == 2
    assert abs(place(after.goes)) < 0.34, "what is past leans a little, and no more"


@pytest.mark.parametrize("answer", [DO, DONT])
def test_what_is_only_told_apart_lands_nowhere(answer: str) -> None:
    play = sorted_to(answer)
    facts = tuple(replace(each, sorted_as="decides") for each in play.decisions)
    assert all(isinstance(each, Decision) and each.off_the_line for each in facts)
    taken = tuple(replace(each, decision=fact) for each, fact in zip(play.history, facts, strict=True))
    assert replace(play, history=taken).goes == ()


MOVING = Settings(motion=True)
SOON = [["end", "enter"], ["end", "enter", "1", "2"], ["b"], ["b", "u"], ["w", "escape"], ["r", "Y"]]
"""Keys that come while the mark still slides: on, on to the next slide, back to where nothing is decided yet."""


async def quick(pilot: Pilot[int], *keys: str) -> None:
    """Press keys as somebody does who is quick: each once the page is drawn, and long before the mark has arrived."""
    for key in keys:
        await burst(pilot, key)
        await until(pilot, lambda: not page(pilot).unseen)


async def sent(pilot: Pilot[int], choice: str) -> None:
    """Decide, and do not wait for the mark."""
    made = len(story(pilot).session.play.history)
    await quick(pilot, key_of(pilot, choice), "2")
    if story(pilot).session.play.phase is Phase.CALLED:
        await quick(pilot, "enter")
    await until(pilot, lambda: len(story(pilot).session.play.history) > made)


def arrived(pilot: Pilot[int]) -> TheLine:
    """The line once the mark has arrived; the slide, which in these tests takes its time, is over at once."""
    line = story(pilot).line
    pilot.app.animator.force_stop_animation(line, "slid")
    return line


async def drawn_after(home: Path, keys: list[str], settings: Settings) -> tuple[str, float | None]:
    """The line as it stands for good after a decision that lands as pushy and the keys that follow at once."""
    home.mkdir()
    async with make_app(home, "thank-you", settings).run_test(size=(80, 24)) as pilot:
        await sent(pilot, "owner")
        assert (story(pilot).line.slid < 1) is settings.motion
        await quick(pilot, *keys)
        line = arrived(pilot)
        await pilot.pause()
        return line.text, line.mark


@pytest.mark.parametrize("keys", SOON, ids=" ".join)
async def test_a_slide_that_is_overtaken_ends_where_the_page_stands_by_then(
    tmp_path: Path, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_widget, "SLIDES", 60)
    still = await drawn_after(tmp_path / "still", keys, STILL)
    assert await drawn_after(tmp_path / "moving", keys, MOVING) == still


async def test_an_ending_that_comes_while_the_mark_slides_is_marked_where_it_says_it_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last decision is as advised, and slides to the middle; the story ends over the line all the same."""
    monkeypatch.setattr(line_widget, "SLIDES", 60)
    async with make_app(tmp_path, "thank-you", MOVING).run_test(size=(80, 24)) as pilot:
        await sent(pilot, "owner")
        await quick(pilot, "end", "enter")
        await sent(pilot, "wait")
        assert story(pilot).line.slid < 1, "it is on its way"
        await quick(pilot, "end", "enter")
        assert "The story ends over the line, pushy." in text(pilot)
        line = arrived(pilot)
        await pilot.pause()
        assert (line.mark or 0) > 0.4
        assert line.text.index("●") > line.text.rindex("━"), "beyond the right part"
