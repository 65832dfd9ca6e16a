"""Twins: what differs between two situations with the same options, side by side where there is room."""

from __future__ import annotations

from itertools import zip_longest

from textual.content import Content

from course.engine.twins import Beside, Side
from course.faces.textual.blocks.base import NOTHING, WIDE, Row, hang, wrap
from course.faces.textual.text import column, plain, prose
from course.model import Course
from course.model.record import Record
from course.words import say, twins

_BETWEEN = 4
_INDENT = 2
_LABELS = {
    "fact": "twins.fact",
    "says": "twins.says",
    "you": "label.you",
    "advised": "label.advised",
    "why": "twins.why",
}


class TwinsBlock(Record):
    """Two twins."""

    course: Course
    beside: Beside

    def lines(self, width: int) -> list[Content]:
        title = plain(say("twins.title")).stylize("bold")
        both = self.beside.here, self.beside.there
        if width < WIDE:
            margin = Content(" " * _INDENT)
            parts = [_parts(each, self.course, width - _INDENT) for each in both]
            sides = [[margin + line for part in side for line in part] for side in parts]
            return [title, *sides[0], NOTHING, *sides[1], NOTHING]
        room = (width - _BETWEEN) // 2
        parts = [_parts(each, self.course, room) for each in both]
        rows = [row for pair in zip(*parts, strict=True) for row in zip_longest(*pair, fillvalue=NOTHING)]
        between = Content(" " * _BETWEEN)
        lines = [one.pad_right(max(0, room - one.cell_length)) + between + other for one, other in rows]
        return [title, *lines, NOTHING]


def _parts(side: Side, course: Course, width: int) -> list[list[Content]]:
    """Where it was, what was so, what was read, and what was answered, as lines each."""
    parts: tuple[list[Row], ...] = ([], [], [])
    for kind, text in twins.lines(course, side):
        which = 0 if kind == "fact" else 1 if kind == "says" else 2
        words = plain(text) if kind in ("you", "advised") else prose(text)
        parts[which].append(Row(words, _label(_LABELS[kind], "bold" if kind == "fact" else "$soft")))
    where = plain(twins.place(side.title, side.head, side.day)).stylize("bold")
    return [wrap(where, width), *(hang(rows, width) for rows in parts)]


def _label(which: str, style: str) -> Content:
    return column(say(which), map(say, _LABELS.values()), style)
