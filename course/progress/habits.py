"""Habits: what somebody tends to do, with the scenes that show it. One scene makes no habit; two may.

Only what was done speaks of what somebody does. To put a statement on a side of the line is to judge it, so a sort says
nothing here unless there is nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from course.engine.decision import Decision
from course.journal.records import Past
from course.model import Course, Rule, Side
from course.model.record import Record

_LEAST = 2
"""Scenes without which nothing is called a habit."""
_MOST = 2
"""More of them at once, and nobody works on any."""
_Named = tuple[str, ...]


class Example(Record):
    """A scene, and what the learner did there at the first answer."""

    scenario: str
    """The id of its scenario."""
    decision: Decision


class Habit(Record):
    """A rule, and the scenes in which it was broken; or kept, where that is what is told."""

    rule: Rule
    acts: tuple[Example, ...]
    """Everything that did so, scene by scene, in the order in which they were met: of a message, each of its parts."""

    @property
    def scenes(self) -> tuple[Example, ...]:
        """Each scene once, with the first that did so there."""
        return tuple({_place(each): each for each in reversed(self.acts)}.values())[::-1]


class Habits(Record):
    """What a learner's own first answers say of them, in at most two rules each."""

    tends: tuple[Habit, ...] = ()
    """Rules broken in two scenes or more, those of most scenes first."""
    once: tuple[Habit, ...] = ()
    """Rules broken in a single scene: first what came across as too much, and of that, what had been called right."""
    well: tuple[Habit, ...] = ()
    """Rules kept, and never broken; those of most scenes first."""
    others: int = 0
    """How much more was amiss than the habits tell of, or, where there is none, than what is named as having happened
    once."""
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
    tends = tuple(_few((each for each in slips if len(each.scenes) >= _LEAST), _act))
    once = tuple(_few((each for each in slips if len(each.scenes) < _LEAST), _act))
    told = {_act(each) for habit in tends for each in habit.acts} or {_act(habit.scenes[0]) for habit in once}
    amiss = {_act(each) for each in speak if (each.decision.strayed if done else each.decision.worth < 1)}
    return Habits(tends, once, tuple(_few(well, _place)), len(amiss - told), judged=bool(counted) and not done)


def _place(example: Example) -> _Named:
    """Where it was: in which scene, and of several statements of one, at which."""
    decision = example.decision
    return example.scenario, decision.scene, decision.item if decision.is_sorted else ""


def _act(example: Example) -> _Named:
    """What was done: of a message one part, of a calendar one contact or one silence. Each can be amiss by itself."""
    decision = example.decision
    return example.scenario, decision.scene, decision.item, *decision.answer


def _broken(decision: Decision) -> Sequence[str]:
    return decision.breaks


def _missed(decision: Decision) -> Sequence[str]:
    return decision.broken


def _kept(decision: Decision) -> Sequence[str]:
    return (*decision.follows, *decision.avoids)


def _by_rule(
    made: Iterable[Example], rules: dict[str, Rule], touched: Callable[[Decision], Sequence[str]]
) -> list[Habit]:
    """Of each rule, what touched it like that; rules that the course no longer has are left out."""
    found: dict[str, dict[_Named, list[Example]]] = {}
    for each in made:
        for rule in touched(each.decision):
            if rule in rules:
                found.setdefault(rule, {}).setdefault(_place(each), []).append(each)
    return [Habit(rules[rule], tuple(chain(*scenes.values()))) for rule, scenes in found.items()]


def _was_too_much(habit: Habit) -> bool:
    """Whether an answer that broke it came across as too much: that weighs heaviest."""
    return any(each.decision.side is Side.OVER for each in habit.acts)


def _was_sure(habit: Habit) -> bool:
    """Whether an answer that was called right broke it: that is best remembered."""
    return any(each.decision.forecast is Side.RIGHT for each in habit.acts)


def _few(habits: Iterable[Habit], what: Callable[[Example], _Named]) -> Iterator[Habit]:
    """The first of them, not those of which all has spoken already; one of which some has is shown by the rest. `what`
    speaks: of what was amiss every act, of what went well, for variety, only the scene."""
    spoken: set[_Named] = set()
    told = 0
    for each in habits:
        places = [_place(scene) for scene in each.scenes]
        acts = sorted(each.acts, key=lambda act: (places.index(_place(act)), what(act) in spoken))
        if spoken.issuperset(map(what, acts)):
            continue
        shown = Habit(each.rule, tuple(acts))
        yield shown
        told += 1
        spoken.update(map(what, shown.scenes))
        if told == _MOST:
            return
