"""The exercise kind `week`: days one below the other, and the ways to get in touch on the day in hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from textual.content import Content

from course.engine.kinds.calendar import CLOSE
from course.engine.play import Play
from course.faces.textual.blocks import Block, Gap, Option, Row, Rows, Text
from course.faces.textual.blocks.base import NOTHING
from course.faces.textual.blocks.option import option
from course.faces.textual.kinds.common import landing, ready, rules
from course.faces.textual.kinds.values import Sketched
from course.faces.textual.text import assemble, plain, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model.kinds.calendar import Week
from course.words import sentences


def places(play: Play) -> int:
    """The days."""
    return _exercise(play).days + 1


def blocks(play: Play, at: int, after: int) -> Iterable[Block]:  # noqa: ARG001 (a calendar has no air to spare)
    """The calendar, then what can be done on the day in hand."""
    exercise = _exercise(play)
    here = max(0, at)
    for day in range(exercise.days + 1):
        yield _day(play, day, here)
    yield Gap()
    head = play.scenario.head
    yield Text(plain(sentences.day_name(head, here)).stylize("bold"), after=0)
    today = [each for each in play.draft if each[0] == str(here)]
    for number, way in enumerate(exercise.ways, 1):
        placed = (str(here), way.id) in today
        draft = _without(play, here, way.id) if placed else (*play.draft, (str(here), way.id))
        aside = plain("planned").stylize("bold") if placed else NOTHING
        yield option(str(number), plain(way.say), Sketched(draft, here), aside=aside)
    yield Gap()
    yield from ready(play, "Let these days pass", 0)


def weighed(play: Play) -> Iterable[Block]:
    """The contacts that are planned, in order."""
    yield Text(plain("You are about to live these days:").stylize("$soft"))
    yield Rows(_planned(play), indent=2)


def shown(play: Play) -> Iterable[Block]:
    """The days as they were on both sides, and what each contact came to."""
    exercise = _exercise(play)
    head = play.scenario.head
    decisions = {(each.answer, each.day): each for each in play.latest}
    for day in range(exercise.days + 1):
        made = [each.outcome for each in play.pending if each.outcome.day == day and each.outcome.judged]
        theirs = [(person.name, each.text) for person in head.people for each in person.days if each.day == day]
        if not made and not theirs:
            continue
        yield Text(plain(sentences.day_name(head, day)).stylize("bold"), after=0)
        for name, text in theirs:
            yield Text(assemble((f"{name}  ", "$soft"), prose(text).stylize("$soft")), indent=2, after=0)
        for outcome in made:
            decision = decisions[outcome.answer, day]
            mark = (f"● {sentences.side_name(decision.side)}  ", SIDE_STYLE[decision.side])
            who = "" if outcome.answer[1] == CLOSE else "You: "
            yield Text(assemble((who + outcome.said, "italic")), indent=2, after=0)
            if outcome.happens:
                yield Text(prose(outcome.happens), indent=4, after=0)
            yield Text(assemble(mark, prose(outcome.because).stylize("$soft")), indent=4, after=0)
        yield Gap()
    if play.latest:
        yield Text(landing(play.latest, "Together it"))
        yield rules(play, play.latest)


def _day(play: Play, day: int, here: int) -> Option:
    exercise = _exercise(play)
    says = {way.id: way.say for way in exercise.ways}
    placed = [says[name] for when, name in play.draft if when == str(day)]
    name = sentences.day_name(play.scenario.head, day)
    sign = "›" if day == here else " "
    text = assemble((f"{sign} {name:<26}", "bold" if day == here else ""), ("  +  ".join(placed), "$assertive"))
    return Option("", [Row(text)], Sketched(play.draft, day))


def _without(play: Play, day: int, way: str) -> tuple[tuple[str, ...], ...]:
    """The draft without one contact of that day."""
    left = list(play.draft)
    left.remove((str(day), way))
    return tuple(left)


def _planned(play: Play) -> list[Row]:
    exercise = _exercise(play)
    says = {way.id: way.say for way in exercise.ways}
    head = play.scenario.head
    rows = [Row(plain(says[name]), _label(sentences.day_name(head, int(day)))) for day, name in play.draft]
    return rows or [Row(plain("Nothing. You wait, and let them come to you."))]


def _label(day: str) -> Content:
    return plain(f"{day:<26}").stylize("$soft")


def _exercise(play: Play) -> Week:
    return cast("Week", play.scene.body)
