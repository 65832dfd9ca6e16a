"""The strip of days: on one row the last of them, today by that word, and in words what the marks stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from textual.content import Content

from course.engine.week import Day
from course.faces.textual.widgets.lines import Lines
from course.model import Contact, Head
from course.words import say, week

_BETWEEN, _LEGEND_APART = 2, 3
FROM_YOU, TO_YOU, SAID = "•", "◦", "▪"
"""That the learner got in touch on a day, that something came in, and that something is known about it."""
LEFT_OUT = "…"
"""In the place of days that there is no room for."""
_DOTS = Content(LEFT_OUT).stylize("$soft")


class Days(Lines):
    """One row: as many days as there is room for, until today and whatever lies ahead, and the legend, which goes
    before a day ahead does of which something is known."""

    DEFAULT_CSS = "Days { height: 1; width: 1fr; }"

    def __init__(self, head: Head, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._head = head
        self._days: Sequence[Day] = ()

    def show(self, days: Sequence[Day]) -> None:
        """Draw these days in the place of those before."""
        self._days = days
        self.draw()

    def lines(self, width: int, height: int) -> Sequence[Content]:  # noqa: ARG002 (one row)
        days = self._days
        today = next((number for number, day in enumerate(days) if day.today), None)
        if today is None:
            return ()
        each_day = [self._day(day) for day in days]
        ahead = {number for number in range(today, len(days)) if not days[number].empty}
        fewer = list(_ever_fewer(days, today))
        explained = ((shown, self._legend([days[each] for each in shown])) for shown in fewer if ahead <= {*shown})
        for shown, legend in chain(explained, ((shown, Content("")) for shown in fewer)):
            row = _row(_parts(each_day, shown))
            gap = width - row.cell_length - legend.cell_length
            if gap >= _LEGEND_APART * bool(legend):
                return [row + Content(" " * gap) + legend]
        return [_row(_parts(each_day, [today]))]

    def _day(self, day: Day) -> Content:
        name = week.name(self._head, day.number)
        marks = "".join(_marks(day))
        if day.today:
            return Content.assemble((f"{name}{marks} {say('week.today')}", "bold"))
        return Content.assemble((name, "" if marks else "$soft"), (marks, "bold"))

    def _legend(self, days: Sequence[Day]) -> Content:
        """What the marks stand for, those that there are."""
        there = {mark for day in days for mark in _marks(day)}
        names = ((FROM_YOU, "days.from-you"), (TO_YOU, "days.to-you"), (SAID, "days.said"))
        parts = [Content.assemble((mark, "bold"), (f" {say(name)}", "$soft")) for mark, name in names if mark in there]
        return Content(" " * _BETWEEN).join(parts)


def _parts(each_day: Sequence[Content], shown: Sequence[int]) -> Iterator[Content]:
    """These days, and dots for those left out before, between and after them."""
    for before, number in pairwise([-1, *shown, len(each_day)]):
        if number > before + 1:
            yield _DOTS
        if number < len(each_day):
            yield each_day[number]


def _row(parts: Iterable[Content]) -> Content:
    return Content(" " * _BETWEEN).join(parts)


def _marks(day: Day) -> Iterator[str]:
    sent = [isinstance(each, Contact) for each in day.events]
    if any(sent):
        yield FROM_YOU
    if not all(sent):
        yield TO_YOU
    if day.facts:
        yield SAID


def _ever_fewer(days: Sequence[Day], today: int) -> Iterator[list[int]]:
    """Which days to show: all of them; then those before today on which nothing was go one by one, the oldest first;
    then such days ahead, all at once; then the oldest of the others, and last those ahead, the farthest first."""
    shown = list(range(len(days)))
    yield list(shown)
    past = range(today)
    for number in (each for each in past if days[each].empty):
        shown.remove(number)
        yield list(shown)
    ahead = [each for each in shown if each > today and not days[each].empty]
    past_left = [each for each in past if not days[each].empty]
    yield from ([*past_left[first:], today, *ahead] for first in range(len(past_left) + 1))
    yield from ([today, *ahead[:most]] for most in range(len(ahead) - 1, -1, -1))
