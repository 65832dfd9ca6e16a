"""Options that no path offers, and decisions that offer one option or none on some path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from course.authoring.check.finding import Found, in_scene
from course.authoring.check.telling import Moment, Telling
from course.engine import kinds
from course.engine.conditions import holds
from course.engine.outcome import Answer
from course.model import ALWAYS, Choice, Ending, Scene
from course.model.kinds.calendar import Calendar, Way
from course.model.record import Record


class _Set(Record):
    """Options of which those are offered whose condition holds."""

    ids: Answer
    """What leads to them within their scene."""
    options: Sequence[Choice | Way]
    least: int
    """So many there have to be for anything to be decided."""


def find(telling: Telling, moments: Iterable[Moment]) -> Iterator[Found]:
    """Everything that is wrong with what is offered on some paths only."""
    sets = [*_sets(telling.scene)]
    coming = [each for each in moments if each.outcome is None] if sets else []
    for each in sets if coming else ():
        offered: set[str] = set()
        fewest, place = each.least, -1
        for moment in coming:
            here = [option.id for option in each.options if holds(option.when, moment.past)]
            offered.update(here)
            if len(here) < fewest:
                fewest, place = len(here), moment.place
        yield from _never(telling, each, offered)
        if fewest < each.least:
            yield _few(telling, each, fewest, place)


def _sets(scene: Scene) -> Iterator[_Set]:
    """The sets of options at a scene that are not offered as they stand on every path."""
    if isinstance(scene.body, Ending):
        return
    found = [_Set(each.ids, each.options, 2) for each in kinds.of(scene.body).rivals()]
    if isinstance(scene.body, Calendar):
        found.append(_Set((), scene.body.ways, 1))
    yield from (each for each in found if any(option.when != ALWAYS for option in each.options))


def _never(telling: Telling, each: _Set, offered: set[str]) -> Iterator[Found]:
    for option in each.options:
        if option.id not in offered:
            where = in_scene(telling.scenario.head.file, telling.scene.id, *each.ids, option.id, "when")
            message = "This option is never offered: on no path to here does its condition hold."
            mend = "Check its condition against what can have happened by then; or take it out."
            yield Found("never-offered", where, message, mend)


def _few(telling: Telling, each: _Set, count: int, place: int) -> Found:
    where = in_scene(telling.scenario.head.file, telling.scene.id, *each.ids)
    path = telling.path(place)
    if count:
        message = f"On some path only one option is offered here, so there is nothing to decide: {path}."
    else:
        message = f"On some path no option's condition holds here, and all are offered as if none had one: {path}."
    mend = "Let one more option be offered there, or lead that path to another scene."
    return Found("few-options", where, message, mend)
