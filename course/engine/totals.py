"""Scores, from first answers only. The same for one attempt, for a whole course, and for any mix of paths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from course.engine.decision import Decision
from course.engine.judging import Marks
from course.model import Side
from course.model.record import Record


class Score(Record):
    """What a number of decisions amount to."""

    decisions: int
    points: Fraction
    """The sum of what each decision is worth, each from 0 to 1."""
    full: int
    """How many decisions were worth all that their scene offered."""
    half: int
    """How many were worth some of it."""
    pairs: Mapping[str, Marks]
    """By pair id; `""` holds the rules of the whole course, and FELL_SHORT the don'ts under the line."""
    parts: bool = False
    """Whether several of them were made at one go, as the parts of a message or the statements of a list are. A learner
    counts those as one decision."""

    @property
    def share(self) -> Fraction | None:
        """From 0 to 1; None before the first decision."""
        return self.points / self.decisions if self.decisions else None

    def passed(self, mark: Fraction) -> bool:
        """Whether the share reaches the pass mark."""
        return self.share is not None and self.share >= mark


def score(decisions: Iterable[Decision]) -> Score:
    """The score of those decisions that count."""
    worths: list[Fraction] = []
    pairs: dict[str, Marks] = {}
    asked: dict[str, list[bool]] = {}
    for decision in decisions:
        if not decision.counts:
            continue
        asked.setdefault(decision.scene, []).append(bool(decision.item or decision.overdue))
        worths.append(decision.worth)
        for pair, marks in decision.marks.items():
            pairs[pair] = pairs.get(pair, Marks()) + marks
    return Score(
        decisions=len(worths),
        points=sum(worths, Fraction(0)),
        full=sum(worth == 1 for worth in worths),
        half=sum(0 < worth < 1 for worth in worths),
        pairs=pairs,
        parts=any(len(each) > 1 and any(each) for each in asked.values()),
    )


def broken_rules(decisions: Iterable[Decision]) -> list[tuple[str, int]]:
    """The rules broken or missed in what was done, of decisions that count, most often first. To put a statement on the
    wrong side is no act."""
    done = (each for each in decisions if each.counts and not each.is_sorted)
    return Counter(rule for each in done for rule in each.broken).most_common()


class Forecasts(Record):
    """How well a learner can tell beforehand: what they called their decisions, and where those landed. And what came
    of thinking again."""

    landed: Mapping[tuple[Side, Side], int]
    """How many decisions, by (what it was called, where it landed)."""
    outside: int = 0
    """How many first picks were called something and would have landed outside the line, sent or not."""
    stopped: int = 0
    """How many of those were put back, for an answer that landed in the line."""
    led_away: int = 0
    """How many first picks in the line were put back, for an answer that landed outside it."""

    def called(self, side: Side) -> int:
        """How many decisions were called this."""
        return sum(count for (called, _), count in self.landed.items() if called is side)

    def of_which(self, called: Side, landed: Side) -> int:
        """How many of those called one thing landed on a given side."""
        return self.landed.get((called, landed), 0)

    @property
    def right(self) -> int:
        """How many forecasts came true."""
        return sum(count for (called, landed), count in self.landed.items() if called is landed)

    @property
    def total(self) -> int:
        """How many forecasts were made."""
        return sum(self.landed.values())


def forecasts(decisions: Iterable[Decision]) -> Forecasts:
    """The forecasts made with those decisions that count."""
    called = [each for each in decisions if each.counts and each.forecast is not None]
    landed = Counter((each.forecast, each.side) for each in called if each.forecast is not None)
    from_to = [(each.reconsidered[0].side if each.reconsidered else each.side, each.side) for each in called]
    outside = [last for first, last in from_to if first is not Side.RIGHT]
    inside = [last for first, last in from_to if first is Side.RIGHT]
    return Forecasts(
        {pair: landed[pair] for pair in landed},
        outside=len(outside),
        stopped=outside.count(Side.RIGHT),
        led_away=len(inside) - inside.count(Side.RIGHT),
    )
