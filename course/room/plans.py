"""What is typed to fill in a calendar, or to put drafts in order, as the draft that it stands for."""

from __future__ import annotations

import re

from course.engine.kinds.sort import DO, DONT
from course.engine.outcome import Answer
from course.room.views import Plan

_PLACED = re.compile(r"(\d{1,3})\s*[:=.-]?\s*(\d{1,2})")


class NoPlan(ValueError):
    """What was typed is no plan."""


def planned(plan: Plan, text: str) -> tuple[Answer, ...]:
    """The draft. For days: "2:1, 6:3" places the first thing on day 2 and the third on day 6. For drafts: "3 1 / 2"
    puts them in that order, with the line where the stroke is. Raises NoPlan."""
    return _days(plan, text) if plan.days else _drafts(plan, text)


def _days(plan: Plan, text: str) -> tuple[Answer, ...]:
    found = [(int(day), int(way)) for day, way in _PLACED.findall(text)]
    if re.sub(r"[\s,;]+", "", _PLACED.sub("", text)):
        raise NoPlan(text)
    if any(day not in plan.days or not 1 <= way <= len(plan.ways) for day, way in found):
        raise NoPlan(text)
    return tuple((str(day), plan.ways[way - 1].id) for day, way in sorted(found))


def _drafts(plan: Plan, text: str) -> tuple[Answer, ...]:
    before, stroke, beyond = text.partition("/")
    sides = [(each, DO) for each in before.split()] + [(each, DONT) for each in beyond.split()]
    numbers = [number for number, _ in sides]
    if not stroke or sorted(numbers) != sorted(str(each) for each in range(1, len(plan.ways) + 1)):
        raise NoPlan(text)
    return tuple((plan.ways[int(number) - 1].id, side) for number, side in sides)
