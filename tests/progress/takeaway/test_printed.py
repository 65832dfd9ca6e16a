"""The takeaway on paper: one sheet, A4 and Letter, however much there is to say. Chromium prints it, where it is."""

from __future__ import annotations

import random
import re
import subprocess
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from course.engine import kinds
from course.engine.apply import begin
from course.engine.play import Phase, Play
from course.journal.records import Attempt
from course.model import Course, Scenario, Side
from course.model.record import replace
from course.progress.takeaway.cards import LONGEST
from course.progress.takeaway.gather import Takeaway, gather
from course.progress.takeaway.html import html
from course.progress.takeaway.page import sections
from course.words import speak_for
from tests.chromium import CHROMIUM, needs_chromium
from tests.journals import past
from tests.shipped import COURSE, READING
from tests.steps import go_on, send

DAY = date(2026, 11, 27)
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
WIDEST = "DejaVu Serif"
"""The widest letters that anybody's browser is likely to set the page in."""


@cache
def shipped() -> tuple[Course, tuple[Scenario, ...]]:
    """The course that comes along."""
    return COURSE, tuple(each for each in READING.scenarios if each.head.id != COURSE.companion)


def played(number: int, scenario: Scenario) -> Attempt:
    """That scenario to its end, answered by chance and called by chance."""
    chance, play = random.Random(number), begin(shipped()[0], scenario, 1)
    while play.phase is not Phase.ENDED:
        play = answered(play, chance) if play.shown() else go_on(play)
    return Attempt(number, scenario.head.id, "1", 1, NOON, NOON, Side.RIGHT, play.decisions)


def answered(play: Play, chance: random.Random) -> Play:
    """Whatever is asked, answered."""
    exercise = play.exercise
    assert exercise is not None
    called = chance.choice(list(Side))
    if not play.whole():
        return go_on(send(play, chance.choice(play.shown()).answer, forecast=called))
    ways = [each for each in kinds.of(exercise).samples(play.order) if play.possible(each)]
    return go_on(send(play, *chance.choice(ways), forecast=called))


def page(count: int) -> Takeaway:
    """The page after so many scenarios."""
    course, scenarios = shipped()
    speak_for(course)
    listed = [each.head.id for each in scenarios if each.head.id not in course.apart]
    attempts = [played(number, each) for number, each in enumerate(scenarios[:count], 1)]
    by_id = {each.head.id: each for each in scenarios}
    return gather(course, listed, past(*attempts), by_id.get, DAY, "Robin")


def sheets(text: str, size: str, folder: Path) -> int:
    """How many sheets of that size it prints on."""
    assert CHROMIUM, "there is no Chromium here"
    text = text.replace("@page { margin", f"@page {{ size: {size}; margin").replace("Iowan Old Style", WIDEST)
    (folder / "page.html").write_text(text, encoding="utf-8")
    command = [
        *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
        *(f"--user-data-dir={folder / 'browser'}", "--no-pdf-header-footer", f"--print-to-pdf={folder / 'page.pdf'}"),
        (folder / "page.html").as_uri(),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return len(re.findall(rb"/Type\s*/Page\b", (folder / "page.pdf").read_bytes()))


@needs_chromium
@pytest.mark.parametrize("size", ["A4", "letter"])
@pytest.mark.parametrize("count", [0, 2, 6, 100], ids=["nothing", "little", "the first round", "everything"])
def test_the_page_is_one_sheet(count: int, size: str, tmp_path: Path) -> None:
    found = replace(page(count), chosen="a few words " * (LONGEST // 12))
    assert sheets(html(found), size, tmp_path) == 1


@needs_chromium
def test_two_sheets_would_be_counted(tmp_path: Path) -> None:
    text = html(page(0))
    assert sheets(text.replace("</main>", "<p>More.</p>" * 80 + "</main>"), "A4", tmp_path) > 1


def test_the_more_there_is_to_say_the_fewer_rules() -> None:
    def rules(found: Takeaway) -> int:
        return html(found).count("<tr>")

    fewest = min(rules(page(6)), rules(page(100)))
    assert rules(page(0)) > fewest >= len(shipped()[0].pairs) * 3


def test_rather_than_the_rules_the_closing_thought_stays_off_the_sheet() -> None:
    found = page(100)
    assert "closing" in [each.what for each in sections(found)]
    assert "closing" not in [each.what for each in sections(found, paper=True)]


@pytest.mark.parametrize("count", [0, 2, 6, 100], ids=["nothing", "little", "the first round", "everything"])
@pytest.mark.parametrize("own", ["If I hear nothing, I wait.", "a few words " * (LONGEST // 12)], ids=["short", "long"])
def test_a_card_of_ones_own_changes_nothing_else_on_the_page(count: int, own: str) -> None:
    found = page(count)
    for paper in (False, True):
        before, after = (
            [each for each in sections(one, paper=paper) if each.what != "card"]
            for one in (found, replace(found, chosen=own))
        )
        assert before == after, "not the number of the rules either"


def test_where_the_course_has_no_card_one_of_ones_own_changes_nothing_else() -> None:
    found = replace(page(6), cards=())
    before = sections(found)
    after = sections(replace(found, chosen="a few words " * (LONGEST // 12)))
    assert [each for each in after if each.what != "card"] == list(before)


def test_words_to_borrow_go_after_the_figures() -> None:
    """Somebody who pins the page up writes with them; what was counted is on the screen as well, and the score is at
    the head then."""
    found = page(6)
    kept = [each.what for each in sections(found, paper=True)]
    assert "models" in kept
    assert "figures" in kept or "First answers" in html(found).partition("</header>")[0]
