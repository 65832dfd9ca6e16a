"""Progress and the takeaway as data, for `--json`. Shares run from 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from course.engine.judging import FELL_SHORT, Marks
from course.engine.totals import Score
from course.model import Side
from course.model.encoding import to_json
from course.model.record import Record
from course.progress.gain import Gain
from course.progress.results import Progress, ScenarioProgress
from course.progress.takeaway.gather import Takeaway, Tendency
from course.progress.twins import TwinsMet


class ScoreData(Record):
    """A score."""

    decisions: int
    share: Fraction | None
    pairs: Mapping[str, Marks]
    """By pair id; "course" holds the rules of the whole course."""


class Overall(Record):
    """Two scores: from the first attempts, and from the best."""

    first: ScoreData
    best: ScoreData


class Called(Record):
    """So many decisions were called one thing and landed on a side."""

    called: Side
    landed: Side
    count: int


class BrokenRule(Record):
    """A rule, and how often it was broken."""

    rule: str
    count: int


class ThoughtAgain(Record):
    """What came of thinking again, counted in first picks that were called something."""

    outside: int
    """Those that would have landed outside the line, sent or not."""
    stopped: int
    """Those of them that gave way to an answer in it."""
    led_away: int
    """Those in the line that gave way to an answer outside it."""


class ProgressData(Record):
    """How a course has gone."""

    version: int
    overall: Overall
    scenarios: Mapping[str, ScenarioProgress]
    forecasts: tuple[Called, ...]
    thought_again: ThoughtAgain
    broken: tuple[BrokenRule, ...]
    twins: TwinsMet


class CourseData(Record):
    """Which course it was."""

    id: str
    title: str
    version: str


class Played(Record):
    """So many scenarios were finished, of so many."""

    finished: int
    of: int


class Shown(Record):
    """A decision that shows a habit."""

    scenario: str
    """Its title; `""` when it is gone."""
    scene: str
    said: str
    advised: str


class WatchedRule(Record):
    """A rule that the learner broke, with the scenes that show it."""

    rule: str
    times: int
    """Scenes in which it was broken."""
    shown: tuple[Shown, ...]


class ModelData(Record):
    """A message as it was advised, of a scenario that was played."""

    medium: str
    to: str
    scenario: str
    subject: str
    body: str
    sender: str


class TakeawayData(Record):
    """The takeaway."""

    version: int
    course: CourseData
    day: date
    scenarios: Played
    passed: bool
    progress: ProgressData
    gain: Gain | None
    well: tuple[str, ...]
    """Ids of rules."""
    watch: tuple[WatchedRule, ...]
    models: tuple[ModelData, ...]
    card: str
    cards: tuple[str, ...]
    """Those to choose from."""


def progress_data(standing: Progress) -> ProgressData:
    """The progress as data."""
    told = standing.forecasts
    landed = sorted(told.landed.items())
    return ProgressData(
        version=1,
        overall=Overall(_score(standing.first), _score(standing.best)),
        scenarios=standing.scenarios,
        forecasts=tuple(Called(called, side, count) for (called, side), count in landed),
        thought_again=ThoughtAgain(told.outside, told.stopped, told.led_away),
        broken=tuple(BrokenRule(rule, count) for rule, count in standing.broken),
        twins=standing.twins,
    )


def takeaway_data(page: Takeaway) -> TakeawayData:
    """The takeaway as data."""
    return TakeawayData(
        version=2,
        course=CourseData(page.course.id, page.course.title, page.course.version),
        day=page.day,
        scenarios=Played(page.played, page.scenarios),
        passed=page.passed,
        progress=progress_data(page.progress),
        gain=page.gain,
        well=tuple(rule.id for rule in page.well),
        watch=tuple(_watched(each) for each in page.watch),
        models=tuple(
            ModelData(each.medium, each.to, each.title, each.subject, each.body, each.sender) for each in page.models
        ),
        card=page.card,
        cards=page.cards,
    )


def _watched(each: Tendency) -> WatchedRule:
    shown = tuple(Shown(one.title, one.scene, one.said, one.advised) for one in each.shown)
    return WatchedRule(each.rule.id, each.times, shown)


def as_json(data: object) -> str:
    """As text, with shares as numbers."""
    return to_json(data, fractions=lambda share: round(float(share), 4), indent=2)


_NAMES = {"": "course", FELL_SHORT: "under"}
"""What the marks are called that are no pair's."""


def _score(score: Score) -> ScoreData:
    return ScoreData(
        score.decisions, score.share, {_NAMES.get(pair, pair): marks for pair, marks in score.pairs.items()}
    )
