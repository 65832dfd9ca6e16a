"""The exercise kind `calendar`: contacts placed on days, judged by what each is and by the course's limits.

Day by day, each turn either places one contact or closes the day. Only what the limits can still ask for is
remembered from one day to the next, so every calendar there could be is looked at exactly, and quickly.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cached_property

from course.engine.conditions import Past
from course.engine.kinds.kind import Draft, Kind
from course.engine.kinds.offering import left
from course.engine.kinds.turn import FIRST, Turn
from course.engine.outcome import Answer, Outcome
from course.engine.telling import joined
from course.model import Branch, Condition, Contact, Contacts, Due, Limit
from course.model.kinds import Exercise
from course.model.kinds.calendar import ROOM, Calendar, Earlier, Way
from course.model.record import Record, replace

CLOSE = ""
"""Stands for the way when nothing more is placed on a day."""


class _Past(Record):
    today: int = 0
    """Contacts placed on the day whose turn it is."""
    recent: tuple[int, ...] = ()
    """The days of the latest contacts, as many as the limit asks for."""
    settled: tuple[str, ...] = ()
    """Kinds of contact that are due and have come, or whose time is over: they are asked for no more."""
    any: bool = False


class CalendarKind(Kind):
    """Days to plan. A draft holds (day, way), day by day."""

    def __init__(self, exercise: Calendar) -> None:
        self._exercise = exercise
        self._ways = {way.id: way for way in exercise.ways}
        self._due = frozenset(due.kind for due in exercise.limits.due)

    def outcomes(self, turn: Turn = FIRST, order: str = "") -> tuple[Outcome, ...]:  # noqa: ARG002 (ways keep theirs)
        """To leave the day as it is, or to place one more contact on it."""
        exercise, day, past = self._exercise, self._exercise.first + turn.number, _past(self._exercise, turn)
        found = [_close(exercise, day, past)]
        found += [_place(exercise, day, past, way, contact) for way, contact in self._contacts]
        return tuple(found)

    @cached_property
    def _contacts(self) -> list[tuple[Way, Contact]]:
        """Each way, and its contact as the log has it."""
        return [(way, replace(way.contact or Contact(way.say), kind=way.kind)) for way in self._exercise.ways]

    def then(self, turn: Turn, outcome: Outcome) -> Turn | None:
        """The same day once more, or the next."""
        exercise, past = self._exercise, _past(self._exercise, turn)
        day, name = exercise.first + turn.number, outcome.answer[1]
        if name == CLOSE:
            return _next_day(exercise, day, past)
        most = exercise.limits.most if exercise.limits.too_many else None
        recent = (*past.recent, day)[-most:] if most else ()
        settled = _settled(past, self._due & {self._ways[name].kind})
        past = _Past(past.today + 1, recent, settled, any=True)
        return _next_day(exercise, day, past) if past.today == ROOM else Turn(turn.number, past)

    def ways(self) -> tuple[tuple[Branch, ...], ...]:
        """The way on after the last day."""
        return (self._exercise.next,)

    def options(self) -> list[str]:
        """The ways to get in touch."""
        return [way.id for way in self._exercise.ways]

    def conditions(self) -> Iterable[Condition]:
        """What the limits ask of the days before, and what the ways ask."""
        limits = self._exercise.limits
        asked = [Contacts(1), *(Contacts(1, kind=due.kind) for due in limits.due)]
        asked += [Contacts(limits.most, limits.days)] if limits.most and limits.too_many else []
        asked += [Contacts(1, 1)] if limits.same_day else []
        yield from (Condition(contacts=each) for each in asked)
        yield from (way.when for way in self._exercise.ways)

    def offered(self, past: Past, today: int) -> Exercise:
        """The days from today on, with the ways whose time has come, and what the limits have to know of the days
        before."""
        exercise = self._exercise
        limits, first = exercise.limits, min(today, exercise.days)
        late = {due.kind for due in limits.due if due.by < first or past.made(Contacts(1, kind=due.kind))}
        earlier = Earlier(
            past.made(Contacts(limits.most, limits.days)) if limits.most and limits.too_many else (),
            frozenset(late),
            bool(past.made(Contacts(1))),
            bool(limits.same_day and past.made(Contacts(1, 1))),
        )
        return replace(exercise, ways=left(exercise.ways, past), first=first, earlier=earlier)

    def samples(self, order: str = "") -> Iterable[tuple[Answer, ...]]:
        """Nothing at all, and every way at least once, with as few contacts in one calendar as can be."""
        first, days = self._exercise.first, self._exercise.days
        yield self.answers((), order)
        for number, way in enumerate(self._exercise.ways):
            yield self.answers(((str(first + number % (days - first + 1)), way.id),), order)
            if way.early:
                yield self.answers(((str(max(first, min(way.early.before, days))), way.id),), order)

    def last_day(self) -> int:
        """Its days are lived to the end."""
        return self._exercise.days

    def voted(self) -> bool:
        """Days are planned together: in a room somebody fills them in."""
        return False

    def whole(self) -> bool:
        """A calendar is filled in, then lived."""
        return True

    def tidy(self, draft: Draft, order: str) -> Draft:  # noqa: ARG002 (days keep theirs)
        """The contacts, day by day, as many as there is room for."""
        ways = {way.id for way in self._exercise.ways}
        days = {str(day): list[Answer]() for day in self.days()}
        for each in draft:
            if len(each) == 2 and each[0] in days and each[1] in ways and len(days[each[0]]) < ROOM:
                days[each[0]].append(each)
        return tuple(each for placed in days.values() for each in placed)

    def answers(self, draft: Draft, order: str) -> tuple[Answer, ...]:
        """The contacts, and each day closed; an empty calendar can be lived too."""
        found: list[Answer] = []
        placed = self.tidy(draft, order)
        for day in self.days():
            today = self.planned(placed, day)
            found += today if len(today) == ROOM else [*today, (str(day), CLOSE)]
        return tuple(found)

    def days(self) -> range:
        """The days that can be planned."""
        return range(self._exercise.first, self._exercise.days + 1)

    def planned(self, draft: Draft, day: int) -> list[Answer]:
        """What the draft holds on one day."""
        return [each for each in draft if each[0] == str(day)]

    def room(self, draft: Draft, day: int) -> int:
        """How many more contacts that day has room for."""
        return ROOM - len(self.planned(draft, day))

    def place(self, draft: Draft, day: int, way: Way) -> Draft:
        """The draft with one more contact on that day; as it is when the day is full, or has that one already: the same
        twice is no second way, and the limits speak of two."""
        if (str(day), way.id) in draft:
            return draft
        return self.tidy((*draft, (str(day), way.id)), "")

    def take_off(self, draft: Draft, day: int, way: Way) -> Draft:
        """The draft with that contact taken off the day; as it is when it is not planned there."""
        left = list(draft)
        if (str(day), way.id) in left:
            left.remove((str(day), way.id))
        return tuple(left)


def _past(exercise: Calendar, turn: Turn) -> _Past:
    if isinstance(turn.past, _Past):
        return turn.past
    earlier = exercise.earlier
    return _Past(0, earlier.recent, tuple(sorted(earlier.kinds)), earlier.any)


def _next_day(exercise: Calendar, day: int, past: _Past) -> Turn | None:
    if day == exercise.days:
        return None
    limits = exercise.limits
    recent = tuple(each for each in past.recent if each > day + 1 - limits.days)
    settled = _settled(past, {due.kind for due in limits.due if day >= due.by})
    return Turn(day + 1 - exercise.first, _Past(0, recent, settled, past.any))


def _settled(past: _Past, kinds: Set[str]) -> tuple[str, ...]:
    """What is settled once these kinds are, always in one order, so that equal pasts are equal."""
    return past.settled if kinds <= {*past.settled} else tuple(sorted({*kinds, *past.settled}))


def _overdue(exercise: Calendar, day: int, past: _Past) -> list[Due]:
    """What was due on this day at the latest and has not come."""
    return [due for due in exercise.limits.due if due.by == day and due.kind not in past.settled]


def _close(exercise: Calendar, day: int, past: _Past) -> Outcome:
    limits = exercise.limits
    silent = day == exercise.days and not past.any
    late = _overdue(exercise, day, past)
    passed = [due.limit for due in late]
    overdue = tuple(due.kind for due in late)
    if silent:  # a decision too, even where no limit speaks against it
        passed += [limits.no_contact] if limits.no_contact else []
        overdue += ("",)
    return Outcome(
        answer=(str(day), CLOSE),
        said="",
        follows=(),
        breaks=_rules(passed),
        contact=None,
        happens="",
        arrives=(),
        because=_because(passed),
        next=exercise.next,
        day=day,
        judged=bool(overdue),
        overdue=overdue,
    )


def _place(exercise: Calendar, day: int, past: _Past, way: Way, contact: Contact) -> Outcome:
    early = way.early if way.early and day < way.early.before else None
    limits = exercise.limits
    passed: list[Limit] = []
    if limits.too_many and limits.most and sum(each > day - limits.days for each in past.recent) >= limits.most:
        passed.append(limits.too_many)
    if limits.same_day and (past.today or (exercise.earlier.today and day == exercise.first)):
        passed.append(limits.same_day)
    full = past.today == ROOM - 1  # the day is over then, and nothing else will judge it
    late = [due for due in _overdue(exercise, day, past) if full and due.kind != way.kind]
    passed += [due.limit for due in late]
    own = early or way
    return Outcome(
        answer=(str(day), way.id),
        said=way.say,
        follows=() if early or passed or way.kind in past.settled else way.follows,
        breaks=tuple(dict.fromkeys((*own.breaks, *_rules(passed)))),
        contact=contact,
        happens=own.happens or way.happens,
        arrives=(),
        because=joined(own.because, _because(passed)),
        next=exercise.next,
        item=way.id,
        day=day,
        seen=way.seen,
        know=way.know,
        either_way=way.either_way and not passed,
        overdue=tuple(due.kind for due in late),
    )


def _rules(limits: Iterable[Limit | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule for limit in limits if limit for rule in limit.breaks))


def _because(limits: Iterable[Limit | None]) -> str:
    return " ".join(limit.because for limit in limits if limit and limit.because)
