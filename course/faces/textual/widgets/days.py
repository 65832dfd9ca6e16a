"""The calendar strip: the days since day 0, and the contacts made on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from textual.content import Content

from course.engine.conditions import Logged
from course.faces.textual.widgets.lines import Lines
from course.model import WEEKDAYS
from course.text.width import cells
from course.words import say

_CELL = 4
_LEAST = 10


class Days(Lines):
    """One row of days: day 0, each day on which somebody was contacted, and today."""

    DEFAULT_CSS = "Days { height: 1; width: 1fr; }"

    def __init__(self, starts_on: str, *, id: str | None = None) -> None:
        """`starts_on` is the weekday of day 0, or `""` to count days instead."""
        super().__init__(id=id)
        self._first = WEEKDAYS.index(starts_on) if starts_on in WEEKDAYS else None
        self._today = 0
        self._contacts: Counter[int] = Counter()

    def show(self, today: int, contacts: Iterable[Logged]) -> None:
        """Draw the days around `today`."""
        self._today = today
        self._contacts = Counter(contact.day for contact in contacts)
        self.draw()

    def lines(self, width: int, height: int) -> Sequence[Content]:  # noqa: ARG002 (one row)
        room = max(1, width // _CELL)
        last = min(max(self._today + 2, _LEAST), max(self._today, room - 1))
        return [Content("").join(self._day(day) for day in range(max(0, last - room + 1), last + 1))]

    def _day(self, day: int) -> Content:
        name = str(day) if self._first is None else say(f"weekday.{(self._first + day) % 7}.short")
        count = self._contacts[day]
        sign = "◆" if day == 0 else " "
        if count:
            sign = "•" if count == 1 else str(min(count, 9))
        if day == self._today:
            style = "bold reverse"
        elif count or day == 0:
            style = "$foreground"
        else:
            style = "$soft" if day < self._today else "$faint"
        return Content.assemble((name, style), (sign, "bold $foreground"), " " * (_CELL - 1 - cells(name)))
