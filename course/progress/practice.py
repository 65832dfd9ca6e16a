"""Practice again: missed rules come back in other scenes, a few times, further and further apart.

Fixed gaps do as well as any (Latimier and others, 2021). They are fitted to the day that the learner prepares for,
if there is one to come. What was called right and was not comes first: it is corrected most readily. Where what was
missed has a twin, that is where it comes back first: there the same answer is another thing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from course.engine import kinds
from course.journal.protocol import Place
from course.journal.records import Past, Practiced
from course.model import Course, Ending, Rule, Scenario, Side
from course.model.record import Record
from course.model.twins import Half, Twins

GAPS = (1, 3, 7)
"""Days after a miss on which its rule comes back."""
MOST = 5
"""Scenes in one sitting."""


class Due(Record):
    """A rule to practice, and where."""

    rule: str
    scenario: str
    scene: str
    sure: bool
    """Whether it was missed by an answer that was called right."""
    twin: Half | None = None
    """What is asked there, where it is the twin of what was missed."""


class _Miss(Record):
    at: datetime
    sure: bool
    places: frozenset[Place]
    """Where it was missed, each time so far."""
    halves: frozenset[Half]
    """The same, as what may have a twin."""


def due(
    course: Course,
    scenarios: Sequence[Scenario],
    past: Past,
    met: Mapping[Place, datetime],
    practiced: Sequence[Practiced],
    today: date,
    day_ahead: date | None = None,
    twins: Sequence[Twins] = (),
) -> tuple[Due, ...]:
    """What to practice today, at most MOST; those first that were missed by a sure answer, then the oldest. `met` says
    when each scene was last answered. It is only ever a scene of a scenario that was played to an end: nobody is put
    into the middle of one that they have still before them."""
    misses = _misses(course, past, practiced)
    waiting = []
    for rule, miss in misses.items():
        held = [each for each in practiced if each.rule == rule and each.held and each.at > miss.at]
        gaps = fitted(_day(miss.at), day_ahead)
        if len(held) >= len(gaps) or (held and _day(held[-1].at) >= today):
            continue
        if (today - _day(miss.at)).days >= gaps[len(held)]:
            waiting.append((not miss.sure, miss.at, rule))
    found: list[Due] = []
    taken: set[Place] = set()
    played = [each for each in scenarios if each.head.id in past.finished]
    questions = _places(course, played, whole=False) if waiting else {}
    exercises: Mapping[str, Sequence[Place]] = {}
    seen = {**met, **{(each.scenario, each.scene): each.at for each in practiced}}
    others = _Others(course, scenarios, past, practiced, twins) if waiting else None
    for unsure, _, rule in sorted(waiting):
        if len(found) == MOST:
            break
        without = misses[rule].places | taken
        twin = others.of(misses[rule], without) if others else None
        if twin is not None:
            taken.add((twin.scenario, twin.scene))
            found.append(Due(rule, twin.scenario, twin.scene, sure=not unsure, twin=twin))
            continue
        best = _best(questions.get(rule, ()), without, seen)
        if best is None:  # a whole calendar or list, then; they are many answers, and so looked through only now
            exercises = exercises or _places(course, played, whole=True)
            best = _best(exercises.get(rule, ()), without, seen)
        if best is None:  # where it was missed: another day has come since
            best = _best((*questions.get(rule, ()), *exercises.get(rule, ())), frozenset(taken), seen)
        if best is not None:
            taken.add(best)
            found.append(Due(rule, *best, sure=not unsure))
    return tuple(found)


def better(course: Course, past: Past, practiced: Sequence[Practiced]) -> tuple[Rule, ...]:
    """The rules that were missed in first answers and held the last time they were practiced; the latest first. What
    is said of the first answers stays as it is."""
    rules = course.all_rules()
    missed = {
        rule
        for name in past.standings
        if name not in course.apart
        for each in past.first_answers(name)
        if each.counts
        for rule in each.broken
    }
    latest = {each.rule: each for each in sorted(practiced, key=lambda each: each.at)}
    held = sorted((each for each in latest.values() if each.held), key=lambda each: each.at, reverse=True)
    return tuple(rules[each.rule] for each in held if each.rule in missed and each.rule in rules)


def fitted(missed: date, day_ahead: date | None) -> tuple[int, ...]:
    """The gaps in days. With a day to prepare for after the miss they are drawn together, so that the last is the day
    before it; and so they stay when it is over, or what was done by then would come back."""
    if day_ahead is None or day_ahead <= missed:
        return GAPS
    room = (day_ahead - missed).days - 1
    if room >= GAPS[-1]:
        return GAPS
    return tuple(sorted({max(0, min(room, round(gap * room / GAPS[-1]) or min(1, room))) for gap in GAPS}))


def _misses(course: Course, past: Past, practiced: Iterable[Practiced]) -> dict[str, _Miss]:
    """The latest miss of each rule, in a first attempt that is over or in practice."""
    known = course.all_rules()
    events: list[tuple[datetime, str, Place, str, bool]] = []
    for name, standing in past.standings.items():
        attempt = past.first(name)
        if attempt is None or name in course.apart:
            continue
        over = attempt.ended or standing.latest != standing.first  # given up for another one
        for each in attempt.decisions if over else ():
            sure = each.forecast is Side.RIGHT and each.side is not Side.RIGHT
            for rule in each.broken if each.counts else ():
                events.append((attempt.ended or attempt.began, rule, (name, each.scene), each.item, sure))
    events += [(each.at, each.rule, (each.scenario, each.scene), "", False) for each in practiced if not each.held]
    found: dict[str, _Miss] = {}
    for at, rule, place, item, sure in sorted(events):
        before = found.get(rule)
        if rule in known:
            places = (before.places if before else frozenset()) | {place}
            halves = (before.halves if before else frozenset()) | {Half(*place), Half(*place, item)}
            found[rule] = _Miss(at, sure or bool(before and before.sure), places, halves)
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


class _Others:
    """The other halves of twins, where they can be practiced: in scenarios that were played to an end, and only where
    one answer, or one sheet of them, is all that is asked."""

    def __init__(
        self,
        course: Course,
        scenarios: Iterable[Scenario],
        past: Past,
        practiced: Iterable[Practiced],
        twins: Iterable[Twins],
    ) -> None:
        self._twins = tuple(twins)
        self._practiced = tuple(practiced)
        played = past.finished - course.apart
        self._open = {each.head.id: each for each in scenarios if each.head.id in played and each.head.scored}

    def of(self, miss: _Miss, without: Collection[Place]) -> Half | None:
        """The twin of what was missed, unless it has been practiced since."""
        since = {(each.scenario, each.scene) for each in self._practiced if each.at > miss.at}
        pairs = ((each, half) for each in self._twins for half in (each.one, each.other) if half in miss.halves)
        for each, half in pairs:
            other = each.beside(half)
            if other is not None and (other.scenario, other.scene) not in {*without, *since} and self._asks(other):
                return other
        return None

    def _asks(self, half: Half) -> bool:
        scenario = self._open.get(half.scenario)
        scene = scenario.scenes.get(half.scene) if scenario else None
        if scene is None or isinstance(scene.body, Ending):
            return False
        return kinds.single(scene.body) or kinds.of(scene.body).whole()


def _best(places: Iterable[Place], without: frozenset[Place], seen: Mapping[Place, datetime]) -> Place | None:
    """A scene not met yet; else the one met longest ago."""

    def rank(place: Place) -> tuple[bool, str, Place]:
        return place in seen, seen[place].isoformat() if place in seen else "", place

    return min((place for place in places if place not in without), key=rank, default=None)


def _day(at: datetime) -> date:
    return at.astimezone().date()
