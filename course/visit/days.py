"""Days as a learner types them: a date, a weekday, or a day of some month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from course.words import say

_AHEAD = 366
"""Days within which a day is looked for that was not named to the year."""
_SHORTEST = 3
"""Letters by which a weekday or a month is known."""


class NotAhead(Exception):
    """What was given as the day ahead is none; the sentence says why."""


def day_meant(line: str, today: date) -> date:
    """The next day that can be meant by it, such as "2026-11-27", "Friday", "December 4", "12/4" or "the 4th";
    today's own weekday is that in a week. Raises NotAhead."""
    try:
        found: date | None = date.fromisoformat(line.strip())
    except ValueError:
        found = _next(line.lower(), today)
    if found is None:
        raise NotAhead(say("settings.no-day", said=line))
    if found < today:
        raise NotAhead(say("settings.past-day", said=line))
    return found


def _next(said: str, today: date) -> date | None:
    words = re.findall(r"[^\W\d_]+", said)
    weekday = _known(words, [say(f"weekday.{number}") for number in range(7)])
    month = _known(words, [say(f"month.{number}") for number in range(1, 13)])
    numbers = [int(each) for each in re.findall(r"\d{1,4}", said)]
    number = next((each for each in numbers if 0 < each <= 31), None)
    if slashed := re.search(r"\b(1[0-2]|0?[1-9])/([0-3]?\d)\b", said):
        month, number = int(slashed[1]) - 1, int(slashed[2])
    if (weekday is None and number is None) or re.match(r"\d{4}-", said):
        return None
    if number is None:
        month = None  # to say that it may be Friday is to name no month
    days = (today + timedelta(days=each) for each in range(0 if number else 1, _AHEAD))
    return next(
        (
            day
            for day in days
            if (number is None or day.day == number)
            and (month is None or day.month == month + 1)
            and (weekday is None or number is not None or day.weekday() == weekday)
        ),
        None,
    )


def _known(words: list[str], names: list[str]) -> int | None:
    """Which of the names one of the words is, or begins."""
    for word in words:
        for number, name in enumerate(names):
            if len(word) >= _SHORTEST and name.lower().startswith(word):
                return number
    return None
