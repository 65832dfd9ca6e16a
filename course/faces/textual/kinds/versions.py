"""A message or a calendar as it was sent, and as it was advised: side by side where there is room."""

from __future__ import annotations

from typing import assert_never

from textual.content import Content

from course.engine.debrief import Versions
from course.engine.kinds import Draft
from course.faces.textual.blocks import Block, Row, Rows
from course.faces.textual.blocks.base import Wide
from course.faces.textual.blocks.beside import BesideBlock
from course.faces.textual.kinds.message import Letter
from course.faces.textual.text import pad, plain
from course.model import Head
from course.model.kinds import Composed
from course.model.kinds.calendar import Calendar
from course.model.kinds.message import MessageInParts
from course.text.width import cells
from course.words import say, sentences


def versions_block(found: Versions, head: Head) -> Block:
    """What was sent and what was advised, beside each other."""
    one, other = (_drawn(found.exercise, each, head) for each in (found.sent, found.advised))
    return Wide(BesideBlock(_title("versions.yours"), one, _title("versions.advised"), other))


def _title(which: str) -> Content:
    return plain(say(which)).stylize("bold")


def _drawn(exercise: Composed, draft: Draft, head: Head) -> Block:
    match exercise:
        case MessageInParts():
            return Letter(exercise, draft)
        case Calendar():
            return _days(exercise, draft, head)
    assert_never(exercise)


def _days(exercise: Calendar, draft: Draft, head: Head) -> Rows:
    """The days on which something is planned."""
    says = {way.id: way.say for way in exercise.ways}
    names = [sentences.day_name(head, int(day)) for day, _ in draft]
    wide = 2 + max(map(cells, names), default=0)
    labels = [plain(pad(name, wide)).stylize("$soft") for name in names]
    rows = [Row(plain(says[way]), label) for label, (_, way) in zip(labels, draft, strict=True)]
    return Rows(rows or [Row(plain(say("calendar.nothing")))])
