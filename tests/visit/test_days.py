"""Days as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from course.model import Line
from course.visit.days import NotAhead, day_meant
from course.words import sentences, words

MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-27", date(2026, 11, 27)),
        ("Friday", date(2026, 11, 27)),
        (" fri ", date(2026, 11, 27)),
        ("On Friday.", date(2026, 11, 27)),
        ("by Friday", date(2026, 11, 27)),
        ("by the 4th of December", date(2026, 12, 4)),
        ("this friday", date(2026, 11, 27)),
        ("December 4", date(2026, 12, 4)),
        ("Dec. 4th", date(2026, 12, 4)),
        ("4 december", date(2026, 12, 4)),
        ("the 4th of November, 2027", date(2027, 11, 4)),
        ("4 Dec", date(2026, 12, 4)),
        ("12/4", date(2026, 12, 4)),
        ("12-04", date(2026, 12, 4)),
        ("4/12/27", date(2027, 4, 12)),
        ("4.12.", date(2026, 12, 4)),
        ("4.12", date(2026, 12, 4)),
        ("04.12.2026", date(2026, 12, 4)),
        ("4. 12. 26", date(2026, 12, 4)),
        ("13.12.", date(2026, 12, 13)),
        ("Friday, 12/4", date(2026, 12, 4)),
        ("fri 4.12.", date(2026, 12, 4)),
        ("4. December", date(2026, 12, 4)),
        ("12-04-2026", date(2026, 12, 4)),
        ("the 4th", date(2026, 12, 4)),
        ("Friday the 4th", date(2026, 12, 4)),
        ("Friday, December 4", date(2026, 12, 4)),
        ("the 23rd", MONDAY),
        ("March 1", date(2027, 3, 1)),
        ("today", MONDAY),
        ("Tomorrow", date(2026, 11, 24)),
        ("the day after tomorrow", date(2026, 11, 25)),
        ("in 3 days", date(2026, 11, 26)),
        ("in 3 weeks", date(2026, 12, 14)),
        ("in a week", date(2026, 11, 30)),
        ("in two weeks", date(2026, 12, 7)),
        ("two weeks", date(2026, 12, 7)),
        ("one week", date(2026, 11, 30)),
        ("a week", date(2026, 11, 30)),
        ("10 days", date(2026, 12, 3)),
        ("In ten days.", date(2026, 12, 3)),
    ],
)
def test_the_next_day_that_can_be_meant(typed: str, day: date) -> None:
    assert day_meant(typed, MONDAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "soon",
        "2026-13-01",
        "99",
        "-1",
        "February 30",
        "moon",
        "garbage 12 garbage",
        "Friday, I think",
        "It may be Friday",
        "Friday or Monday",
        "31/31/9999",
        "31/31/9999 🙂",
        "31/31/9999 \N{ARABIC LETTER AIN}",
        "13/4",
        "12.13.",
        "1",
        "1.",
        "2026",
        "4 5",
        "٤",
        "²",
    ],
)
def test_a_line_is_understood_as_a_whole_or_said_to_be_no_day_and_how_to_type_one(typed: str) -> None:
    with pytest.raises(NotAhead) as found:
        day_meant(typed, MONDAY)
    assert str(found.value) == (
        f"{typed} is no day that is known here. Type it like December 4, 12/4, the 4th, Friday or in 2 weeks."
    )


@pytest.mark.parametrize("typed", ["9999-12-31", "December 4, 9999", "in 999999999 weeks", f"{'9' * 30} days"])
def test_a_day_that_is_too_far_off_is_not_called_no_day(typed: str) -> None:
    with pytest.raises(NotAhead) as found:
        day_meant(typed, MONDAY)
    assert str(found.value) == f"{typed} is too far off to count on from."


@pytest.mark.parametrize(
    "typed", ["next week", "Early next week", "the end of the week.", "in a few weeks", "next month"]
)
def test_what_can_be_any_of_several_days_is_not_called_no_day(typed: str) -> None:
    """As they say it on the phone: "You'll hear early next week"."""
    with pytest.raises(NotAhead, match=r"can be any of several days\. Type the last of them"):
        day_meant(typed, MONDAY)


def test_of_a_long_line_only_its_beginning_is_said_back() -> None:
    with pytest.raises(NotAhead, match=f"^{'x' * 40} … is no day"):
        day_meant("x" * 500, MONDAY)


@pytest.mark.parametrize(
    "typed",
    [
        "November 20, 2026",
        "November 20",
        "Nov 20",
        "Friday, November 20",
        "yesterday",
        "the day before yesterday",
        "two days ago",
        "last Friday",
        "last week",
    ],
)
def test_a_day_that_is_over_is_none_to_come(typed: str) -> None:
    with pytest.raises(NotAhead) as found:
        day_meant(typed, MONDAY)
    assert str(found.value) == f"{typed} is over."


@pytest.mark.parametrize("typed", ["2026-11-20", "11/20/2026", "11/20", "20.11.", "20.11.26"])
def test_of_a_date_in_numbers_that_is_over_it_is_said_which_one_it_is(typed: str) -> None:
    """An American who types dots sees that the day is first there."""
    with pytest.raises(NotAhead) as found:
        day_meant(typed, MONDAY)
    assert str(found.value) == f"{typed} is November 20, 2026, and that's over."


@pytest.mark.parametrize("typed", ["2028-01-05", "1/5/28", "5.1.2028", "January 5, 2028", "in 58 weeks"])
def test_a_day_more_than_a_year_off_is_taken_when_it_is_given_again(typed: str) -> None:
    with pytest.raises(NotAhead, match=r"January \d, 2028 is more than a year off\. Enter it again if you mean that\."):
        day_meant(typed, MONDAY, "2028-01-06")
    assert day_meant(typed, MONDAY, typed).year == 2028


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Monday, December 4", "December 4, 2026 falls on a Friday, not on a Monday."),
        ("Monday, 12/4", "December 4, 2026 falls on a Friday, not on a Monday."),
        ("Friday the 13th", "December 13, 2026 falls on a Sunday, not on a Friday."),
    ],
)
def test_a_weekday_that_is_not_that_of_the_date_is_said(typed: str, said: str) -> None:
    with pytest.raises(NotAhead) as found:
        day_meant(typed, SATURDAY)
    assert str(found.value) == said


def test_the_next_friday_is_a_day_where_both_who_say_so_mean_the_same() -> None:
    assert day_meant("next Friday", SATURDAY) == date(2026, 12, 4)
    for today in (MONDAY, SATURDAY + timedelta(days=1)):
        coming = today + timedelta(days=(4 - today.weekday()) % 7)
        with pytest.raises(NotAhead) as found:
            day_meant("next Friday", today)
        first, second = (sentences.long_date(each) for each in (coming, coming + timedelta(days=7)))
        assert str(found.value) == f"next Friday can be {first} or {second}. Type one of them."
        assert day_meant(first, today) == coming, "as it is said, it can be typed"


def test_todays_own_weekday_can_be_today_or_in_a_week() -> None:
    with pytest.raises(NotAhead, match=r"^saturday can be November 28, 2026 or December 5, 2026\. Type one of them\."):
        day_meant("saturday", SATURDAY)
    assert day_meant("next Saturday", SATURDAY) == date(2026, 12, 5)


def test_a_date_in_numbers_stands_in_the_order_of_the_courses_language() -> None:
    own = {"day.order": {"other": "d.m.y"}, "month.12": {"other": "Dezember"}, "day.word.small": {"other": "am"}}
    words().learn("de", Line("leise", "klar", "laut"), own)
    for typed in ("4.12.", "4.12.26", "04-12", "am 4. Dezember"):
        assert day_meant(typed, MONDAY) == date(2026, 12, 4)


def test_a_day_of_another_year_is_named_with_its_year() -> None:
    assert sentences.date_name(date(2026, 12, 4), MONDAY) == "Friday, December 4"
    assert sentences.date_name(date(2027, 6, 1), MONDAY) == "Tuesday, June 1, 2027"
