"""Twins: what differs between two situations with the same options, side by side where there is room."""

from __future__ import annotations

from itertools import zip_longest

from textual.content import Content

from course.engine.twins import Beside, Side
from course.faces.textual.blocks.base import NOTHING, WIDE, Row, hang, wrap
from course.faces.textual.text import column, plain, prose
from course.model import Course
from course.model.record import Record
from course.words import say, sentences, twins

_BETWEEN = 4
_INDENT = 2


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
    facts = [Row(prose(each), _label("twins.fact", "bold")) for each in side.facts]
    says = [Row(prose(each), _label("twins.says")) for each in side.says]
    answers = []
    for entry in side.entries:
        answers.append(Row(plain(sentences.said(course, entry.decision)), _label("label.you")))
        answers += [Row(plain(sentences.said(course, each)), _label("label.advised")) for each in entry.advised]
    where = plain(twins.place(side.title, side.head, side.day)).stylize("bold")
    return [wrap(where, width), *(hang(rows, width) for rows in (facts, says, answers))]


def _label(which: str, style: str = "$soft") -> Content:
    return column(say(which), map(say, ("twins.fact", "twins.says", "label.you", "label.advised")), style)
