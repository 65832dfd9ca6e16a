"""A scenario laid out for drawing: each scene once, under the choice that leads to it first; other ways refer to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from course.engine import judging, kinds
from course.engine.decision import scene_title
from course.engine.outcome import Outcome
from course.model import Branch, Condition, Course, Ending, Rule, Scenario, Scene, Side, Verdict
from course.model.record import Record
from course.words import exercises

MARKS = {Verdict.DO: "+", Verdict.MIXED: "±", Verdict.DONT: "−"}
LEGEND = "+ follows the rules   ± follows one and breaks one   − breaks one"
ENDS = {Side.QUIET: "◁ ends too quiet", Side.ASSERTIVE: "◇ ends assertive", Side.PUSHY: "▷ ends pushy"}


class Arrow(Record):
    """One way on from a choice."""

    to: str
    when: str = ""
    """Its condition in words; `""` when there is none."""
    opens: bool = False
    """Whether the scene it leads to is drawn below it, and not somewhere else."""


class Way(Record):
    """One choice at a scene."""

    said: str
    verdict: Verdict | None
    """None for a way that stands for many answers."""
    side: Side | None
    arrows: tuple[Arrow, ...]

    @property
    def mark(self) -> str:
        """The sign of its verdict."""
        return MARKS[self.verdict] if self.verdict else "·"


class Stop(Record):
    """One scene."""

    id: str
    title: str
    day: int | None
    ending: Side | None
    """The side of the line on which the scenario ends here; None where it goes on."""
    ways: tuple[Way, ...]


class Plan(Record):
    """A whole scenario."""

    title: str
    start: str
    stops: Mapping[str, Stop]
    """By id, those that ways lead to first, by the shortest way; then those that none does."""
    unreached: tuple[str, ...]
    """Ids of the scenes that no way leads to, whatever conditions hold."""


def plan(course: Course, scenario: Scenario) -> Plan:
    """Lay the scenario out."""
    rules = course.all_rules()
    start = scenario.head.start
    opened = {start}
    waiting = deque([start])
    order: list[tuple[str, tuple[tuple[_Road, tuple[Arrow, ...]], ...]]] = []
    while waiting:
        name = waiting.popleft()
        laid = tuple((each, tuple(_arrows(each, opened, waiting))) for each in _roads(scenario.scenes[name]))
        order.append((name, laid))
    unreached = tuple(name for name in scenario.scenes if name not in opened)
    for name in unreached:
        arrows = tuple((each, _closed(each.next)) for each in _roads(scenario.scenes[name]))
        order.append((name, arrows))
    stops = {}
    for name, laid in order:
        scene = scenario.scenes[name]
        ways = tuple(_way(road, arrows, rules) for road, arrows in laid)
        ending = scene.body.side if isinstance(scene.body, Ending) else None
        stops[name] = Stop(name, scene_title(scene), scene.day, ending, ways)
    return Plan(scenario.head.title, start, stops, unreached)


class _Road(Record):
    """A way on and its words."""

    said: str
    outcome: Outcome | None
    next: tuple[Branch, ...]


def _roads(scene: Scene) -> tuple[_Road, ...]:
    """The ways on; after an ending, the one to the scene where a fact is changed."""
    body = scene.body
    if isinstance(body, Ending):
        return (_Road("one fact changes", None, (Branch(body.flip),)),) if body.flip else ()
    return tuple(
        _Road(road.outcome.said if road.outcome else exercises.done(body), road.outcome, road.next)
        for road in kinds.roads(body)
    )


def _way(road: _Road, arrows: tuple[Arrow, ...], rules: Mapping[str, Rule]) -> Way:
    if road.outcome is None:
        return Way(road.said, None, None, arrows)
    return Way(road.said, judging.verdict(road.outcome), judging.side(road.outcome, rules), arrows)


def _arrows(road: _Road, opened: set[str], waiting: deque[str]) -> Iterator[Arrow]:
    for branch in road.next:
        opens = branch.next not in opened
        if opens:
            opened.add(branch.next)
            waiting.append(branch.next)
        yield Arrow(branch.next, condition(branch.when), opens)


def _closed(branches: tuple[Branch, ...]) -> tuple[Arrow, ...]:
    return tuple(Arrow(branch.next, condition(branch.when)) for branch in branches)


def condition(when: Condition) -> str:
    """A condition in words; `""` for one that always holds."""
    parts = []
    if when.contacts is not None:
        days = "" if when.days is None else f" in {when.days} day{'' if when.days == 1 else 's'}"
        parts.append(f"{when.contacts} contact{'' if when.contacts == 1 else 's'}{days}")
    parts += [f"{rule} broken" for rule in when.broke]
    return " and ".join(parts)
