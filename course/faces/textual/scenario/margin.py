"""The margin: beside the scenario, where the window has room for it, the week, what is known, and who is who.

Whoever decides should not have to scroll for what decides. What is longer than the page is told in fewer words: empty
days together, then the oldest on one line, then who is who by name alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from course.engine.known import Known
from course.engine.week import Day
from course.faces.textual.blocks.base import NOTHING, Row, hang
from course.faces.textual.blocks.week import facts, groups, week_rows, who
from course.faces.textual.text import plain, prose
from course.faces.textual.widgets.lines import Lines
from course.model import Head
from course.words import say


class Margin(Lines):
    """Lines beside the column."""

    def __init__(self) -> None:
        super().__init__()
        self._head: Head | None = None
        self._days: Sequence[Day] = ()
        self._known = Known((), (), ())

    def show(self, head: Head, days: Sequence[Day], known: Known) -> None:
        """Tell what is known in that scenario now."""
        self._head, self._days, self._known = head, days, known
        self.draw()

    def lines(self, width: int, height: int) -> Sequence[Content]:
        if self._head is None:
            return ()
        return fitted(self._head, self._days, self._known, width, height)


def fitted(head: Head, days: Sequence[Day], known: Known, width: int, height: int) -> list[Content]:
    """As much as there is room for, told as fully as there is room for; what is left out stands behind a key."""
    found: list[Content] = []
    for found in _ever_shorter(head, days, known, width):
        if len(found) <= height:
            return found
    more = hang([Row(plain(say("margin.more")).stylize("$soft"))], width)
    return [*found[: max(0, height - len(more))], *more]


def _ever_shorter(head: Head, days: Sequence[Day], known: Known, width: int) -> Iterator[list[Content]]:
    past = next((number for number, day in enumerate(days) if day.today), 0)
    yield _told(head, days, known, width)
    yield _told(head, days, known, width, together=True)
    for oldest in range(2, past + 1):
        yield _told(head, days, known, width, oldest=oldest, together=True)
    yield _told(head, days, known, width, oldest=past, together=True, roles=False)


def _told(
    head: Head,
    days: Sequence[Day],
    known: Known,
    width: int,
    *,
    oldest: int = 0,
    together: bool = False,
    roles: bool = True,
) -> list[Content]:
    found: list[Content] = []
    rows = week_rows(head, groups(days, oldest=oldest, together=together), len(days) - 1)
    learned = [Row(prose(each.fact)) for each in facts(known, days[oldest:])]
    people = [Row(who(each, role=roles)) for each in known.people]
    for title, part in (("week.title", rows), ("known.facts", learned), ("known.people", people)):
        if part:
            apart = title == "known.facts" or (title == "known.people" and roles)
            found += [*([NOTHING] * bool(found)), plain(say(title)).stylize("bold"), *_apart(part, width, apart=apart)]
    return found


def _apart(rows: Sequence[Row], width: int, *, apart: bool) -> list[Content]:
    """The rows; where each is a text of its own, the lines after its first stand in."""
    if not apart:
        return hang(rows, width)
    lines = []
    for row in rows:
        first, *rest = hang([row], width - 2)
        lines += [first, *(Content("  ") + line for line in rest)]
    return lines
