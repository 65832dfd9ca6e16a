"""What you know: the week, the facts learned on the way, and who is who."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from course.engine.known import all_known
from course.engine.play import Play
from course.engine.week import week
from course.faces.textual.blocks import Block, Row, Rows, Text
from course.faces.textual.blocks.message import MessageBlock
from course.faces.textual.blocks.week import facts, groups, week_rows, who
from course.faces.textual.page import Page, key
from course.faces.textual.text import column, plain, prose
from course.words import say
from course.words.week import name


class WhatYouKnow(Page[None]):
    """A page to look things up on, and to close again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,k,enter", "dismiss", "keys.back", "keys.back.tip-scenario"),
    ]
    about = "known.about"

    def __init__(self, play: Play, *, scene: bool = False) -> None:
        """`scene`: also what is told where the learner is, which the page below has no room for."""
        super().__init__(play.scenario.head.title, "   " + say("known.title"))
        self._scenario = play.scenario.head
        self._days = week(play)
        self._known = all_known(play)
        self._scene: tuple[Block, ...] = (*map(MessageBlock, play.arrives), Text(prose(play.text))) if scene else ()

    def blocks(self) -> Iterable[Block]:
        last = len(self._days) - 1
        if self._scene:
            yield Text(plain(say("known.scene")).stylize("bold"), after=0)
            yield from self._scene
        yield from _part("week.title", week_rows(self._scenario, groups(self._days), last))
        learned = facts(self._known, self._days)
        days = ["" if each.day is None or last < 1 else name(self._scenario, each.day, last) for each in learned]
        labels = [column(each, days) if any(days) else plain("") for each in days]
        rows = [Row(prose(each.fact), label) for each, label in zip(learned, labels, strict=True)]
        yield from _part("known.facts", rows)
        yield from _part("known.people", [Row(who(each)) for each in self._known.people])


def _part(title: str, rows: list[Row]) -> Iterable[Block]:
    if rows:
        yield Text(plain(say(title)).stylize("bold"), after=0)
        yield Rows(rows, indent=2)
