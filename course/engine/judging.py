"""Judging an answer: its verdict, the side it lands on, and what it is worth.

Everything is derived from the rules an answer follows and breaks, never from points in the YAML. Whoever wants to know
what something is worth asks here: plays, odds, guessers and checks alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from course.engine.outcome import Outcome
from course.model import Rule, Side, Verdict
from course.model.record import Record

FULL = 2
"""What the best answer at a scene is worth, counted in halves, so that sums stay whole numbers."""
_HALVES = {Verdict.DO: FULL, Verdict.MIXED: 1, Verdict.DONT: 0}
"""What a verdict is worth where a right answer was to be had; where people differ, nothing is lost or gained."""
FELL_SHORT = ":under"
"""Where the don'ts are counted that lie under the line, in the place of a pair's id: too little is no pair's don't."""


class Tally(Record):
    """So many of so many."""

    got: int = 0
    of: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.got + other.got, self.of + other.of)


class Marks(Record):
    """Dos followed out of those that were called for, and don'ts avoided out of those that tempted."""

    do: Tally = Tally()
    dont: Tally = Tally()

    def __add__(self, other: Marks) -> Marks:
        return Marks(self.do + other.do, self.dont + other.dont)

    @property
    def share(self) -> Fraction | None:
        """Both together, from 0 to 1; None when nothing was at stake."""
        both = self.do + self.dont
        return Fraction(both.got, both.of) if both.of else None


def verdict(outcome: Outcome) -> Verdict:
    """Do when nothing is broken or missed, don't when nothing is followed, mixed when both; either way where people
    differ."""
    if outcome.either_way:
        return Verdict.EITHER
    if outcome.mistaken:
        return Verdict.DONT
    return verdict_of(outcome.follows, outcome.breaks or outcome.misses)


def verdict_of(follows: Collection[str], broken: Collection[str]) -> Verdict:
    """The same for what has not become an outcome, from the rules that it touches."""
    if not broken:
        return Verdict.DO
    return Verdict.MIXED if follows else Verdict.DONT


def verdicts_of(follows: Collection[str], broken: Collection[str]) -> frozenset[Verdict]:
    """Every verdict that an answer can have which touches these rules. Where it touches none, people may differ, or it
    may have taken what does not matter for what decides."""
    touched = verdict_of(follows, broken)
    return frozenset({touched} if follows or broken else {touched, Verdict.EITHER, Verdict.DONT})


def side(outcome: Outcome, rules: Mapping[str, Rule]) -> Side:
    """Where the answer lands on the line. One rule broken over the line outweighs any number under it; to take
    a do for a don't is to be too careful."""
    sides = {rules[rule_id].side for rule_id in outcome.breaks}
    if Side.OVER in sides:
        return Side.OVER
    return Side.UNDER if sides or outcome.misses else Side.RIGHT


def sides_of(breaks: Collection[str], misses: Collection[str]) -> frozenset[Side]:
    """Every side that an answer can land on which breaks and misses these rules, whatever side they are on."""
    if breaks:
        return frozenset({Side.OVER, Side.UNDER})
    return frozenset({Side.UNDER if misses else Side.RIGHT})


def worst(sides: Iterable[Side]) -> Side:
    """Where all of them together land: over outweighs under, and under outweighs right."""
    found = set(sides)
    return next((each for each in (Side.OVER, Side.UNDER) if each in found), Side.RIGHT)


def advised(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The answers that break and miss nothing."""
    return tuple(outcome for outcome in outcomes if outcome.judged and verdict(outcome) is Verdict.DO)


def worth(outcome: Outcome, outcomes: Iterable[Outcome]) -> Fraction:
    """From 0 to 1: what the answer is worth beside the best that this scene offered, so that paths compare."""
    return Fraction(worths([outcome, *outcomes])[0], FULL)


def worths(outcomes: Collection[Outcome]) -> tuple[int, ...]:
    """What each of these answers, all those at one turn, is worth in halves."""
    values = worths_of([verdict(each) for each in outcomes])
    return tuple([_HALVES[verdict(each)] if each.own else value for each, value in zip(outcomes, values, strict=True)])


def worths_of(verdicts: Collection[Verdict]) -> list[int]:
    """The same from the verdicts of answers that stand beside each other."""
    best = max((_HALVES[each] for each in verdicts if each in _HALVES), default=0)
    return [_HALVES[each] * FULL // best if best and each in _HALVES else FULL for each in verdicts]


def worths_as(called: Verdict) -> frozenset[Fraction]:
    """Everything that an answer of that verdict can be worth, whatever stands beside it; alone, as beside its like."""
    return frozenset(Fraction(worths_of([called, each])[0], FULL) for each in Verdict)


def marks(outcome: Outcome, outcomes: tuple[Outcome, ...], rules: Mapping[str, Rule]) -> dict[str, Marks]:
    """What the answer says about each pair, by pair id; `""` stands for the rules of the whole course, and
    FELL_SHORT for don'ts under the line.

    A do counts as called for when the answer follows it, or when the answer falls short where an advised
    one would have followed it: whoever did right in one way is not faulted for the other. A don't counts
    as a temptation when some answers at the scene break it and some do not.
    """
    if outcome.either_way:
        return {}
    followed = _pairs([outcome], rules, "follows")
    if outcome.own:
        stake = _pairs([outcome], rules, "breaks") | _pairs([outcome], rules, "avoids")
        missed = _pairs([outcome], rules, "misses")
        return _marks(followed, missed, stake, _pairs([outcome], rules, "breaks"))
    missed = set() if verdict(outcome) is Verdict.DO else _pairs(advised(outcomes), rules, "follows") - followed
    broken = _pairs([outcome], rules, "breaks")
    tempting = {
        pair
        for pair in _pairs(outcomes, rules, "breaks")
        if any(pair not in _pairs([each], rules, "breaks") for each in outcomes)
    }
    return _marks(followed, missed, tempting, broken)


def _marks(followed: set[str], missed: set[str], tempting: set[str], broken: set[str]) -> dict[str, Marks]:
    result: dict[str, Marks] = {}
    for pair in sorted(followed | missed | tempting):
        do = Tally(int(pair in followed), int(pair in followed or pair in missed))
        dont = Tally(int(pair not in broken), 1) if pair in tempting else Tally()
        result[pair] = Marks(do, dont)
    return result


def _pairs(outcomes: Iterable[Outcome], rules: Mapping[str, Rule], what: str) -> set[str]:
    don_ts = what in ("breaks", "avoids")
    return {
        FELL_SHORT if don_ts and rules[rule_id].side is Side.UNDER else rules[rule_id].pair
        for outcome in outcomes
        for rule_id in getattr(outcome, what)
    }
