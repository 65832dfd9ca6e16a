"""What each answer adds to a score, as whole numbers: so much out of so much, in all and for each pair."""

from __future__ import annotations

from collections.abc import Mapping

from course.authoring.odds.graph import Graph
from course.engine import judging
from course.engine.outcome import Outcome
from course.model import Course, Rule
from course.model.record import Record

Gain = tuple[int, int]
"""Got, of. In all, both count in halves: a decision is worth 0, 1 or 2 of 2."""

NONE: Gain = (0, 0)


def total(outcomes: tuple[Outcome, ...]) -> tuple[Gain, ...]:
    """What each of these answers, all those at one turn, adds to the score."""
    worths = zip(outcomes, judging.worths(outcomes), strict=True)
    return tuple([(got, judging.FULL) if each.judged else NONE for each, got in worths])


class _Gains(Record):
    """What the answers at a turn add, each in the order of the outcomes."""

    total: tuple[Gain, ...]
    pairs: Mapping[str, tuple[Gain, ...]]
    """By pair id, those that anything is at stake for; `""` stands for the rules of the whole course."""


def _pairs(outcomes: tuple[Outcome, ...], rules: Mapping[str, Rule]) -> dict[str, tuple[Gain, ...]]:
    marks = [judging.marks(each, outcomes, rules) if each.judged else {} for each in outcomes]
    pairs: dict[str, tuple[Gain, ...]] = {}
    for pair in sorted({pair for each in marks for pair in each}):
        both = [each[pair].do + each[pair].dont if pair in each else judging.Tally() for each in marks]
        pairs[pair] = tuple((tally.got, tally.of) for tally in both)
    return pairs


class Measures(Record):
    """What every answer at every state of a graph adds to each measure: one row for each state."""

    total: tuple[tuple[Gain, ...], ...]
    pairs: Mapping[str, tuple[tuple[Gain, ...], ...]]


def measure(course: Course, graph: Graph) -> Measures:
    """The gains at every state; nothing where an answer does not count any more."""
    asked = {id(outcomes): outcomes for outcomes in graph.outcomes}
    gains = _gains(asked, course.all_rules())
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


def _gains(asked: Mapping[int, tuple[Outcome, ...]], rules: Mapping[str, Rule]) -> dict[int, _Gains]:
    """What is gained wherever something is asked. Where answers touch the same rules it is worked out once."""
    alike: dict[object, _Gains] = {}
    found = {}
    for which, outcomes in asked.items():
        touched = tuple(
            [(each.follows, each.breaks, each.misses, each.avoids, each.own, each.judged) for each in outcomes]
        )
        if touched not in alike:
            alike[touched] = _Gains(total(outcomes), _pairs(outcomes, rules))
        found[which] = alike[touched]
    return found
