"""The odds by trying everything: every answer at every step, as the learner's own game would take it.

Nothing here knows of states, loops or fractions that cancel; it plays, and merges plays that cannot differ any more.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction

from course.engine import kinds
from course.engine.conditions import Logged, next_scene
from course.engine.decision import decide
from course.engine.judging import Tally
from course.engine.kinds import FIRST, Turn
from course.model import Contact, Course, Ending, Scenario
from course.model.record import Record, replace

Tallies = tuple[tuple[str, Tally], ...]


class At(Record):
    """Where a play stands, with all of its past that the game could ask for."""

    scene: str
    day: int
    contacts: tuple[int, ...] = ()
    broken: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    turn: Turn = FIRST
    halves: int = 0
    decided: int = 0
    """Decisions that count."""
    made: int = 0
    """Decisions, those that do not count too."""
    fell: bool = False
    """Whether an answer so far broke or missed a rule."""
    pairs: Tallies = ()
    advised: bool = True
    """Whether no answer so far was worse than the best at its scene."""

    @property
    def share(self) -> Fraction | None:
        """The score so far."""
        return Fraction(self.halves, 2 * self.decided) if self.decided else None


@dataclass
class Tried:
    """What came of it."""

    over: dict[At, Fraction] = field(default_factory=dict)
    """The plays that have ended, each with its chance."""
    paths: int = 0
    left: Fraction = Fraction(0)
    """The chance of all plays that had not ended after so many steps."""
    reached: set[str] = field(default_factory=set)
    lengths: set[int] = field(default_factory=set)


def try_everything(course: Course, scenario: Scenario, steps: int) -> Tried:
    """Play every path of so many decisions."""
    tried = Tried()
    start = scenario.scenes[scenario.head.start]
    plays: dict[At, tuple[int, Fraction]] = {At(start.id, start.day or 0): (1, Fraction(1))}
    for _ in range(steps + 1):
        after: dict[At, tuple[int, Fraction]] = defaultdict(lambda: (0, Fraction(0)))
        for at, (paths, chance) in plays.items():
            tried.reached.add(at.scene)
            if isinstance(scenario.scenes[at.scene].body, Ending):
                tried.over[at] = tried.over.get(at, Fraction(0)) + chance
                tried.paths += paths
                tried.lengths.add(at.made)
                continue
            following = _answers(course, scenario, at)
            for each in following:
                count, sum_ = after[each]
                after[each] = count + paths, sum_ + chance / len(following)
        plays = after
    tried.left = sum((chance for _, chance in plays.values()), Fraction(0))
    return tried


def _answers(course: Course, scenario: Scenario, at: At) -> list[At]:
    scene = scenario.scenes[at.scene]
    assert not isinstance(scene.body, Ending)
    outcomes = kinds.of(scene.body).outcomes(at.turn)
    counts = at.scene not in at.answered
    rules = course.all_rules()
    found = []
    decisions = [decide(scene, each, outcomes, rules, day=at.day, forecast=None, counts=counts) for each in outcomes]
    best = max(each.worth for each in decisions)
    for outcome, decision in zip(outcomes, decisions, strict=True):
        pairs = dict(at.pairs)
        for pair, marks in decision.marks.items() if counts and outcome.judged else ():
            pairs[pair] = pairs.get(pair, Tally()) + marks.do + marks.dont
        contacts = (*at.contacts, decision.day) if outcome.contact else at.contacts
        broken = at.broken | set(outcome.broken)
        scored = int(counts and outcome.judged)
        after = replace(
            at,
            contacts=contacts,
            broken=broken,
            halves=at.halves + scored * int(2 * decision.worth),
            decided=at.decided + scored,
            made=at.made + int(outcome.judged),
            fell=at.fell or bool(outcome.breaks or outcome.misses),
            pairs=tuple(sorted(pairs.items())),
            advised=at.advised and decision.worth == best and not (outcome.own and not best),
        )
        turn = kinds.of(scene.body).then(at.turn, outcome)
        if turn is not None:
            found.append(replace(after, turn=turn))
            continue
        go = next_scene(outcome.next, [Logged(day, Contact()) for day in contacts], broken, decision.day)
        day = scenario.scenes[go].day
        found.append(
            replace(
                after,
                scene=go,
                day=decision.day if day is None else day,
                answered=at.answered | {at.scene},
                turn=FIRST,
            )
        )
    return found
