"""Holidays: the days on which nobody is at work, as the words of a course list them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from course.words import listed, say

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FRIDAY, _MONDAY = 4, 0
_ONE = timedelta(days=1)


def is_holiday(day: date) -> bool:
    """Whether it is one, or the Friday before or the Monday after one at a weekend, which is taken off for it."""
    kept = {_FRIDAY: day + _ONE, _MONDAY: day - _ONE}
    return any(_falls_on(day, each) or _falls_on(kept.get(day.weekday()), each) for each in listed(say("day.holidays")))


def _falls_on(day: date | None, holiday: str) -> bool:
    """Whether it is that day, such as 12/25, or 11/4TH, the fourth Thursday, or 5/-1MO, the last Monday of a month."""
    match = re.fullmatch(rf"(\d+)/(?:(\d+)|([1-5]|-1)({'|'.join(_WEEKDAYS)}))", holiday, re.ASCII)
    if match is None or day is None or day.month != int(match[1]):
        return False
    if match[2]:
        return day.day == int(match[2])
    if day.weekday() != _WEEKDAYS.index(match[4]):
        return False
    if match[3] == "-1":
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == int(match[3])
