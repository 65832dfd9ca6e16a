"""What each answer adds to a score, as whole numbers: so much out of so much, in all and for each pair."""

from __future__ import annotations

from collections.abc import Mapping

from course.authoring.odds.graph import Graph
from course.engine import judging
from course.engine.outcome import Outcome
from course.model import Course, Rule, Verdict
from course.model.record import Record

Gain = tuple[int, int]
"""Got, of. In all, both count in halves: a decision is worth 0, 1 or 2 of 2."""

NONE: Gain = (0, 0)
_Kind = tuple[Verdict, bool] | bool
"""Its verdict, and whether it is judged by itself; False for what is no decision."""
_Shape = tuple[tuple[frozenset[str], frozenset[str], _Kind, tuple[str, ...]], ...]


class Gains(Record):
    """What the answers at a scene add, each in the order of the scene's outcomes."""

    total: tuple[Gain, ...]
    pairs: Mapping[str, tuple[Gain, ...]]
    """By pair id, those that anything is at stake for; `""` stands for the rules of the whole course."""


class Judge:
    """Judges the answers of many scenes; scenes whose answers touch the same pairs in the same way are judged once."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self._rules: Mapping[str, Rule] = course.all_rules()
        self._known: dict[_Shape, Gains] = {}
        self._totals: dict[tuple[_Kind, ...], tuple[Gain, ...]] = {}

    def gains(self, outcomes: tuple[Outcome, ...]) -> Gains:
        """What each of these answers, all those at one scene, adds to a score."""
        rules = self._rules
        shape = tuple(
            (
                frozenset(rules[each_rule].pair for each_rule in each.follows),
                frozenset(rules[each_rule].pair for each_rule in each.breaks),
                each.judged and (judging.verdict(each), each.own),
                (*(rules[name].pair for name in each.misses), "|", *(rules[name].pair for name in each.avoids)),
            )
            for each in outcomes
        )
        found = self._known.get(shape)
        if found is None:
            found = self._known[shape] = self._judge(outcomes)
        return found

    def total(self, outcomes: tuple[Outcome, ...]) -> tuple[Gain, ...]:
        """The same for all decisions together alone, which takes less."""
        verdicts = tuple([each.judged and (judging.verdict(each), each.own) for each in outcomes])
        found = self._totals.get(verdicts)
        if found is None:
            worths = zip(outcomes, judging.worths(outcomes), strict=True)
            found = self._totals[verdicts] = tuple((got, judging.FULL) if each.judged else NONE for each, got in worths)
        return found

    def _judge(self, outcomes: tuple[Outcome, ...]) -> Gains:
        total = self.total(outcomes)
        marks = [judging.marks(each, outcomes, self._rules) if each.judged else {} for each in outcomes]
        pairs: dict[str, tuple[Gain, ...]] = {}
        for pair in sorted({pair for each in marks for pair in each}):
            both = [each[pair].do + each[pair].dont if pair in each else judging.Tally() for each in marks]
            pairs[pair] = tuple((tally.got, tally.of) for tally in both)
        return Gains(total, pairs)


class Measures(Record):
    """What every answer at every state of a graph adds to each measure: one row for each state."""

    total: tuple[tuple[Gain, ...], ...]
    pairs: Mapping[str, tuple[tuple[Gain, ...], ...]]


def measure(course: Course, graph: Graph) -> Measures:
    """The gains at every state; nothing where an answer does not count any more."""
    judge = Judge(course)
    asked = {id(outcomes): outcomes for outcomes in graph.outcomes}
    gains = {which: judge.gains(outcomes) for which, outcomes in asked.items()}
    nothing = {which: (NONE,) * len(outcomes) for which, outcomes in asked.items()}
    pairs = sorted({pair for each in gains.values() for pair in each.pairs})

    def rows(pair: str | None) -> tuple[tuple[Gain, ...], ...]:
        at_stake = {
            which: each.total if pair is None else each.pairs.get(pair, nothing[which]) for which, each in gains.items()
        }
        return tuple(
            (at_stake if counts else nothing)[id(outcomes)]
            for outcomes, counts in zip(graph.outcomes, graph.counts, strict=True)
        )

    return Measures(rows(None), {pair: rows(pair) for pair in pairs})
