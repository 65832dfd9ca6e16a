"""The other side: the days of the scenario, as the people there lived them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar

from textual.binding import BindingType

from course.engine.otherside import Moment, views
from course.engine.play import Play
from course.faces.textual.blocks import Block, Gap, Heading, Text
from course.faces.textual.page import Page, key
from course.faces.textual.text import HERE, plain, point_out, prose
from course.words import say, sentences


class OtherSide(Page[None]):
    """One person after the other, day by day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("right,n", "person(1)", "keys.next-person", "keys.next-person.tip"),
        key("left", "person(-1)", "keys.next-person", "keys.person-before.tip", shown=False),
        key("escape,y,enter", "dismiss", "keys.back", "keys.back.tip-scenario"),
    ]
    about = "otherside.about"

    def __init__(self, play: Play) -> None:
        super().__init__(play.scenario.head.title, "   " + say("otherside.title"))
        self._play = play
        self._views = views(play)
        self._at = 0

    def blocks(self) -> Iterable[Block]:
        view = self._views[self._at]
        name, role = view.person.name, view.person.role
        who = say("otherside.person", name=HERE, role=role) if role else HERE
        number = say("page.number", number=self._at + 1, of=len(self._views)) if len(self._views) > 1 else ""
        yield Heading(point_out(who, name, "bold"), plain(number).stylize("$soft"))
        yield Gap()
        head = self._play.scenario.head
        for day, moments in groupby(view.moments, key=lambda moment: moment.day):
            yield Text(plain(sentences.day_name(head, day)).stylize("bold"), after=0)
            for moment in moments:
                yield from _moment(moment)
            yield Gap()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "person":
            return len(self._views) > 1
        return super().check_action(action, parameters)

    def action_person(self, by: int) -> None:
        """Sit down in another chair."""
        self._at = (self._at + by) % len(self._views)
        self.redraw()


def _moment(moment: Moment) -> Iterable[Block]:
    if moment.did:
        yield Text(point_out(say("page.you", did=HERE), moment.did, "italic", "$soft"), indent=2, after=0)
    yield Text(prose(moment.text), indent=4 if moment.did else 2, after=0)
