"""Texts with the lines of the file where their pieces are written."""

from __future__ import annotations

from collections.abc import Iterable

from course.authoring.proof.told import Arrived, Text
from course.engine.conditions import Past, holds
from course.engine.telling import arrived, tell
from course.model import Arrival, Told
from course.reading.problems.positions import Spots, Step
from course.text.paragraphs import paragraphs

NOTHING = Text("")


class Where:
    """Knows where everything of one file stands."""

    def __init__(self, spots: Spots) -> None:
        self._spots = spots

    def line(self, *way: Step) -> int:
        """The line where that is written."""
        return self._spots.of(*way)[0]

    def option(self, *way: Step) -> int:
        """The line where an option begins. Its id alone might be the name of a field, such as `text`."""
        return self.line(*way, "")

    def text(self, text: Told, past: Past, *way: Step) -> Text:
        """The text as it is told on that path, with the line of each of its passages that is told there."""
        told = tell(text, past)
        if not told:
            return NOTHING
        if isinstance(text, str):
            return Text(told, (self.line(*way),))
        beside: list[tuple[int, ...]] = []
        for number, each in enumerate(text):
            here = each.text if holds(each.when, past) else each.otherwise
            if here:
                line = self.line(*way, number)
                more = [(line,), *[()] * (len(paragraphs(here)) - 1)]
                if beside and not each.paragraph:  # it goes on in the paragraph before
                    beside[-1], more = (*beside[-1], line), more[1:]
                beside += more
        lines = dict.fromkeys(line for each in beside for line in each)
        return Text(told, tuple(lines), tuple(tuple(dict.fromkeys(each)) for each in beside))

    def arrivals(self, arrivals: Iterable[Arrival], past: Past, *way: Step) -> tuple[Arrived, ...]:
        """What comes in on that path."""
        found = []
        for each in arrivals:
            for message in arrived((each,), past):
                lines = self.text(each.text, past, *way, each.medium.value, "text").lines
                found.append(Arrived(message, lines or (self.line(*way, each.medium.value),)))
        return tuple(found)
