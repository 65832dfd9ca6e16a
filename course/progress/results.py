"""Progress: what the journal's attempts amount to. First and best stay apart, and so do dos and don'ts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from course.engine import totals
from course.engine.decision import Decision
from course.engine.totals import Forecasts, Score
from course.journal.records import Attempt, Past, Standing
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


def progress(past: Past, apart: Collection[str] = ()) -> Progress:
    """The progress that all this amounts to; the scenarios `apart` do not count."""
    standings = {name: each for name, each in past.standings.items() if name not in apart}
    first = _decisions(past.first(name) for name in standings)
    best = _decisions(past.best(name) or past.first(name) for name in standings)
    return Progress(
        scenarios={name: _scenario(each) for name, each in standings.items()},
        first=totals.score(first),
        best=totals.score(best),
        decisions=first,
        forecasts=totals.forecasts(first),
        broken=totals.broken_rules(first),
    )


def _decisions(attempts: Iterable[Attempt | None]) -> tuple[Decision, ...]:
    return tuple(decision for attempt in attempts if attempt for decision in attempt.decisions)


def _scenario(standing: Standing) -> ScenarioProgress:
    return ScenarioProgress(
        standing.attempts, standing.finished, standing.first_share, standing.best_share, standing.ending
    )
