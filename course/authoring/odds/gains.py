"""What each answer adds to a score, as whole numbers: so much out of so much, in all and for each pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from course.engine import judging
from course.engine.outcome import Outcome
from course.engine.states.graph import Graph
from course.model import Rule

Gain = tuple[int, int]
"""Got, of. In all, both count in halves: a decision is worth 0, 1 or 2 of 2."""

Rows = Sequence[Sequence[Gain]]
"""At each state, what each answer adds."""

_NONE: Gain = (0, 0)


def totals(graph: Graph) -> Rows:
    """What is gained of all decisions together."""
    return _rows(graph, {which: _total(outcomes) for which, outcomes in _asked(graph).items()})


def by_pair(graph: Graph, rules: Mapping[str, Rule]) -> dict[str, Rows]:
    """What is gained for each pair for which anything is at stake; `""` stands for the rules of the whole course."""
    alike: dict[object, dict[str, Sequence[Gain]]] = {}
    """Where answers touch the same rules, it is worked out once."""
    gains = {}
    for which, outcomes in _asked(graph).items():
        touched = tuple(
            [
                (each.follows, each.breaks, each.misses, each.avoids, each.own, each.mistaken, each.scores)
                for each in outcomes
            ]
        )
        if touched not in alike:
            alike[touched] = _pairs(outcomes, rules)
        gains[which] = alike[touched]
    pairs = sorted({pair for each in gains.values() for pair in each})
    return {pair: _rows(graph, {which: each[pair] for which, each in gains.items() if pair in each}) for pair in pairs}


def _asked(graph: Graph) -> dict[int, tuple[Outcome, ...]]:
    """Whatever is asked, once each, by its identity."""
    return {id(outcomes): outcomes for outcomes in graph.outcomes}


def _rows(graph: Graph, gains: Mapping[int, Sequence[Gain]]) -> Rows:
    """The gains at every state; nothing where an answer does not count any more."""
    return [
        gains[id(outcomes)] if counts and id(outcomes) in gains else (_NONE,) * len(outcomes)
        for outcomes, counts in zip(graph.outcomes, graph.counts, strict=True)
    ]


def _total(outcomes: tuple[Outcome, ...]) -> Sequence[Gain]:
    worths = zip(outcomes, judging.worths(outcomes), strict=True)
    return [(got, judging.FULL) if each.scores else _NONE for each, got in worths]


def _pairs(outcomes: tuple[Outcome, ...], rules: Mapping[str, Rule]) -> dict[str, Sequence[Gain]]:
    marks = [judging.marks(each, outcomes, rules) if each.scores else {} for each in outcomes]
    pairs: dict[str, Sequence[Gain]] = {}
    for pair in {pair for each in marks for pair in each}:
        both = [each[pair].do + each[pair].dont if pair in each else judging.Tally() for each in marks]
        pairs[pair] = [(tally.got, tally.of) for tally in both]
    return pairs


def surplus(total: Rows, mark: Fraction) -> Sequence[Sequence[int]]:
    """What each answer adds to the surplus over the pass mark: whoever ends with none or more has passed."""
    return [[got * mark.denominator - of * mark.numerator for got, of in row] for row in total]


def bound_to_pass(graph: Graph, total: Rows, mark: Fraction, enough: float = 0.0) -> float:
    """What the chance to pass cannot exceed, quickly: the least of a few of Chernoff's bounds, or the first `enough`.

    For every z of 1 or more, the chance that a sum is 0 or more is at most the mean of z to the power of that sum.
    """
    rows = {id(row): row for row in total}
    gains = dict(zip(rows, surplus([*rows.values()], mark), strict=True))
    best = 1.0
    for base in (2.5, 1.7, 4.0, 1.3, 1.1):  # the one first that tells most of nearly all scenarios
        powers = {which: [base ** (gain / mark.denominator) for gain in row] for which, row in gains.items()}
        means = [1.0] * len(graph)
        for part in graph.parts:
            for state in part if graph.ways[part[0]] else ():
                here = zip(graph.ways[state], powers[id(total[state])], strict=True)
                terms = [power * means[after] for after, power in here]
                # On a loop nothing is added, so no way out of it can have a greater mean than the greatest.
                means[state] = sum(terms) / len(terms) if len(part) == 1 else max(terms)
            if len(part) > 1:
                highest = max(means[state] for state in part)
                for state in part:
                    means[state] = highest
        best = min(best, means[0])
        if best <= enough:
            break
    return best
