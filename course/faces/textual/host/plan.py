"""What is filled in as the room calls it out: so far, and what can be."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from textual.content import Content

from course.faces.textual.blocks import Block, Gap, Row, Rows, Text
from course.faces.textual.blocks.base import NOTHING, hang
from course.faces.textual.entry import Entry
from course.faces.textual.host.of_room import OfRoom
from course.faces.textual.text import plain, prose
from course.model import Head
from course.model.record import Record
from course.room.views import Plan
from course.words import say, sentences

_APART = 2
_NARROW = 56
"""Columns below which two do not stand beside each other."""


class Beside(Record):
    """Rows in two columns, down the first and then down the second, so that a short screen holds many."""

    rows: tuple[Row, ...]

    def lines(self, width: int) -> list[Content]:
        if width < _NARROW:
            return hang(self.rows, width)
        half, middle = (width - _APART) // 2, -(-len(self.rows) // 2)
        columns = (hang(self.rows[:middle], half), hang(self.rows[middle:], half))
        return [
            one.pad_right(half + _APART - one.cell_length) + two
            for one, two in zip_longest(*columns, fillvalue=NOTHING)
        ]


def asked(question: str) -> Iterable[Block]:
    """What the author asks of statements to sort, above them."""
    if question:
        yield Text(prose(question).stylize("bold"))


def plan_blocks(plan: Plan, head: Head | None) -> Iterable[Block]:
    """The days with what is placed on them, and all that can be; or the drafts."""
    yield from asked(plan.asks)
    if not plan.days:
        for number, way in enumerate(plan.ways, 1):
            mark = say("host.beyond") + " " if way.over else ""
            yield Rows([_numbered(number, f"{mark}{way.said}")], 0, 0)
        yield Gap()
        return
    said = {each.id: each.said for each in plan.ways}
    names = {day: sentences.weekday_of(head, day) if head is not None else "" for day in plan.days}
    wide = max(map(len, names.values()))
    rows = []
    for day, name in names.items():
        placed = [said.get(each[1], each[1]) for each in plan.draft if each[0] == str(day)]
        rows.append(Row(plain(", ".join(placed) or "·"), plain(f"{day:>2}  {name:<{wide}}  ").stylize("$soft")))
    yield Beside(tuple(rows))
    yield Gap()
    yield Beside(tuple(_numbered(number, way.said) for number, way in enumerate(plan.ways, 1)))
    yield Gap()


def _numbered(number: int, said: str) -> Row:
    return Row(plain(said), plain(f"{number:>2}  ").stylize("bold"))


class FillPage(Entry, OfRoom[str | None], inherit_bindings=False):
    """Asks for what the room calls out, below what it is called out of."""

    BINDINGS = Entry.BINDINGS

    CSS_PATH = "../entry.tcss"

    def __init__(self, plan: Plan, head: Head | None) -> None:
        hint = "host.fill-days" if plan.days else "host.fill-drafts"
        super().__init__(say("host.plan.title"), "", say(hint))
        self._plan = plan
        self._story = head

    def blocks(self) -> Iterable[Block]:
        yield from plan_blocks(self._plan, self._story)
        yield from super().blocks()
