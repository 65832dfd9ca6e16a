"""Which option an answer takes, and whether a contact came on a good day, too early, or past a limit."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.proof.piece import Piece, What
from course.engine import kinds
from course.engine.outcome import DO, DONT, Outcome
from course.model import Ending, Scene
from course.model.kinds.calendar import Calendar, Way
from course.reading.problems.positions import Step

NO_CONTACT = "no-contact"


def options(scene: Scene) -> list[Piece]:
    """Everything that can be answered at a scene; of a calendar every way once on a good day, and early, and each of
    the limits."""
    body = scene.body
    if isinstance(body, Ending):
        return []
    if isinstance(body, Calendar):
        return list(_of_calendar(scene, body))
    if not kinds.of(body).asks():
        return []
    found = (option(scene, each) for _, outcomes in kinds.turns(body) for each in outcomes)
    return list(dict.fromkeys(Piece(What.OPTION, at) for at in found))


def option(scene: Scene, outcome: Outcome) -> tuple[Step, ...]:
    """Where the option of an answer is written. Of a calendar the day is left out, and of a sort the side."""
    item, answer = outcome.item, outcome.answer
    by_item = item and (answer in ((item, DO), (item, DONT)) or answer[-1] == item)
    return ("scenes", scene.id, item) if by_item else ("scenes", scene.id, *answer)


def answered(scene: Scene, outcome: Outcome) -> Iterator[Piece]:
    """What an answer shows by being given."""
    body = scene.body
    if not isinstance(body, Calendar):
        if not isinstance(body, Ending) and kinds.of(body).asks():
            yield Piece(What.OPTION, option(scene, outcome))
        return
    here = ("scenes", scene.id)
    for kind in outcome.overdue:
        yield Piece(What.LIMIT, here, kind or NO_CONTACT)
    way = next((each for each in body.ways if each.id == outcome.item), None)
    if way is None or outcome.day is None:
        return
    if way.early and outcome.day < way.early.before:
        yield Piece(What.EARLY, (*here, way.id))
    elif (outcome.follows, outcome.breaks) == (way.follows, way.breaks):
        yield Piece(What.OPTION, (*here, way.id))
    yield from (Piece(What.LIMIT, here, name) for name in _passed(body, way, outcome))


def _of_calendar(scene: Scene, calendar: Calendar) -> Iterator[Piece]:
    here, limits = ("scenes", scene.id), calendar.limits
    for way in calendar.ways:
        yield Piece(What.OPTION, (*here, way.id))
        if way.early:
            yield Piece(What.EARLY, (*here, way.id))
    if limits.most and limits.too_many:
        yield Piece(What.LIMIT, here, "too-many")
    if limits.same_day:
        yield Piece(What.LIMIT, here, "same-day")
    yield from (Piece(What.LIMIT, here, due.kind) for due in limits.due)
    if limits.no_contact:
        yield Piece(What.LIMIT, here, NO_CONTACT)


def _passed(calendar: Calendar, way: Way, outcome: Outcome) -> Iterator[str]:
    """The limits that a contact went past: those whose rules it breaks and its way does not."""
    more = set(outcome.breaks) - set(way.breaks)
    named = (("too-many", calendar.limits.too_many), ("same-day", calendar.limits.same_day))
    yield from (name for name, limit in named if limit and more >= set(limit.breaks))
