"""The odds by trying everything: every answer at every step, as the learner's own game would take it.

Nothing here knows of states, loops or fractions that cancel; it plays, and merges plays that cannot differ any more.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction

from course.engine import kinds
from course.engine.conditions import next_scene
from course.engine.decision import Decision, decide
from course.engine.judging import Tally
from course.engine.kinds import FIRST, Turn
from course.engine.outcome import Answer
from course.engine.past import Path, Visited
from course.model import Contact, Course, Ending, Scenario
from course.model.kinds import Exercise
from course.model.record import Record, replace

Tallies = tuple[tuple[str, Tally], ...]


class Made(Record):
    """A decision, as far as conditions may ask for it."""

    scene: str
    day: int
    answer: Answer
    follows: tuple[str, ...]
    avoids: tuple[str, ...]
    broken: tuple[str, ...]
    contact: Contact | None


class At(Record):
    """Where a play stands, with all of its past that the game could ask for."""

    scene: str
    day: int
    trail: tuple[Visited, ...]
    """The scenes it came through: as it did, where plays are told apart; else each once, whatever the order was."""
    path: tuple[Made, ...] = ()
    """What was decided on the way, in the same manner."""
    offered: Exercise | None = None
    """What is asked, once the first of several questions has been answered."""
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


def try_everything(course: Course, scenario: Scenario, steps: int, *, apart: bool = False) -> Tried:
    """Play every path of so many decisions. Plays that cannot differ any more are one, unless they are told apart."""
    tried = Tried()
    start = scenario.scenes[scenario.head.start]
    plays: dict[At, tuple[int, Fraction]] = {
        At(start.id, start.day or 0, _trail((), start.id, start.day or 0, 0, apart=apart)): (1, Fraction(1))
    }
    for _ in range(steps + 1):
        after: dict[At, tuple[int, Fraction]] = defaultdict(lambda: (0, Fraction(0)))
        for at, (paths, chance) in plays.items():
            tried.reached.add(at.scene)
            if isinstance(scenario.scenes[at.scene].body, Ending):
                tried.over[at] = tried.over.get(at, Fraction(0)) + chance
                tried.paths += paths
                tried.lengths.add(at.made)
                continue
            following = _answers(course, scenario, at, apart=apart)
            for each in following:
                count, sum_ = after[each]
                after[each] = count + paths, sum_ + chance / len(following)
        plays = after
    tried.left = sum((chance for _, chance in plays.values()), Fraction(0))
    return tried


def _answers(course: Course, scenario: Scenario, at: At, *, apart: bool) -> list[At]:
    scene = scenario.scenes[at.scene]
    assert not isinstance(scene.body, Ending)
    exercise = at.offered or kinds.of(scene.body).offered(Path(at.trail, at.path, at.day), at.day)
    outcomes = kinds.of(exercise).outcomes(at.turn)
    counts = at.scene not in at.answered
    rules = course.all_rules()
    found = []
    decisions = [decide(scene, each, outcomes, rules, day=at.day, forecast=None, counts=counts) for each in outcomes]
    best = max(each.worth for each in decisions)
    for outcome, decision in zip(outcomes, decisions, strict=True):
        pairs = dict(at.pairs)
        for pair, marks in decision.marks.items() if counts and outcome.scores else ():
            pairs[pair] = pairs.get(pair, Tally()) + marks.do + marks.dont
        path = _with(at.path, decision, apart=apart) if outcome.judged or outcome.contact else at.path
        scored = int(counts and outcome.scores)
        after = replace(
            at,
            path=path,
            halves=at.halves + scored * int(2 * decision.worth),
            decided=at.decided + scored,
            made=at.made + int(outcome.scores),
            fell=at.fell or bool(outcome.breaks or outcome.misses),
            pairs=tuple(sorted(pairs.items())),
            advised=at.advised and decision.worth == best and not (outcome.own and not best),
        )
        turn = kinds.of(exercise).then(at.turn, outcome)
        if turn is not None:
            found.append(replace(after, turn=turn, offered=exercise))
            continue
        go = next_scene(outcome.next, Path(at.trail, path, decision.day))
        day = decision.day if scenario.scenes[go].day is None else scenario.scenes[go].day
        assert day is not None
        found.append(
            replace(
                after,
                scene=go,
                day=day,
                trail=_trail(at.trail, go, day, len(path), apart=apart),
                offered=None,
                answered=at.answered | {at.scene},
                turn=FIRST,
            )
        )
    return found


def _trail(trail: tuple[Visited, ...], scene: str, day: int, decided: int, *, apart: bool) -> tuple[Visited, ...]:
    if apart:
        return (*trail, Visited(scene, day, decided))
    return tuple(Visited(name, 0, 0) for name in sorted({each.scene for each in trail} | {scene}))


def _with(path: tuple[Made, ...], decision: Decision, *, apart: bool) -> tuple[Made, ...]:
    """The path with one more decision. Of what contacts nobody, neither the day nor how often makes a difference."""
    day = decision.day if decision.contact or apart else 0
    fields = (decision.scene, day, decision.answer, decision.follows, decision.avoids, decision.broken)
    made = Made(*fields, decision.contact)
    if apart:
        return (*path, made)
    return path if made in path and not made.contact else tuple(sorted((*path, made), key=repr))
