"""What you know: the facts learned on the way, who is who, and whom you have contacted when and how."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from course.engine.known import all_known
from course.engine.play import Play
from course.faces.textual.blocks import Block, Row, Rows, Text
from course.faces.textual.page import Page, key
from course.faces.textual.text import assemble, column, plain, prose
from course.words import say, sentences


class WhatYouKnow(Page[None]):
    """A page to look things up on, and to close again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,k,enter", "dismiss", "keys.back", "keys.back.tip-scenario"),
    ]
    about = "known.about"

    def __init__(self, play: Play) -> None:
        super().__init__(play.scenario.head.title, "   " + say("known.title"))
        self._scenario = play.scenario.head
        self._all = all_known(play)

    def blocks(self) -> Iterable[Block]:
        known = self._all
        yield from self._part("known.facts", [Row(prose(each.fact), self._day(each.day)) for each in known.facts])
        yield from self._part("known.people", [Row(_who(each.name, each.role)) for each in known.people])
        made = [(sentences.contact_words(self._scenario, each.contact), each.day) for each in known.contacts]
        yield from self._part("known.contacts", [Row(plain(words), self._day(day)) for words, day in made])

    def _part(self, title: str, rows: list[Row]) -> Iterable[Block]:
        if rows:
            yield Text(plain(say(title)).stylize("bold"), after=0)
            yield Rows(rows, indent=2)

    def _day(self, day: int | None) -> Content:
        """The day in a column of its own; nothing for what was known from the beginning."""
        days = [*(each.day for each in self._all.facts), *(each.day for each in self._all.contacts)]
        names = {each: "" if each is None else sentences.day_name(self._scenario, each) for each in days}
        return column(names[day], names.values(), "$soft") if any(names.values()) else Content("")


def _who(name: str, role: str) -> Content:
    return assemble((name, "bold"), (f"  {role}" if role else "", "$soft"))
