"""Days as a learner types them: a date, a weekday, or a day of some month. A line is understood as a whole, or not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import Enum, auto

from course.model.record import Record
from course.words import listed, say, sentences
from course.words.said_back import said_back

_AHEAD = 366
"""Days within which a day is looked for that was not named to the year; one farther off is asked back."""
_JUST_OVER = 60
"""Days for which a date without a year is taken to be over, and not to be next year's."""
_FARTHEST = 366_000
"""Days within which a day ahead must lie, some thousand years: days are counted on from it, and they end in 9999."""
_DIGITS = 9
"""Digits of a number of days or weeks that are looked at."""
_SHORTEST = 3
"""Letters by which a weekday or a month is known."""
_THIS_CENTURY = 2000
"""What a year in two digits is counted from."""


class NotAhead(Exception):
    """What was given as the day ahead is none; the sentence says why."""


class _Is(Enum):
    """What a word of such a line can be."""

    WEEKDAY = auto()
    MONTH = auto()
    DAY = auto()
    YEAR = auto()
    NEXT = auto()
    LAST = auto()
    SMALL = auto()


_NAMES_A_DAY = [
    {_Is.WEEKDAY},
    {_Is.NEXT, _Is.WEEKDAY},
    {_Is.LAST, _Is.WEEKDAY},
    {_Is.DAY},
    {_Is.WEEKDAY, _Is.DAY},
    {_Is.MONTH, _Is.DAY},
    {_Is.WEEKDAY, _Is.MONTH, _Is.DAY},
    {_Is.MONTH, _Is.DAY, _Is.YEAR},
    {_Is.WEEKDAY, _Is.MONTH, _Is.DAY, _Is.YEAR},
]
"""What makes a day together, each of it once and in any order."""


class _Word(Record):
    kind: _Is
    number: int = 0


def day_meant(line: str, today: date, before: str = "") -> date:
    """The next day that can be meant by it, such as "2026-11-27", "Friday", "December 4", "12/4", "4.12.", "the 4th",
    "tomorrow" or "in 3 weeks". Raises NotAhead: where a word of it is not understood, where its weekday is not that of
    its date, where it can be one day as well as another, and where it is more than a year off, which is a slip far more
    often than it is meant. `before` is what was given the last time: given again, it is meant."""
    said = " ".join(line.split())
    plain = said.lower().rstrip(".!")
    in_numbers = _whole(said, today)
    found = in_numbers or _after_weekday(said, today) or _away(plain, today) or _named(said, today)
    if found is None and any(f" {plain}".endswith(f" {each}") for each in _listed(say("day.word.over"))):
        raise NotAhead(say("settings.past-day", said=said_back(said)))
    if found is None and set(plain.split()) & set(_listed(say("day.word.many"))):
        raise NotAhead(say("settings.many-days", said=said_back(said)))
    if found is None:
        raise NotAhead(say("settings.no-day", said=said_back(said)))
    if (found - today).days > _FARTHEST:
        raise NotAhead(say("settings.too-far", said=said_back(said)))
    if found < today and in_numbers:
        raise NotAhead(say("settings.past-date", said=said_back(said), date=sentences.long_date(found)))
    if found < today:
        raise NotAhead(say("settings.past-day", said=said_back(said)))
    if (found - today).days > _AHEAD and line != before:
        raise NotAhead(say("settings.far-day", date=sentences.date_name(found, today)))
    return found


def _whole(said: str, today: date) -> date | None:
    """A date in numbers: as it is kept, or in the order in which they stand in the course's language. Numbers with dots
    are a day and a month wherever they are written, unless that language says otherwise."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        pass
    parts = re.fullmatch(r"(\d{1,2})([-/]|\. ?)(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?", said, re.ASCII)
    if parts is None:
        return None
    order, dots = say("day.order").lower(), parts[2].startswith(".")
    first, second = int(parts[1]), int(parts[3])
    month_first = order.find("m") < order.find("d") and (not dots or "." in order)
    month, day = (first, second) if month_first else (second, first)
    if parts[4] is None:
        return _next(today, day, month)
    year = int(parts[4])
    return _date(year if len(parts[4]) > 2 else _THIS_CENTURY + year, month, day)


def _after_weekday(said: str, today: date) -> date | None:
    """A date in numbers behind its weekday, as in "Fri 12/4". Raises NotAhead."""
    name, _, rest = said.partition(" ")
    words = _words(name.lower())
    if not words or words[0].kind is not _Is.WEEKDAY:
        return None
    found = _whole(rest, today)
    return found and _on_its_weekday(found, words[0].number)


def _on_its_weekday(found: date, weekday: int) -> date:
    """The date, where it falls on that weekday. Raises NotAhead."""
    if weekday != found.weekday():
        on, not_on = sentences.weekday(found.weekday()), sentences.weekday(weekday)
        raise NotAhead(say("settings.other-weekday", date=sentences.long_date(found), on=on, said=not_on))
    return found


def _away(said: str, today: date) -> date | None:
    """A day by how far away it is; the last there is, where that is farther than days go."""
    for days, words in enumerate((say("day.word.today"), say("day.word.tomorrow"), say("day.word.after-tomorrow"))):
        if said in _listed(words):
            return today + timedelta(days=days)
    numbers = _listed(say("day.word.numbers"))
    number = "|".join((r"\d+", *map(re.escape, numbers)))
    for days, words in ((1, say("day.word.in-days", n="\0")), (7, say("day.word.in-weeks", n="\0"))):
        for each in _listed(words):
            if match := re.fullmatch(re.escape(each).replace("\0", f"({number})"), said, re.ASCII):
                # more digits than any day that is known needs are not counted: there could be thousands of them
                many = numbers.index(match[1]) + 1 if match[1] in numbers else int(match[1][:_DIGITS])
                return today + timedelta(days=days * many) if days * many <= _FARTHEST else date.max
    return today + timedelta(days=7) if said in _listed(say("day.word.in-a-week")) else None


def _named(said: str, today: date) -> date | None:
    """A day by the names of its weekday and its month. Raises NotAhead."""
    if re.fullmatch(r"\d+\W*", said):
        return None  # more likely the number of an option than a day of a month, which would be "the 4th"
    words = _words(said.lower())
    given = {each.kind: each.number for each in words or () if each.kind is not _Is.SMALL}
    if words is None or set(given) not in _NAMES_A_DAY:
        return None
    if sum(each.kind is not _Is.SMALL for each in words) > len(given):
        return None
    weekday, month, day, year = (given.get(each) for each in (_Is.WEEKDAY, _Is.MONTH, _Is.DAY, _Is.YEAR))
    if day is None:
        assert weekday is not None
        if _Is.LAST in given:
            return today - timedelta(days=1)  # whichever it was, it is over
        return _weekday(weekday, today, said, following=_Is.NEXT in given)
    found = _next(today, day, month) if year is None or month is None else _date(year, month, day)
    return found if found is None or weekday is None else _on_its_weekday(found, weekday)


def _weekday(weekday: int, today: date, said: str, *, following: bool) -> date:
    """The next day of that name. Today's own is either today or that in a week. Where it was called the `following`
    one, that is either it or the one after: which, nobody can say but before a week has begun in which it is. Raises
    NotAhead."""
    away = (weekday - today.weekday()) % 7
    begun = today.weekday() + away <= 6 or today.weekday() == 6  # some weeks begin on a Sunday
    if following and not away:
        away = 7
    elif begun if following else not away:
        first, second = (sentences.long_date(today + timedelta(days=each)) for each in (away, away + 7))
        raise NotAhead(say("settings.two-days", said=said_back(said), first=first, second=second))
    return today + timedelta(days=away)


def _next(today: date, day: int, month: int | None) -> date | None:
    """The next day of that number, in that month if it was named; or the last, where that is just over."""
    days = (today + timedelta(days=each) for each in range(-_JUST_OVER if month else 0, _AHEAD))
    return next((each for each in days if each.day == day and month in (None, each.month)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _words(said: str) -> list[_Word] | None:
    """What each of its words is; None where one of them is nothing that we know."""
    known = _known()
    found = []
    for each in re.findall(r"\d+[^\W\d_]*|[^\W\d_]+|[^\s,.]", said):
        word = _number(each) if each[0].isdigit() else known.get(each) or _begun(each, known)
        if word is None:
            return None
        found.append(word)
    return found


def _known() -> Mapping[str, _Word]:
    found = {word: _Word(_Is.SMALL) for word in _listed(say("day.word.small"))}
    found |= {word: _Word(_Is.NEXT) for word in _listed(say("day.word.next"))}
    found |= {word: _Word(_Is.LAST) for word in _listed(say("day.word.last"))}
    found |= {say(f"month.{number}").lower(): _Word(_Is.MONTH, number) for number in range(1, 13)}
    return found | {say(f"weekday.{number}").lower(): _Word(_Is.WEEKDAY, number) for number in range(7)}


def _begun(word: str, known: Mapping[str, _Word]) -> _Word | None:
    """The weekday or the month that begins like that."""
    names = ((name, each) for name, each in known.items() if each.kind in (_Is.WEEKDAY, _Is.MONTH))
    return next((each for name, each in names if len(word) >= _SHORTEST and name.startswith(word)), None)


def _number(word: str) -> _Word | None:
    """A day of a month, such as "4" or "4th", or a year."""
    match = re.fullmatch(r"(\d{1,2}|\d{4})(\D*)", word, re.ASCII)
    if match is None or (match[2] and match[2] not in _listed(say("day.word.ordinals"))):
        return None
    number = int(match[1])
    if len(match[1]) > 2:
        return None if match[2] else _Word(_Is.YEAR, number)
    return _Word(_Is.DAY, number) if 0 < number <= 31 else None


def _listed(words: str) -> Sequence[str]:
    return [each.lower() for each in listed(words)]
