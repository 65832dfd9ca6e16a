"""The exercise kind `calendar`: days one below the other, and the ways to get in touch on the day in hand."""

from __future__ import annotations

from collections.abc import Iterable

from course.engine import otherside
from course.engine.consequence import latest
from course.engine.kinds.calendar import CLOSE, CalendarKind
from course.engine.play import Play
from course.faces.textual.blocks import Block, Edge, Gap, Option, Row, Rows, Text, digit, option
from course.faces.textual.kinds.on_screen import OnScreen, Sketched
from course.faces.textual.text import assemble, pad, plain, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model.kinds.calendar import ROOM, Calendar
from course.text.width import cells
from course.words import say, sentences

_LEAST = 26
"""Cells of the column of days, at least."""
_INDENT = 4
"""Cells by which what can be done on a day stands in, below the day."""


class CalendarOnScreen(OnScreen):
    """Days to plan. Its places are the days."""

    def __init__(self, play: Play, exercise: Calendar) -> None:
        super().__init__(play)
        self._exercise = exercise
        self._kind = CalendarKind(exercise)
        self._says = {way.id: way.say for way in exercise.ways}

    def places(self) -> int:
        """The days."""
        return len(self._kind.days())

    def blocks(self, at: int, after: int) -> Iterable[Block]:  # noqa: ARG002 (a calendar has no air to spare)
        """The days; below the one in hand, what can be done on it."""
        first = self._exercise.first
        here = first + max(0, at)
        for day in self._kind.days():
            if day == here == first + at:
                yield Edge()
            yield self._day(day, here)
            if day == here:
                yield from self._ways(here)
            if day == here == first + at:
                yield Edge()
        yield Gap()
        yield from self._ready(say("calendar.pass"), 0)

    def _ways(self, here: int) -> Iterable[Block]:
        """What can be done on a day. Once it is full, only what is planned on it can be picked: to take it off."""
        kind, draft = self._kind, self._play.draft
        today = {way for _, way in kind.planned(draft, here)}
        full, place = not kind.room(draft, here), here - self._exercise.first
        for number, way in enumerate(self._exercise.ways, 1):
            if way.id in today:
                planned = plain(say("calendar.planned")).stylize("bold")
                off = Sketched(kind.take_off(draft, here, way), place)
                yield option(digit(number), plain(way.say), off, aside=planned, indent=_INDENT)
            elif full:
                yield Text(plain(way.say).stylize("$soft"), indent=_INDENT + 5, after=0)
            else:
                on = Sketched(kind.place(draft, here, way), place)
                yield option(digit(number), plain(way.say), on, indent=_INDENT)
        if full:
            yield Text(plain(say("calendar.full", n=ROOM)).stylize("$soft"), indent=_INDENT + 2, after=0)

    def _day(self, day: int, here: int) -> Option:
        draft = self._play.draft
        placed = [self._says[way] for _, way in self._kind.planned(draft, day)]
        sign = "›" if day == here else " "
        name = (f"{sign} {pad(self._name(day), self._wide)}", "bold" if day == here else "")
        place = day - self._exercise.first
        return Option("", [Row(assemble(name, ("  +  ".join(placed), "$right")))], Sketched(draft, place, place))

    @property
    def _wide(self) -> int:
        """Cells of the column that holds the names of the days."""
        return max(_LEAST, *(cells(self._name(day)) + 2 for day in self._kind.days()))

    def weighed(self) -> Iterable[Block]:
        """The contacts that are planned, in order."""
        yield Text(plain(say("calendar.about-to")).stylize("$soft"))
        days = ((plain(pad(self._name(int(day)), self._wide)).stylize("$soft"), way) for day, way in self._play.draft)
        rows = [Row(plain(self._says[way]), day) for day, way in days]
        yield Rows(rows or [Row(plain(say("calendar.nothing")))], indent=2)

    def shown(self) -> Iterable[Block]:
        """The days as they were on both sides, and what each contact came to."""
        play = self._play
        decisions = {(each.answer, each.day): each for each in play.latest}
        told = {each.outcome.answer: text for each, text in zip(play.pending, latest(play), strict=True)}
        for day in self._kind.days():
            made = [each.outcome for each in play.pending if each.outcome.day == day and each.outcome.judged]
            people = play.scenario.head.people
            theirs = [
                (person.name, text)
                for person in people
                for each in person.days
                if each.day == day and (text := otherside.day(play, each))
            ]
            if not made and not theirs:
                continue
            yield Text(plain(self._name(day)).stylize("bold"), after=0)
            for name, text in theirs:
                yield Text(assemble((f"{name}  ", "$soft"), prose(text).stylize("$soft")), indent=2, after=0)
            for outcome in made:
                decision = decisions[outcome.answer, day]
                mark = (f"● {sentences.side_name(decision.side)}  ", SIDE_STYLE[decision.side])
                said = sentences.said(play.course, outcome)
                did = said if outcome.answer[1] == CLOSE else say("page.you", did=said)
                yield Text(assemble((did, "italic")), indent=2, after=0)
                if told[outcome.answer].happens:
                    yield Text(prose(told[outcome.answer].happens), indent=4, after=0)
                yield Text(assemble(mark, prose(told[outcome.answer].because).stylize("$soft")), indent=4, after=0)
            yield Gap()
        if play.latest:
            yield self._landing(say("calendar.whole"))
            yield self._rules()

    def _name(self, day: int) -> str:
        return sentences.day_name(self._play.scenario.head, day)
