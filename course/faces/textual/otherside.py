"""The other side of the desk: the days of the scenario, as the people there lived them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar

from textual.binding import BindingType

from course.engine.otherside import Moment, views
from course.engine.play import Play
from course.faces.textual.blocks import Block, Gap, Text
from course.faces.textual.page import Page, key
from course.faces.textual.text import assemble, plain, prose
from course.words import sentences


class OtherSide(Page[None]):
    """One person after the other, day by day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("right,n", "person(1)", "next person", "The same days from another chair"),
        key("left", "person(-1)", "", "The person before", shown=False),
        key("escape,y,enter", "dismiss", "back", "Back to the story"),
    ]
    about = "The same days from where the others sat: what they were busy with, and how your contacts reached them."

    def __init__(self, play: Play) -> None:
        super().__init__(play.scenario.head.title, "   the other side of the desk")
        self._play = play
        self._views = views(play)
        self._at = 0

    def blocks(self) -> Iterable[Block]:
        view = self._views[self._at]
        role = f", {view.person.role}" if view.person.role else ""
        number = f"   {self._at + 1} of {len(self._views)}" if len(self._views) > 1 else ""
        yield Text(assemble((view.person.name, "bold"), role, (number, "$soft")))
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
        yield Text(assemble(("You: ", "$soft"), (moment.did, "italic")), indent=2, after=0)
    yield Text(prose(moment.text), indent=4 if moment.did else 2, after=0)
