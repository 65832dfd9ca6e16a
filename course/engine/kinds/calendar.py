"""The exercise kind `week`: contacts placed on days, judged by what each is and by the course's limits.

Day by day, each turn either places one contact or closes the day. Only what the limits can still ask for is
remembered from one day to the next, so every calendar there could be is looked at exactly, and quickly.
"""

from __future__ import annotations

from collections.abc import Iterable

from course.engine.kinds.turn import Rivals, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Branch, Limit
from course.model.kinds.calendar import ROOM, Way, Week
from course.model.record import Record

CLOSE = ""
"""Stands for the way when nothing more is placed on a day."""


class _Past(Record):
    today: int = 0
    """Contacts placed on the day whose turn it is."""
    recent: tuple[int, ...] = ()
    """The days of the latest contacts, as many as the limit asks for."""
    thanked: bool = False
    any: bool = False


def outcomes(exercise: Week, turn: Turn, _order: str) -> tuple[Outcome, ...]:
    """To leave the day as it is, or to place one more contact on it."""
    past = _past(turn)
    return (_close(exercise, turn.number, past), *(_place(exercise, turn.number, past, way) for way in exercise.ways))


def then(exercise: Week, turn: Turn, outcome: Outcome) -> Turn | None:
    """The same day once more, or the next."""
    past = _past(turn)
    name = outcome.answer[1]
    if name == CLOSE:
        return _next_day(exercise, turn.number, past)
    way = next(each for each in exercise.ways if each.id == name)
    most = exercise.limits.most
    recent = (*past.recent, turn.number)[-most:] if most else ()
    past = _Past(past.today + 1, recent, past.thanked or way.thanks, any=True)
    return _next_day(exercise, turn.number, past) if past.today == ROOM else Turn(turn.number, past)


def whole(_exercise: Week) -> bool:
    """A calendar is filled in, then lived."""
    return True


def weighed(_exercise: Week) -> bool:
    """It is worth the extra minute."""
    return True


def ways(exercise: Week) -> tuple[tuple[Branch, ...], ...]:
    """The way on after the last day."""
    return (exercise.next,)


def start(_exercise: Week, _order: str) -> tuple[Answer, ...]:
    """Empty days."""
    return ()


def tidy(exercise: Week, draft: tuple[Answer, ...], _order: str) -> tuple[Answer, ...]:
    """The contacts, day by day, as many as there is room for; each as (day, way)."""
    ways = {way.id for way in exercise.ways}
    days = {str(day): list[Answer]() for day in range(exercise.days + 1)}
    for each in draft:
        if len(each) == 2 and each[0] in days and each[1] in ways and len(days[each[0]]) < ROOM:
            days[each[0]].append(each)
    return tuple(each for placed in days.values() for each in placed)


def answers(exercise: Week, draft: tuple[Answer, ...], order: str) -> tuple[Answer, ...]:
    """The contacts, and each day closed; an empty calendar can be lived too."""
    found: list[Answer] = []
    placed = tidy(exercise, draft, order)
    for day in range(exercise.days + 1):
        today = [each for each in placed if each[0] == str(day)]
        found += today if len(today) == ROOM else [*today, (str(day), CLOSE)]
    return tuple(found)


def samples(exercise: Week, order: str) -> Iterable[tuple[Answer, ...]]:
    """Nothing at all, and every way at least once, with as few contacts in one calendar as can be."""
    yield answers(exercise, (), order)
    for number, way in enumerate(exercise.ways):
        yield answers(exercise, ((str(number % (exercise.days + 1)), way.id),), order)
        if way.early:
            yield answers(exercise, ((str(min(way.early.before, exercise.days)), way.id),), order)


def rivals(_exercise: Week) -> tuple[Rivals, ...]:
    """None: on a calendar there is a day to every way."""
    return ()


def named(exercise: Week) -> str:
    """What a drawing calls the way on."""
    return f"{exercise.days} days planned"


def _past(turn: Turn) -> _Past:
    return turn.past if isinstance(turn.past, _Past) else _Past()


def _next_day(exercise: Week, day: int, past: _Past) -> Turn | None:
    if day == exercise.days:
        return None
    limits = exercise.limits
    recent = tuple(each for each in past.recent if each > day + 1 - limits.days)
    return Turn(day + 1, _Past(0, recent, past.thanked or _late(exercise, day), past.any))


def _late(exercise: Week, day: int) -> bool:
    """Whether it no longer matters if a thank-you comes: its time is over, and has been judged."""
    by = exercise.limits.thanks_by
    return by is None or day >= by


def _close(exercise: Week, day: int, past: _Past) -> Outcome:
    limits = exercise.limits
    silent = day == exercise.days and not past.any
    passed: list[Limit] = []
    said = []
    if limits.no_thanks and day == limits.thanks_by and not past.thanked:
        passed.append(limits.no_thanks)
        said.append("No thank-you in the first days")
    if silent:  # a decision too, even where no limit speaks against it
        passed += [limits.nothing] if limits.nothing else []
        said.append("No contact at all")
    return Outcome(
        answer=(str(day), CLOSE),
        said=", and ".join(said),
        follows=(),
        breaks=_rules(passed),
        contact="",
        happens="",
        arrives=(),
        because=_because(passed),
        next=exercise.next,
        day=day,
        judged=bool(said),
    )


def _place(exercise: Week, day: int, past: _Past, way: Way) -> Outcome:
    early = way.early if way.early and day < way.early.before else None
    limits = exercise.limits
    passed: list[Limit] = []
    if limits.too_many and limits.most and sum(each > day - limits.days for each in past.recent) >= limits.most:
        passed.append(limits.too_many)
    if limits.at_once and past.today:
        passed.append(limits.at_once)
    if limits.no_thanks and day == limits.thanks_by and past.today == ROOM - 1 and not (past.thanked or way.thanks):
        passed.append(limits.no_thanks)
    own = early or way
    return Outcome(
        answer=(str(day), way.id),
        said=way.say,
        follows=() if early or passed or (way.thanks and past.thanked) else way.follows,
        breaks=tuple(dict.fromkeys((*own.breaks, *_rules(passed)))),
        contact=way.contact or way.say,
        happens=own.happens or way.happens,
        arrives=(),
        because=" ".join(text for text in (own.because, _because(passed)) if text),
        next=exercise.next,
        item=way.id,
        day=day,
        seen=way.seen,
    )


def _rules(limits: Iterable[Limit | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule for limit in limits if limit for rule in limit.breaks))


def _because(limits: Iterable[Limit | None]) -> str:
    return " ".join(limit.because for limit in limits if limit and limit.because)
