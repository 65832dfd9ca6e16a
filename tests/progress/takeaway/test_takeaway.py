"""The takeaway: what is on the page, and that every form of it holds the same and nothing dangerous."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from course.engine.apply import begin
from course.journal.records import Attempt
from course.model import Course, Pair, Scenario, Side
from course.model.record import replace
from course.progress.takeaway.gather import ENOUGH, Takeaway, gather
from course.progress.takeaway.html import html
from course.progress.takeaway.lines import What
from course.progress.takeaway.markdown import markdown
from course.progress.takeaway.page import sections
from course.words import say
from tests.builders import tiny_course, tiny_scenario
from tests.journals import past
from tests.pages import Reader
from tests.steps import go_on, send

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
CARD = "If I hear nothing, I write once."


def course() -> Course:
    """The tiny course with cards, in its second version."""
    pairs = tuple(replace(pair, card=f"If {pair.do.lower()}, then once.") for pair in tiny_course().pairs)
    return replace(tiny_course(), pairs=pairs, card=CARD, version="2", closing="Take a *minute*.")


def attempt(*names: str, forecast: Side = Side.RIGHT, number: int = 1) -> Attempt:
    """A finished attempt with these choices."""
    play = begin(course(), tiny_scenario(), 1)
    for name in names:
        play = go_on(send(play, (name,), forecast=forecast))
    return Attempt(number, tiny_scenario().head.id, "2", 1, NOON, NOON, Side.RIGHT, play.decisions)


def open_scenario(name: str) -> Scenario | None:
    """The only scenario there is."""
    return tiny_scenario() if name == tiny_scenario().head.id else None


def page(*attempts: Attempt, of: Course | None = None) -> Takeaway:
    """The page after these attempts."""
    return gather(of or course(), [tiny_scenario().head.id], past(*attempts), open_scenario, DAY)


def unfinished(*names: str) -> Takeaway:
    """The page after these choices, in a course that has another scenario."""
    return gather(course(), ["tiny", "other"], past(attempt(*names)), open_scenario, DAY)


def said(found: Takeaway, what: What) -> list[str]:
    """Every line of one section; none where the page has no such section."""
    return [line.text for section in sections(found) if section.what == what for line in section.lines]


def test_before_anything_is_played_the_page_says_what_the_course_says() -> None:
    found = page()
    assert [section.what for section in sections(found)] == ["pairs", "habits", "card"]
    assert said(found, "pairs") == [
        "Do: Reaching",
        "Leave room.",
        "Do: Right place",
        "Write.",
        "Do: right",
        "Say thanks.",
    ]
    assert said(found, "habits") == [say("takeaway.none-yet")]


def test_of_few_decisions_nothing_is_concluded() -> None:
    found = unfinished("wave", "leave")
    assert said(found, "habits") == [say("takeaway.too-few", n=found.decided, enough=ENOUGH)]
    assert not said(found, "figures")


def test_silence_stands_under_a_heading_of_its_own_and_under_no_pairs_dont() -> None:
    (pairs, *_) = sections(page())
    at = next(number for number, line in enumerate(pairs.lines) if line.kind == "short")
    assert (pairs.lines[at].text, pairs.lines[at].beside) == ("Do: right", "Don't: under")
    assert [(line.text, line.beside) for line in pairs.lines[at + 1 :]] == [("Say thanks.", "Say nothing.")]


def test_what_was_broken_is_watched_with_ones_own_words_and_the_advice() -> None:
    found = page(attempt("wave", "leave"))
    watched = found.watch[0]
    (shown,) = watched.shown
    assert (watched.rule.id, watched.times, shown.said, shown.advised) == ("unannounced", 1, "Do wave.", "Do write.")
    assert said(found, "habits") == ["A tale, Office", "Do wave.", say("habit.instead", do="Write.")]
    assert found.card == "If right place, then once.", "the card of the pair that tripped"


def test_the_closing_thought_waits_until_everything_is_played() -> None:
    headings = [section.heading for section in sections(page(attempt("wave", "leave")))]
    assert "To close" in headings
    begun = replace(attempt("wave"), ended=None, ending=None)
    assert "To close" not in [section.heading for section in sections(page(begun))]


def test_a_scenario_that_is_gone_still_gives_the_learners_words() -> None:
    found = gather(course(), [], past(attempt("wave", "leave")), lambda _: None, DAY)
    (shown,) = found.watch[0].shown
    assert (shown.title, shown.said, shown.advised) == ("", "Do wave.", "")


def test_first_and_best_stand_apart_and_only_the_first_can_pass() -> None:
    found = page(attempt("wave", "leave"), attempt("write", "patient", number=2))
    text_ = markdown(found)
    assert "First answers:" in text_
    assert "Best attempts:" in text_
    assert not found.passed
    assert "Passed" not in text_


def test_a_pass_is_certified_with_day_score_and_version() -> None:
    found = page(attempt("write", "patient"))
    assert found.passed
    assert "Passed Tiny, version 2 on November 23, 2026 with 100% of first answers (80% is a pass)." in markdown(found)
    assert found.card == CARD
    assert not unfinished("write", "patient").passed, "not before every story is finished"


def test_the_web_page_is_whole_by_itself_and_runs_nothing() -> None:
    evil = replace(course(), title="<script>alert(1)</script>", closing="<img src=x onerror=y> & *so* on")
    reader = Reader()
    reader.feed(html(page(attempt("wave", "leave"), of=evil)))
    assert reader.open == []
    assert reader.headings[:2] == [1, 2]
    assert set(reader.headings[2:]) == {2, 3}
    assert "<script>alert(1)</script>: what to take along" in reader.words
    assert "@media print" in "".join(reader.words)


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("en", '<html lang="en">'),
        ("de-CH", '<html lang="de-CH">'),
        ("ar", '<html lang="ar" dir="rtl">'),
        ("fa-IR", '<html lang="fa-IR" dir="rtl">'),
        ("az-Arab", '<html lang="az-Arab" dir="rtl">'),
        ("ks-Deva", '<html lang="ks-Deva">'),
    ],
)
def test_the_web_page_is_in_the_courses_language_and_goes_its_way(language: str, tag: str) -> None:
    assert tag in html(page(attempt("wave", "leave"), of=replace(course(), language=language)))


def test_markdown_shows_words_and_no_marks() -> None:
    pair = Pair("reach", "*Reaching*", "Pressing", rules=course().pairs[0].rules, card="# not a [heading](x)")
    evil = replace(course(), pairs=(pair, course().pairs[1]), title="`Tiny`")
    text_ = markdown(page(attempt("hide"), of=evil))
    assert text_.startswith("# \\`Tiny\\`")
    assert "> **\\# not a \\[heading\\](x)**" in text_


def test_every_form_holds_every_line() -> None:
    found = page(attempt("wave", "leave"))
    lines = [text for section in sections(found) for line in section.lines for text in (line.text, line.beside)]
    reader = Reader()
    reader.feed(html(found))
    for line in lines:
        assert _letters(line) in _letters("".join(reader.words))
        assert _letters(line) in _letters(markdown(found))


def _letters(text: str) -> str:
    """Without what only divides and stresses."""
    return re.sub(r"[\s*]", "", text)
