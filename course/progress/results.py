"""Progress: what the journal's attempts amount to. First and best stay apart, and so do dos and don'ts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from course.engine import totals
from course.engine.decision import Decision
from course.engine.totals import Forecasts, Score
from course.journal.records import Attempt
from course.model import Side
from course.model.record import Record


class ScenarioProgress(Record):
    """How one scenario has gone."""

    attempts: int
    finished: int
    first: Fraction | None
    """The share of the first attempt that was finished."""
    best: Fraction | None
    """The highest share among those that were."""
    ending: Side | None
    """Where the latest finished one ended."""


class Progress(Record):
    """How a course has gone."""

    scenarios: Mapping[str, ScenarioProgress]
    first: Score
    """Over each scenario's first attempt, finished or not."""
    best: Score
    """Over each scenario's best finished attempt, or its first while none is finished."""
    decisions: tuple[Decision, ...]
    """The decisions of the first attempts."""
    forecasts: Forecasts
    broken: list[tuple[str, int]]
    """Rules broken in the first attempts, most often first."""


def progress(attempts: Iterable[Attempt], apart: Collection[str] = ()) -> Progress:
    """The progress that these attempts, oldest first, amount to; those at the scenarios `apart` do not count."""
    by_scenario: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        if attempt.scenario in apart:
            continue
        by_scenario.setdefault(attempt.scenario, []).append(attempt)
    first = tuple(decision for tries in by_scenario.values() for decision in tries[0].decisions)
    best = tuple(decision for tries in by_scenario.values() for decision in _best(tries).decisions)
    return Progress(
        scenarios={scenario: _scenario(tries) for scenario, tries in by_scenario.items()},
        first=totals.score(first),
        best=totals.score(best),
        decisions=first,
        forecasts=totals.forecasts(first),
        broken=totals.broken_rules(first),
    )


def _best(tries: list[Attempt]) -> Attempt:
    finished = [each for each in tries if each.ended]
    return max(finished, key=_share, default=tries[0])


def _scenario(tries: list[Attempt]) -> ScenarioProgress:
    finished = [each for each in tries if each.ended]
    return ScenarioProgress(
        attempts=len(tries),
        finished=len(finished),
        first=_share(finished[0]) if finished else None,
        best=max(map(_share, finished), default=None),
        ending=finished[-1].ending if finished else None,
    )


def _share(attempt: Attempt) -> Fraction:
    return totals.score(attempt.decisions).share or Fraction(0)
