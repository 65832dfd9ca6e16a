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
from course.model.twins import Twins
from course.progress.twins import TwinsMet, twins_met


class ScenarioProgress(Record):
    """How one scenario has gone."""

    attempts: int
    finished: int
    first: Fraction | None
    """The share of the first answers, once an attempt was finished."""
    best: Fraction | None
    """The highest share among those that were."""
    ending: Side | None
    """Where the latest finished one ended."""
    became: str = ""
    """The title of the ending that the first finished attempt came to."""
    became_on: Side | None = None
    """On which side of the line that one lies."""
    strayed: bool = False
    """Whether an answer on the way there landed beside the line's middle."""

    @property
    def ends(self) -> Side | None:
        """On which side that one lies, as it is said: in the middle only where nothing on the way there strayed."""
        return None if self.strayed and self.became_on is Side.RIGHT else self.became_on


class Progress(Record):
    """How a course has gone."""

    scenarios: Mapping[str, ScenarioProgress]
    first: Score
    """Over the first answers at each scene, finished or not."""
    best: Score
    """Over each scenario's best finished attempt, or its first while none is finished."""
    decisions: tuple[Decision, ...]
    """The first answers at each scene."""
    forecasts: Forecasts
    broken: list[tuple[str, int]]
    """Rules broken in first answers, most often first."""
    twins: TwinsMet = TwinsMet()

    def complete(self, scenarios: Iterable[str]) -> bool:
        """Whether all of these have been played to an end."""
        return all(each in self.scenarios and self.scenarios[each].finished for each in scenarios)


def progress(past: Past, apart: Collection[str] = (), twins: Iterable[Twins] = ()) -> Progress:
    """The progress that all this amounts to; the scenarios `apart` do not count."""
    standings = {name: each for name, each in past.standings.items() if name not in apart}
    firsts = {name: past.first_answers(name) for name in standings}
    first = tuple(decision for each in firsts.values() for decision in each)
    best = tuple(decision for name in standings for decision in _best(past, name))
    return Progress(
        scenarios={name: _scenario(each, firsts[name], past.first_finished(name)) for name, each in standings.items()},
        first=totals.score(first),
        best=totals.score(best),
        decisions=first,
        forecasts=totals.forecasts(first),
        broken=totals.broken_rules(first),
        twins=twins_met(twins, past, apart),
    )


def _best(past: Past, name: str) -> tuple[Decision, ...]:
    best = past.best(name)
    return best.decisions if best else past.first_answers(name)


def _scenario(standing: Standing, first: Iterable[Decision], finished: Attempt | None) -> ScenarioProgress:
    return ScenarioProgress(
        standing.attempts,
        standing.finished,
        totals.score(first).share if standing.finished else None,
        standing.best_share,
        standing.ending,
        finished.became if finished else "",
        finished.ending if finished else None,
        finished is not None and any(each.strayed for each in finished.decisions if each.counts),
    )
