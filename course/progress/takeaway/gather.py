"""What goes on the page, out of the course and the journal. No disk and no clock: the day is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from course.engine import debrief
from course.engine.decision import Decision
from course.journal.records import Past
from course.model import Course, Head, Rule, Verdict
from course.model.record import Record
from course.model.twins import Twins
from course.progress import habit_words
from course.progress.gain import Gain, gain
from course.progress.habit_words import Told
from course.progress.habits import Example, Habit, habits
from course.progress.results import Progress, progress
from course.progress.takeaway.cards import cards
from course.progress.takeaway.models import Model, Open, models
from course.words import sentences

ENOUGH = 8
"""So many first answers before anything is said of what somebody tends to do: about two scenarios."""
_SHOWN = 2
"""Scenes that show a habit."""


class Instance(Record):
    """One decision of the learner's own that shows a habit."""

    title: str
    """Of the scenario in which it was; `""` when that is gone."""
    scene: str
    """The scene's title."""
    said: str
    advised: str
    """What was advised there; `""` when nobody can say any more."""


class Tendency(Record):
    """A rule that the learner broke, and the first two scenes that show it. In a single one it is no habit yet."""

    rule: Rule
    times: int
    """Scenes in which it was broken."""
    shown: tuple[Instance, ...]


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
    """One or two rules that were kept, and never broken."""
    watch: tuple[Tendency, ...]
    """The one or two rules that trip the learner: habits, or else what happened once."""
    told: Told | None
    """The same in words, and what goes well where nothing trips; None where there is nothing of it."""
    missed: tuple[str, ...]
    """Ids of all rules that were broken, most often first: they come first where there is no room for every rule."""
    models: tuple[Model, ...]
    cards: tuple[str, ...]
    """The if-then cards to choose from, the one that is needed most first."""
    chosen: str = ""
    """The one that the learner has chosen or written; `""` before that."""
    learner: str = ""
    """Whose it is, where several people share a machine."""

    @property
    def card(self) -> str:
        """The if-then card on the page."""
        return self.chosen or next(iter(self.cards), "")

    @property
    def own_card(self) -> str:
        """The one on the page, if the learner wrote it; `""` if it is one that the course has."""
        return "" if self.chosen in (self.course.card, *(pair.card for pair in self.course.pairs)) else self.chosen

    @property
    def decided(self) -> int:
        """So many first answers there are."""
        return self.progress.first.decisions

    @property
    def enough(self) -> bool:
        """Whether there is enough to say something of the learner."""
        return self.decided >= ENOUGH or self.complete

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
    chosen: str = "",
) -> Takeaway:
    """The page, from what was done in these scenarios."""
    standing = progress(past, course.apart, twins)
    names = [name for name in past.standings if name not in course.apart]
    made = [Example(name, each) for name in names for each in past.first_answers(name)]
    missed = _missed(course, [each.decision for each in made if each.decision.counts])
    finished = [name for name in scenarios if name in standing.scenarios and standing.scenarios[name].finished]
    found = habits(course, made)
    return Takeaway(
        course,
        day,
        len(finished),
        len(scenarios),
        standing,
        gain(course, past),
        tuple(each.rule for each in found.well),
        tuple(_tendency(course, each, open_scenario) for each in found.tends or found.once),
        habit_words.told(course, found, lambda name: _head(open_scenario, name)),
        missed,
        models(scenarios, past, open_scenario),
        cards(course, tuple(course.all_rules()[each].pair for each in missed)),
        chosen,
        learner,
    )


def _head(open_scenario: Open, name: str) -> Head | None:
    scenario = open_scenario(name)
    return scenario.head if scenario else None


def _missed(course: Course, made: Iterable[Decision]) -> tuple[str, ...]:
    """The rules that were broken, most often first."""
    rules = course.all_rules()
    times = Counter(rule for each in made for rule in each.broken if rule in rules)
    return tuple(rule for rule, _ in times.most_common())


def _tendency(course: Course, habit: Habit, open_scenario: Open) -> Tendency:
    shown = tuple(_instance(course, each, open_scenario) for each in habit.scenes[:_SHOWN])
    return Tendency(habit.rule, len(habit.scenes), shown)


def _instance(course: Course, example: Example, open_scenario: Open) -> Instance:
    scenario, decision = open_scenario(example.scenario), example.decision
    wrong = decision.verdict in (Verdict.MIXED, Verdict.DONT)
    advised = debrief.advised_instead(scenario, decision)[:1] if scenario and wrong else ()
    instead = next((sentences.said(course, each) for each in advised), "")
    title = scenario.head.title if scenario else ""
    return Instance(title, decision.title, sentences.said(course, decision), instead)
