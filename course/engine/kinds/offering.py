"""What of an exercise is offered on one path."""

from __future__ import annotations

from typing import TypeVar

from course.engine.conditions import Past, holds
from course.model import ALWAYS, Choice
from course.model.kinds.calendar import Way
from course.model.kinds.message import Alternative

Option = TypeVar("Option", Choice, Alternative, Way)


def left(options: tuple[Option, ...], past: Past) -> tuple[Option, ...]:
    """Those whose condition holds; all of them where none would be left, so that there is always something to do."""
    found = tuple(each for each in options if each.when == ALWAYS or holds(each.when, past))
    return found or options
