"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from course.visit.days import NotAhead, day_meant

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-27", date(2026, 11, 27)),
        ("Friday", date(2026, 11, 27)),
        (" fri ", date(2026, 11, 27)),
        ("Friday afternoon, I think", date(2026, 11, 27)),
        ("It may be Friday", date(2026, 11, 27)),
        ("monday", date(2026, 11, 30)),
        ("December 4", date(2026, 12, 4)),
        ("Dec. 4th", date(2026, 12, 4)),
        ("4 december", date(2026, 12, 4)),
        ("12/4", date(2026, 12, 4)),
        ("the 4th", date(2026, 12, 4)),
        ("Friday the 4th", date(2026, 12, 4)),
        ("the 23rd", MONDAY),
        ("March 1", date(2027, 3, 1)),
    ],
)
def test_the_next_day_that_can_be_meant(typed: str, day: date) -> None:
    assert day_meant(typed, MONDAY) == day


@pytest.mark.parametrize("typed", ["soon", "2026-13-01", "99", "February 30", "next week", "moon"])
def test_what_is_no_day_is_said_back(typed: str) -> None:
    with pytest.raises(NotAhead, match=f"{typed} is no day"):
        day_meant(typed, MONDAY)


def test_a_day_that_is_over_is_none_to_come() -> None:
    with pytest.raises(NotAhead, match="is over"):
        day_meant("2026-11-20", MONDAY)
