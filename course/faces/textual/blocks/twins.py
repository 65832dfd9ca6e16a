"""Twins: what differs between two situations with the same options, side by side where there is room."""

from __future__ import annotations

from itertools import zip_longest

from textual.content import Content

from course.engine.twins import Beside, Side
from course.faces.textual.blocks.base import NOTHING, Row, hang, wrap
from course.faces.textual.text import assemble, column, plain, prose
from course.model import Course
from course.model.record import Record
from course.words import say, sentences

SPREAD = 106
"""Cells with which the two stand side by side: a window of 110 columns without its margins."""
_BETWEEN = 4
_INDENT = 2


class TwinsBlock(Record):
    """Two twins."""

    course: Course
    beside: Beside

    def lines(self, width: int) -> list[Content]:
        sides = self.beside.here, self.beside.there
        title = plain(say("twins.title")).stylize("bold")
        if width >= SPREAD:
            room = (width - _BETWEEN) // 2
            left, right = (_side(each, self.course, room) for each in sides)
            rows = [
                one.pad_right(max(0, room - one.cell_length)) + Content(" " * _BETWEEN) + other
                for one, other in zip_longest(left, right, fillvalue=NOTHING)
            ]
            return [title, *rows, NOTHING]
        margin = Content(" " * _INDENT)
        parts = [_side(each, self.course, width - _INDENT) for each in sides]
        return [title, *(margin + line for part in parts for line in part), NOTHING]


def _side(side: Side, course: Course, width: int) -> list[Content]:
    place = say("twins.place", scene=side.title, title=side.head.title)
    when = sentences.when(side.head, side.day)
    head = assemble((place, "bold"), (f"   {when}" if when else "", "$soft"))
    rows = [
        *(Row(prose(each), _label("twins.fact", "bold")) for each in side.facts),
        *(Row(prose(each), _label("twins.says")) for each in side.says),
    ]
    for entry in side.entries:
        rows.append(Row(plain(sentences.said(course, entry.decision)), _label("label.you")))
        rows += [Row(plain(sentences.said(course, each)), _label("label.advised")) for each in entry.advised]
    return [*wrap(head, width), *hang(rows, width)]


def _label(which: str, style: str = "$soft") -> Content:
    return column(say(which), map(say, ("twins.fact", "twins.says", "label.you", "label.advised")), style)
