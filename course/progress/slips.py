"""Where it slips: the pair whose rules somebody breaks most often, in what they do. To call a statement wrongly is no
act, and says nothing here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from course.engine.decision import Decision
from course.model import Course, Pair, Rule
from course.model.record import Record

_LEAST = 2
"""Answers without which no pair is named."""


class Slips(Record):
    """The pair that is broken most often."""

    pair: Pair
    answers: int
    """How many answers broke a rule of it."""
    of: int
    """How many broke any rule."""
    rules: tuple[tuple[Rule, int], ...]
    """Its rules, and in how many answers each was broken; most often first."""


def slips(course: Course, made: Iterable[Decision]) -> Slips | None:
    """Of the decisions that count, those that were acts; None where no pair was broken more than once, or more than any
    other."""
    rules = course.all_rules()
    broken = [
        [rules[each] for each in decision.breaks if each in rules]
        for decision in made
        if decision.counts and not decision.is_sorted
    ]
    pairs = Counter(pair for each in broken for pair in dict.fromkeys(rule.pair for rule in each) if pair)
    (which, answers), (_, next_most), *_ = (*pairs.most_common(2), ("", 0), ("", 0))
    pair = course.pair(which) if answers >= _LEAST and answers > next_most else None
    if pair is None:
        return None
    times = Counter(rule.id for each in broken for rule in each if rule.pair == which)
    return Slips(pair, answers, sum(map(bool, broken)), tuple((rules[each], n) for each, n in times.most_common()))
