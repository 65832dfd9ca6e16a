"""Practise again: missed rules come back in other scenes, a few times, further and further apart.

Fixed gaps do as well as any (Latimier and others, 2021). They are fitted to the day that the learner prepares for,
if there is one to come. What was called right and was not comes first: it is corrected most readily.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from course.engine import kinds
from course.journal.protocol import Place
from course.journal.records import Past, Practised
from course.model import Course, Ending, Scenario, Side
from course.model.record import Record

GAPS = (1, 3, 7)
"""Days after a miss on which its rule comes back."""
MOST = 5
"""Scenes in one sitting."""


class Due(Record):
    """A rule to practise, and where."""

    rule: str
    scenario: str
    scene: str
    sure: bool
    """Whether it was missed by an answer that was called right."""


class _Miss(Record):
    at: datetime
    sure: bool
    places: frozenset[Place]
    """Where it was missed, each time so far."""


def due(
    course: Course,
    scenarios: Sequence[Scenario],
    past: Past,
    met: Mapping[Place, datetime],
    practised: Sequence[Practised],
    today: date,
    day_ahead: date | None = None,
) -> tuple[Due, ...]:
    """What to practise today, at most MOST; those first that were missed by a sure answer, then the oldest. `met` says
    when each scene was last answered."""
    misses = _misses(course, past, practised)
    waiting = []
    for rule, miss in misses.items():
        held = [each for each in practised if each.rule == rule and each.held and each.at > miss.at]
        gaps = fitted(_day(miss.at), day_ahead)
        if len(held) >= len(gaps) or (held and _day(held[-1].at) >= today):
            continue
        if (today - _day(miss.at)).days >= gaps[len(held)]:
            waiting.append((not miss.sure, miss.at, rule))
    found: list[Due] = []
    taken: set[Place] = set()
    questions = _places(course, scenarios, whole=False) if waiting else {}
    exercises: Mapping[str, Sequence[Place]] = {}
    seen = {**met, **{(each.scenario, each.scene): each.at for each in practised}}
    for unsure, _, rule in sorted(waiting):
        without = misses[rule].places | taken
        best = _best(questions.get(rule, ()), without, seen, past.finished)
        if best is None:  # a whole calendar or list, then; they are many answers, and so looked through only now
            exercises = exercises or _places(course, scenarios, whole=True)
            best = _best(exercises.get(rule, ()), without, seen, past.finished)
        if best is not None:
            taken.add(best)
            found.append(Due(rule, *best, sure=not unsure))
        if len(found) == MOST:
            break
    return tuple(found)


def fitted(missed: date, day_ahead: date | None) -> tuple[int, ...]:
    """The gaps in days. With a day to prepare for after the miss they are drawn together, so that the last is the day
    before it; and so they stay when it is over, or what was done by then would come back."""
    if day_ahead is None or day_ahead <= missed:
        return GAPS
    room = (day_ahead - missed).days - 1
    if room >= GAPS[-1]:
        return GAPS
    return tuple(sorted({max(0, min(room, round(gap * room / GAPS[-1]) or min(1, room))) for gap in GAPS}))


def _misses(course: Course, past: Past, practised: Iterable[Practised]) -> dict[str, _Miss]:
    """The latest miss of each rule, in a first attempt that is over or in practice."""
    known = course.all_rules()
    events: list[tuple[datetime, str, Place, bool]] = []
    for name, standing in past.standings.items():
        attempt = past.first(name)
        if attempt is None or name in course.apart:
            continue
        over = attempt.ended or standing.latest != standing.first  # given up for another one
        for each in attempt.decisions if over else ():
            sure = each.forecast is Side.RIGHT and each.side is not Side.RIGHT
            for rule in each.broken if each.counts else ():
                events.append((attempt.ended or attempt.began, rule, (name, each.scene), sure))
    events += [(each.at, each.rule, (each.scenario, each.scene), False) for each in practised if not each.held]
    found: dict[str, _Miss] = {}
    for at, rule, place, sure in sorted(events):
        before = found.get(rule)
        if rule in known:
            places = (before.places if before else frozenset()) | {place}
            found[rule] = _Miss(at, sure or bool(before and before.sure), places)
    return found


def _places(course: Course, scenarios: Iterable[Scenario], *, whole: bool) -> Mapping[str, Sequence[Place]]:
    """The scenes at which each rule can be kept and can be broken: those that ask a single question, or those that
    ask for a whole exercise and are sent at one go."""
    found: dict[str, list[Place]] = {}
    for scenario in scenarios:
        if scenario.head.id in course.apart or not scenario.head.scored:
            continue
        for scene in scenario.scenes.values():
            if isinstance(scene.body, Ending) or kinds.of(scene.body).whole() is not whole:
                continue
            if not whole and not kinds.single(scene.body):
                continue
            turns = kinds.turns(scene.body)
            for rule in {rule for _, possible in turns for each in possible for rule in each.broken}:
                found.setdefault(rule, []).append((scenario.head.id, scene.id))
    return found


def _best(
    places: Iterable[Place], without: frozenset[Place], seen: Mapping[Place, datetime], finished: Collection[str]
) -> Place | None:
    """A scene not met yet of a scenario that is known; else the one met longest ago; else one of a scenario to come."""

    def rank(place: Place) -> tuple[bool, bool, str, Place]:
        return place[0] not in finished, place in seen, seen[place].isoformat() if place in seen else "", place

    return min((place for place in places if place not in without), key=rank, default=None)


def _day(at: datetime) -> date:
    return at.astimezone().date()
