"""Results on the screen: words before numbers, what became of each scenario, and what went well in practice since."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from fractions import Fraction
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.engine.judging import Marks, Tally
from course.engine.totals import Score
from course.faces.textual.blocks.marks import pair_blocks
from course.faces.textual.results import Results
from course.progress.practice import Due
from course.visit.settings import Settings
from tests.builders import tiny_course
from tests.faces.textual.stage import make_app, text, until

ASK, LEAVE = "ask-your-cousin-to-look-at", "leave-the-key-where-it-is"


@asynccontextmanager
async def results(home: Path, chosen: str, practiced: str = "") -> AsyncIterator[Pilot[int]]:
    """The results after the back door was answered so; and so once more, when it came back in practice."""
    app = make_app(home, settings=Settings(motion=False, extra_minute=False))
    async with app.run_test(size=(80, 40)) as pilot:
        session, _ = app.visit.play("back-door")
        session.choose((chosen,))
        session.go_on()
        if practiced:
            app.visit.practice(Due("met", "back-door", "door", sure=False)).choose((practiced,))
        app.push_screen(Results(app.visit))
        await until(pilot, lambda: isinstance(app.screen, Results) and app.screen.is_mounted)
        yield pilot


@pytest.mark.parametrize(("chosen", "became"), [(ASK, "End"), (LEAVE, "End (assertive)")])
async def test_what_became_of_it_is_named_by_the_title_of_its_ending(chosen: str, became: str, tmp_path: Path) -> None:
    """Where it lies in the line is said after nothing but what did."""
    async with results(tmp_path, chosen) as pilot:
        listed = text(pilot).partition("What became of them")[2]
        assert "The back door" in listed
        assert f"  {became}\n" in listed.replace(" \n", "\n") + "\n"


async def test_with_nothing_amiss_what_went_well_comes_first(tmp_path: Path) -> None:
    async with results(tmp_path, LEAVE) as pilot:
        said = text(pilot)
        assert said.startswith("What went well")
        assert said.index("Write to the person you met.") < said.index("First answers count: 1 of 1")


async def test_practice_that_went_well_is_told_and_the_first_answer_stays(tmp_path: Path) -> None:
    async with results(tmp_path, ASK, practiced=LEAVE) as pilot:
        told = text(pilot).partition("What has gone well in practice since")[2]
        assert told.strip().startswith("Write to the person you met.")
        assert "First answers count: 0 of 1 answer landed as advised, 0%." in told


async def test_practice_that_did_not_is_not_brought_up(tmp_path: Path) -> None:
    async with results(tmp_path, ASK, practiced=ASK) as pilot:
        assert "practice" not in text(pilot)


async def test_the_rules_of_the_whole_course_are_counted_where_one_sees_it(tmp_path: Path) -> None:
    async with results(tmp_path, ASK) as pilot:
        assert any(
            line.startswith("Wrong everywhere") and line.endswith("avoided 0 of 1") for line in text(pilot).split("\n")
        )


@pytest.mark.parametrize(
    ("tally", "drawn"),
    [
        (Tally(8, 12), "●●●●●●●●○○○○  did 8 of 12"),
        (Tally(14, 21), "━━━━━━━━╌╌╌╌  did 14 of 21"),
        (Tally(99, 100), "━━━━━━━━━━━╌  did 99 of 100"),
        (Tally(1, 100), "━╌╌╌╌╌╌╌╌╌╌╌  did 1 of 100"),
        (Tally(0, 13), "╌╌╌╌╌╌╌╌╌╌╌╌  did 0 of 13"),
    ],
)
def test_every_dot_is_one_and_what_are_more_than_twelve_is_no_dots(tally: Tally, drawn: str) -> None:
    pair = tiny_course().pairs[0]
    (_, row) = pair_blocks(tiny_course(), Score(1, Fraction(1), 1, 0, {pair.id: Marks(do=tally)}))
    assert row.lines(72)[0].plain == f"{pair.do:23}{drawn}"
