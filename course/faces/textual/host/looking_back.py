"""Looking back together: what the room did, and how its days were on the other side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Gap, Row, Rows, Text
from course.faces.textual.host.of_room import OfRoom
from course.faces.textual.host.shown import other_side
from course.faces.textual.page import key
from course.faces.textual.text import plain
from course.model import Course, Head
from course.room.results import Results
from course.room.views import View
from course.words import rooms, say


def debrief_blocks(course: Course, found: Results) -> Iterable[Block]:
    """The whole debrief."""
    for part in rooms.parts(course, found):
        match part:
            case rooms.Told(text):
                yield Text(plain(text), after=0)
            case rooms.Asked(text):
                yield Gap()
                yield Text(plain(text).stylize("bold"), after=0)
            case rooms.Voted(letter, text, counts):
                label = plain(f"{letter}  {counts:<7}  ").stylize("bold")
                yield Rows([Row(plain(text), label)], 2, 0)
    yield Gap()


class OtherSidePage(OfRoom[None]):
    """Tells the days of the scenario that has ended from the other side, until it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [key("escape,y,enter", "dismiss", "keys.close", "keys.close.tip-code")]
    about = "otherside.about"

    def __init__(self, view: View, head: Head | None) -> None:
        super().__init__(view.scene.title if view.scene else "", "   " + say("otherside.title"))
        self._view = view
        self._story = head

    def blocks(self) -> Iterable[Block]:
        yield from other_side(self._view, self._story)


class DebriefPage(OfRoom[None]):
    """Shows it until it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [key("escape,d,enter", "dismiss", "keys.close", "keys.close.tip-code")]
    about = "host.debrief.about"

    def __init__(self, course: Course, found: Results) -> None:
        super().__init__(say("host.debrief.title"))
        self._course = course
        self._found = found

    def blocks(self) -> Iterable[Block]:
        yield from debrief_blocks(self._course, self._found)
