"""What goes on the page, out of the course and the journal. No disk and no clock: the day is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from course.engine import debrief
from course.engine.decision import Decision
from course.journal.records import Past
from course.model import Course, Rule, Scenario, Verdict
from course.model.record import Record
from course.model.twins import Twins
from course.progress.gain import Gain, gain
from course.progress.results import Progress, progress
from course.words import sentences

_FEW = 3

Open = Callable[[str], Scenario | None]
"""Gives the scenario of that id, or None when it cannot be read any more."""


class Watched(Record):
    """A rule to watch, and a decision of the learner's own that shows it."""

    rule: Rule
    times: int
    title: str
    """Of the scenario in which it was; `""` when that is gone."""
    said: str
    advised: tuple[str, ...]
    """What was advised there; empty when the scene is gone."""


class Takeaway(Record):
    """One page."""

    course: Course
    day: date
    played: int
    """Scenarios finished."""
    scenarios: int
    progress: Progress
    gain: Gain | None
    well: tuple[Rule, ...]
    """Rules followed most, and never broken."""
    watch: tuple[Watched, ...]
    """Rules broken most."""
    card: str
    """The learner's own if-then plan."""
    learner: str = ""
    """Whose it is, where several people share a machine."""

    @property
    def complete(self) -> bool:
        """Whether all scenarios are finished."""
        return self.played == self.scenarios > 0

    @property
    def passed(self) -> bool:
        """Whether the first answers of all finished scenarios reach the pass mark, and all scenarios are finished."""
        return self.complete and self.progress.first.passed(self.course.pass_mark)


def gather(
    course: Course,
    scenarios: Sequence[str],
    past: Past,
    open_scenario: Open,
    day: date,
    learner: str = "",
    twins: Iterable[Twins] = (),
) -> Takeaway | None:
    """The page, from what was done in these scenarios; None before anything was decided."""
    standing = progress(past, course.apart, twins)
    if not standing.first.decisions:
        return None
    names = [name for name in past.standings if name not in course.apart]
    made = [(name, each) for name in names for each in past.first_answers(name) if each.counts]
    watch = _watch(course, made, open_scenario)
    finished = [name for name in scenarios if name in standing.scenarios and standing.scenarios[name].finished]
    return Takeaway(
        course,
        day,
        len(finished),
        len(scenarios),
        standing,
        gain(course, past),
        _well(course, [each for _, each in made]),
        watch,
        _card(course, standing, watch),
        learner,
    )


def _well(course: Course, made: Iterable[Decision]) -> tuple[Rule, ...]:
    made = tuple(made)
    broken = {rule for each in made for rule in each.broken}
    kept = Counter(rule for each in made for rule in (*each.follows, *each.avoids) if rule not in broken)
    rules = course.all_rules()
    return tuple(rules[name] for name, times in kept.most_common() if name in rules and times > 1)[:_FEW]


def _watch(course: Course, made: Sequence[tuple[str, Decision]], open_scenario: Open) -> tuple[Watched, ...]:
    rules = course.all_rules()
    times = Counter(rule for _, each in made for rule in each.broken if rule in rules)
    found = []
    for name, count in times.most_common(_FEW):
        which, decision = next((where, each) for where, each in made if name in each.broken)
        scenario = open_scenario(which)
        title = scenario.head.title if scenario else ""
        advised = debrief.advised_instead(scenario, decision) if scenario and _shown(decision) else ()
        instead = tuple(sentences.said(course, each) for each in advised[:1])
        found.append(Watched(rules[name], count, title, sentences.said(course, decision), instead))
    return tuple(found)


def _shown(decision: Decision) -> bool:
    return decision.verdict in (Verdict.MIXED, Verdict.DONT)


def _card(course: Course, standing: Progress, watch: Sequence[Watched]) -> str:
    """The card of the pair that needs it most; else the course's own."""
    weakest = watch[0].rule.pair if watch else standing.first.weakest()
    pair = course.pair(weakest) if weakest else None
    return (pair.card if pair else "") or course.card
