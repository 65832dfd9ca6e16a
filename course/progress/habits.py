"""Habits: what somebody tends to do, with the scenes that show it. One scene makes no habit; two may.

Only what was done speaks of what somebody does. To put a statement on a side of the line is to judge it, so a sort says
nothing here unless there is nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from course.engine.decision import Decision
from course.journal.records import Past
from course.model import Course, Rule, Side
from course.model.record import Record

_LEAST = 2
"""Scenes without which nothing is called a habit."""
_MOST = 2
"""More of them at once, and nobody works on any."""


class Example(Record):
    """A scene, and what the learner did there at the first answer."""

    scenario: str
    """The id of its scenario."""
    decision: Decision


class Habit(Record):
    """A rule, and the scenes in which it was broken; or kept, where that is what is told."""

    rule: Rule
    scenes: tuple[Example, ...]
    """Each scene once, in the order in which they were met."""


class Habits(Record):
    """What a learner's own first answers say of them, in at most two rules each."""

    tends: tuple[Habit, ...] = ()
    """Rules broken in two scenes or more, those of most scenes first."""
    once: tuple[Habit, ...] = ()
    """Rules broken in a single scene: first what came across as too much, and of that, what had been called right."""
    well: tuple[Habit, ...] = ()
    """Rules kept, and never broken; those of most scenes first."""
    others: int = 0
    """How much more was amiss, in scenes that neither those that are a habit tell of, nor, where there is none, those
    that happened once."""
    judged: bool = False
    """Whether nothing was done and all of it is about statements that were judged."""


def habits_in(course: Course, past: Past) -> Habits:
    """The habits in the first answers of all that counts in a course."""
    names = [name for name in past.standings if name not in course.apart]
    return habits(course, [Example(name, each) for name in names for each in past.first_answers(name)])


def habits(course: Course, made: Iterable[Example]) -> Habits:
    """The habits in some decisions; only those of them that count speak."""
    counted = [each for each in made if each.decision.counts]
    done = [each for each in counted if not each.decision.is_sorted]
    speak, rules = done or counted, course.all_rules()
    broken = _by_rule(speak, rules, _broken if done else _missed)
    kept = _by_rule(speak, rules, _kept)
    ever_broken = {rule for each in counted for rule in each.decision.broken}
    slips = sorted(broken, key=lambda each: (-len(each.scenes), not _was_too_much(each), not _was_sure(each)))
    well = sorted((each for each in kept if each.rule.id not in ever_broken), key=lambda each: -len(each.scenes))
    tends = tuple(_few(each for each in slips if len(each.scenes) >= _LEAST))
    once = tuple(_few(each for each in slips if len(each.scenes) < _LEAST))
    told = {_place(example) for habit in tends or once for example in habit.scenes}
    amiss = {_place(each) for each in speak if (each.decision.strayed if done else each.decision.worth < 1)}
    return Habits(tends, once, tuple(_few(well)), len(amiss - told), judged=bool(counted) and not done)


def _place(example: Example) -> tuple[str, str, str]:
    """Where it was: in which scene, and of several statements of one, at which."""
    decision = example.decision
    return example.scenario, decision.scene, decision.item if decision.is_sorted else ""


def _broken(decision: Decision) -> Sequence[str]:
    return decision.breaks


def _missed(decision: Decision) -> Sequence[str]:
    return decision.broken


def _kept(decision: Decision) -> Sequence[str]:
    return (*decision.follows, *decision.avoids)


def _by_rule(
    made: Iterable[Example], rules: dict[str, Rule], touched: Callable[[Decision], Sequence[str]]
) -> list[Habit]:
    """Of each rule, the scenes in which it was touched like that; rules that the course no longer has are left out."""
    found: dict[str, dict[tuple[str, str, str], Example]] = {}
    for each in made:
        for rule in touched(each.decision):
            if rule in rules:
                found.setdefault(rule, {}).setdefault(_place(each), each)
    return [Habit(rules[rule], tuple(scenes.values())) for rule, scenes in found.items()]


def _was_too_much(habit: Habit) -> bool:
    """Whether an answer that broke it came across as too much: that weighs heaviest."""
    return any(each.decision.side is Side.OVER for each in habit.scenes)


def _was_sure(habit: Habit) -> bool:
    """Whether an answer that was called right broke it: that is best remembered."""
    return any(each.decision.forecast is Side.RIGHT for each in habit.scenes)


def _few(habits: Iterable[Habit]) -> Iterator[Habit]:
    """The first of them; not those that show only in scenes that have spoken already."""
    spoken: set[tuple[str, str, str]] = set()
    told = 0
    for each in habits:
        scenes = set(map(_place, each.scenes))
        if scenes <= spoken:
            continue
        yield each
        told += 1
        spoken |= scenes
        if told == _MOST:
            return
