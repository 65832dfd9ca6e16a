"""Texts with the lines of the file where their pieces are written."""

from __future__ import annotations

from collections.abc import Iterable

from course.authoring.proof.told import Arrived, Text
from course.engine.conditions import Past, holds
from course.engine.telling import arrived, tell
from course.model import Arrival, Told
from course.reading.positions import Spots, Step

NOTHING = Text("")


class Where:
    """Knows where everything of one file stands."""

    def __init__(self, spots: Spots) -> None:
        self._spots = spots

    def line(self, *way: Step) -> int:
        """The line where that is written."""
        return self._spots.of(*way)[0]

    def text(self, text: Told, past: Past, *way: Step) -> Text:
        """The text as it is told on that path, with the line of each of its passages that is told there."""
        told = tell(text, past)
        if not told:
            return NOTHING
        if isinstance(text, str):
            return Text(told, (self.line(*way),))
        numbered = enumerate(text)
        here = (number for number, each in numbered if (each.text if holds(each.when, past) else each.otherwise))
        return Text(told, tuple(dict.fromkeys(self.line(*way, number) for number in here)))

    def arrivals(self, arrivals: Iterable[Arrival], past: Past, *way: Step) -> tuple[Arrived, ...]:
        """What comes in on that path."""
        found = []
        for each in arrivals:
            for message in arrived((each,), past):
                lines = self.text(each.text, past, *way, each.medium.value, "text").lines
                found.append(Arrived(message, lines or (self.line(*way, each.medium.value),)))
        return tuple(found)
