"""The companion: every way through its questions comes to a verdict that fits the rules it names, and to a day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.engine import judging
from course.model import Ending, Line, Side
from course.model.kinds.choices import Choices
from course.visit.companion import Companion, reminder, working_day
from course.visit.days import NotAhead
from course.words import files, words
from tests.shipped import COURSE, SCENARIOS

ASK = SCENARIOS[COURSE.companion]
TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def asked() -> Companion:
    """The first question."""
    return Companion(COURSE, ASK, lambda: NOON)


def answered(picks: list[int]) -> Companion:
    """The end of the questions, once each is answered with one of these in turn."""
    companion = asked()
    while companion.advice is None:
        shown = companion.play.shown()
        companion.answer(shown[picks[len(companion.play.line) % len(picks)] % len(shown)].answer)
    return companion


def until_their_day() -> Companion:
    """An advice to wait for the day that they have named."""
    return next(found for picks in product(range(5), repeat=5) if (found := answered([*picks])).guesses)


def test_the_day_after_theirs_is_exact_once_they_say_which_it_is() -> None:
    companion = until_their_day()
    guess = companion.advice
    assert guess is not None
    assert ("Which day" in guess.asks, guess.day is None) == (True, False)
    companion.name_day("Friday")
    exact = companion.advice
    assert exact is not None
    assert (companion.guesses, exact.day) == (False, date(2026, 11, 30)), "the Monday after that Friday"
    with pytest.raises(NotAhead):
        companion.name_day("soon")
    companion.name_day("")
    assert companion.guesses
    companion.name_day("Friday")
    companion.again()
    companion.back()
    assert not companion.guesses, "nothing is asked for before there is an advice"


OF_THEIRS = re.compile(r"once their day|for their day|their day is over if|their day go by|the day in the notice")
"""Where a better move hangs on a day that somebody has named."""
HOW_FAR = re.compile(r"\b(today|tomorrow|within a|longer than)\b")


def test_a_day_that_hangs_on_one_they_named_is_asked_for() -> None:
    """Until it is known, it is said to be a guess. Nor is it asked before how far off that is: what a learner says
    twice, they may say in two ways."""
    scenes = ASK.scenes
    hang = [each.body for each in scenes.values() if isinstance(each.body, Ending) and OF_THEIRS.search(str(each.body))]
    assert len(hang) > 3
    assert all(each.ask_day for each in hang), [each.better for each in hang if not each.ask_day]
    asks = {name for name, each in scenes.items() if isinstance(each.body, Ending) and each.body.ask_day}
    choices = [each for scene in scenes.values() if isinstance(scene.body, Choices) for each in scene.body.options]
    leads_there = [each for each in choices if asks & {step.next for step in each.next}]
    assert leads_there
    assert not [each.say for each in leads_there if HOW_FAR.search(each.say)]


@given(st.lists(st.integers(0, 5), min_size=8, max_size=8))
def test_every_way_comes_to_a_verdict_and_a_better_move(picks: list[int]) -> None:
    companion = answered(picks)
    play, found = companion.play, companion.advice
    assert found is not None
    rules = COURSE.all_rules()
    pushy = [rule for each in play.path for rule in each.breaks if rules[rule].side is Side.OVER]
    assert (found.side is Side.OVER) == bool(pushy), (found.title, [each.said for each in play.path])
    assert found.better
    assert bool(found.reasons) == (judging.worst(each.side for each in play.path) is not Side.RIGHT)
    assert found.day is None or found.day >= TODAY
    for side in Side:
        for reason in found.on(side):
            assert side in {rule.side for rule in reason.rules}, "no reason stands under the other side's verdict"
    assert {*found.reasons} == {each for side in (found.side, *found.also()) for each in found.on(side)}
    assert not any(each.counts for each in play.decisions)


@given(st.lists(st.integers(0, 5), min_size=8, max_size=8))
def test_back_is_the_question_before(picks: list[int]) -> None:
    companion = asked()
    before = [companion.play]
    for pick in picks:
        if companion.advice is not None:
            break
        shown = companion.play.shown()
        companion.answer(shown[pick % len(shown)].answer)
        before.append(companion.play)
    for earlier in reversed(before[:-1]):
        companion.back()
        assert (companion.play.scene_id, companion.play.line) == (earlier.scene_id, earlier.line)


@pytest.mark.parametrize(("wait", "day"), [(0, 23), (2, 25), (3, 27), (4, 27), (5, 30), (6, 30), (7, 30)], ids=str)
def test_a_day_at_the_weekend_or_on_a_holiday_moves_on(wait: int, day: int) -> None:
    """That Thursday is Thanksgiving."""
    assert working_day(TODAY, wait) == date(2026, 11, day)


@pytest.mark.parametrize(
    ("named", "day"),
    [
        (date(2026, 12, 24), date(2026, 12, 28)),  # Christmas is a Friday
        (date(2026, 12, 31), date(2027, 1, 4)),
        (date(2026, 9, 4), date(2026, 9, 8)),  # Labor Day
        (date(2027, 5, 28), date(2027, 6, 1)),  # Memorial Day
        (date(2027, 7, 2), date(2027, 7, 6)),  # the Fourth is a Sunday
        (date(2026, 7, 2), date(2026, 7, 6)),  # the Fourth is a Saturday
        (date(2026, 12, 3), date(2026, 12, 4)),
    ],
)
def test_the_next_business_day_is_no_holiday_that_nearly_everybody_keeps(named: date, day: date) -> None:
    assert working_day(named, 1) == day


def test_another_country_has_other_holidays() -> None:
    words().learn("en", Line("quiet", "assertive", "pushy"), {"day.holidays": {"other": "12/26"}})
    assert working_day(date(2025, 12, 24), 1) == date(2025, 12, 25)
    assert working_day(date(2025, 12, 25), 1) == date(2025, 12, 29)


@pytest.mark.parametrize("keys", ["163", "1111444", "1111445"])
def test_where_so_many_days_have_to_pass_a_nearer_day_of_theirs_changes_nothing(keys: str) -> None:
    """Both waits are over by then, the one for them and the one for the day that they named."""
    companion = answered([int(each) - 1 for each in keys])
    found = []
    for day in "", "tomorrow", "December 18":
        companion.name_day(day)
        assert companion.advice is not None
        found.append(companion.advice.day)
    guess, near, far = found
    assert near == guess
    assert far == date(2026, 12, 21)


@pytest.mark.parametrize("keys", ["11113214", "11113215"])
def test_who_has_said_that_their_day_is_over_is_not_asked_for_it(keys: str) -> None:
    found = answered([int(each) - 1 for each in keys]).advice
    assert found is not None
    assert (found.title in ("They have it", "One too many"), found.asks) == (True, "")


def test_the_day_they_named_and_that_it_can_be_a_holiday_are_said(tmp_path: Path) -> None:
    companion = until_their_day()
    assert companion.about_day() == "If that's a holiday, the next business day."
    companion.name_day("4.12.")
    said = companion.about_day()
    assert said == "They named Friday, December 4. If that's a holiday, the next business day."
    companion.save_reminder()
    (saved,) = tmp_path.glob("*.ics")
    assert unfolded(saved.read_bytes().decode())["DESCRIPTION"].endswith(
        r"\nIf that's a holiday\, the next business day."
    )
    assert answered([0]).about_day() == "", "today is today"


def test_today_stays_today_even_at_the_weekend() -> None:
    assert working_day(date(2026, 11, 28), 0) == date(2026, 11, 28)


def test_a_reminder_that_says_something_else_is_kept_beside_the_first(tmp_path: Path) -> None:
    companion = answered([0])
    assert "Saved as" in companion.save_reminder()
    (first,) = tmp_path.glob("*.ics")
    assert str(first) in companion.save_reminder()
    first.write_text("Somebody's own.")
    assert "Saved as" in companion.save_reminder()
    assert first.read_text() == "Somebody's own."
    assert len([*tmp_path.glob("*.ics")]) == 2


def unfolded(calendar: str) -> dict[str, str]:
    """The first value of each field; raises when a line is too long or ends otherwise than it should."""
    assert calendar.endswith("\r\n")
    assert "\n" not in calendar.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    fields = [line.split(":", 1) for line in calendar.replace("\r\n ", "").split("\r\n") if line]
    return {each[0]: each[1] for each in reversed(fields)}


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("follow-up.ics", "follow-up.ics"),
        ("Erinnerung", "Erinnerung.ics"),
        ("../../.profile", "profile.ics"),
        ("C:\\x\n y.ics", "C-x-y.ics"),
        ("תזכורת.ics", "תזכורת.ics"),
        (".ics", "fineline.ics"),
        ("催" * 200, "催" * 40 + ".ics"),
    ],
)
def test_the_courses_name_for_the_file_is_a_name_and_no_path(text: str, file: str) -> None:
    assert files.name(text, ".ics") == file


@given(st.text(st.characters(exclude_categories=["C"]), max_size=200))
def test_a_reminder_can_be_read_back_whatever_it_says(better: str) -> None:
    fields = unfolded(reminder("Follow up", better, date(2026, 12, 31), NOON))
    plain = re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], fields["DESCRIPTION"])
    assert plain == better
    assert (fields["DTSTART;VALUE=DATE"], fields["DTEND;VALUE=DATE"]) == ("20261231", "20270101")
    assert fields["DTSTAMP"] == "20261123T120000Z"
