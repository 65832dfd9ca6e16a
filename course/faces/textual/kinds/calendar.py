"""The exercise kind `calendar`: days one below the other, and the ways to get in touch on the day in hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from course.engine import otherside
from course.engine.consequence import latest
from course.engine.kinds.calendar import CLOSE, CalendarKind
from course.engine.play import Play
from course.faces.textual.blocks import Block, Edge, Gap, Option, Row, Rows, Text, digit, option
from course.faces.textual.kinds.on_screen import OnScreen, Sketched, Space
from course.faces.textual.text import assemble, pad, plain, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model.kinds.calendar import ROOM, Calendar
from course.text.width import cells
from course.words import say, sentences, week

_LEAST = 20
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

    @property
    def done_by(self) -> str:
        return "pass"

    def blocks(self, at: int, space: Space) -> Iterable[Block]:
        """The days; below the one in hand, what can be done on it. Where they are too many to be seen at once, those
        on which nothing is planned stand together."""
        days = [[day] for day in self._kind.days()]
        found = self._all(at, days)
        if not _fits(found, space):
            found = self._all(at, self._together(self._exercise.first + max(0, at)))
        whole = at >= 0 and _fits(found, space)
        yield from ([Edge()] if whole else [])
        yield from (each for each in found if at >= 0 and not (whole and isinstance(each, Edge)))
        yield from (each for each in found if at < 0 and not isinstance(each, Edge))
        yield from ([Edge()] if whole else [])

    def _all(self, at: int, lines: Sequence[Sequence[int]]) -> list[Block]:
        here = self._exercise.first + max(0, at)
        together = any(len(days) > 1 for days in lines)
        found: list[Block] = []
        for day, *more in lines:
            if more:
                found.append(self._span([day, *more]))
            elif day == here:
                found += [Edge(), self._day(day, here, together), *self._ways(here), Edge()]
            else:
                found.append(self._day(day, here, together))
        return [*found, Gap(), *self._ready(say("calendar.pass"))]

    def _together(self, here: int) -> list[list[int]]:
        """The days by their lines, those on which nothing is planned together."""
        found: list[list[int]] = []
        for busy, run in groupby(self._kind.days(), key=lambda day: day == here or self._busy(day)):
            days = list(run)
            found += [[day] for day in days] if busy else [days]
        return found

    def _busy(self, day: int) -> bool:
        return bool(self._kind.planned(self._play.draft, day))

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

    def _day(self, day: int, here: int, together: bool) -> Option:
        """A day, and what is planned on it."""
        draft = self._play.draft
        placed = [self._says[way] for _, way in self._kind.planned(draft, day)]
        sign = "›" if day == here else " "
        name = assemble((f"{sign} {pad(self._name(day), self._wide)}", "bold" if day == here else ""))
        place = day - self._exercise.first
        row = Row(plain("  +  ".join(placed)).stylize("$right"), name)
        return Option("", [row], Sketched(draft, place, self._line(day) if together else place))

    def _span(self, days: Sequence[int]) -> Option:
        """Several days on which nothing is planned; to pick them goes to the first."""
        head, place = self._play.scenario.head, days[0] - self._exercise.first
        names = [week.name(head, day, self._exercise.days) for day in (days[0], days[-1])]
        words = say("week.span", first=names[0], last=names[1])
        to = Sketched(self._play.draft, place, self._line(days[0]))
        return Option("", [Row(plain(f"  {words}").stylize("$soft"))], to)

    def _line(self, day: int) -> int:
        """The line of a day, once it is in hand and those round it stand together."""
        return [each[0] for each in self._together(day)].index(day)

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


def _fits(blocks: Iterable[Block], space: Space) -> bool:
    return sum(len(each.lines(space.width)) for each in blocks) <= space.height
