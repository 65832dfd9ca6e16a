"""Holidays: the days on which nobody is at work, as the words of a course list them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from course.words import listed, say

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HOLIDAY = re.compile(rf"(\d+)/(?:(\d+)|([1-5]|-1)({'|'.join(_WEEKDAYS)}))", re.ASCII)
_FRIDAY, _MONDAY = 4, 0
_TAKEN_OFF = {_FRIDAY: 1, _MONDAY: -1}
"""How many days ahead a holiday at a weekend is for which such a day is taken off."""


def is_holiday(day: date) -> bool:
    """Whether it is one, or the Friday before or the Monday after one at a weekend, which is taken off for it."""
    days = {day, day + timedelta(days=_TAKEN_OFF.get(day.weekday(), 0))}
    return any(_falls_on(each, holiday) for holiday in listed(say("day.holidays")) for each in days)


def _falls_on(day: date, holiday: str) -> bool:
    """Whether it is that day, such as 12/25, or 11/4TH, the fourth Thursday, or 5/-1MO, the last Monday of a month."""
    match = _HOLIDAY.fullmatch(holiday)
    if match is None or day.month != int(match[1]):
        return False
    if match[2]:
        return day.day == int(match[2])
    if day.weekday() != _WEEKDAYS.index(match[4]):
        return False
    if match[3] == "-1":
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == int(match[3])
