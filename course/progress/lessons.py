"""What a learner's own decisions in some scenarios have to teach: those to keep, and those to look at again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from course.engine import debrief, totals
from course.engine.decision import Decision
from course.engine.totals import Forecasts, Score
from course.journal.records import Past
from course.model import Course, Rule, Side, Verdict
from course.model.record import Record, replace

_FEW = 3

Lesson = tuple[Decision, tuple[Rule, ...]]
"""A decision, and the rules it touched."""


class Lessons(Record):
    """A debrief of several scenarios at once, from the first attempt at each."""

    score: Score
    """With the marks of the chapter's pair alone, if it has one."""
    kept: tuple[Lesson, ...]
    """Decisions that were right where it mattered; of each rule at most one."""
    slipped: tuple[Lesson, ...]
    """Decisions that were not, those first that were called right; of each rule at most one."""
    forecasts: Forecasts


def lessons(course: Course, past: Past, scenarios: Collection[str], pair: str) -> Lessons:
    """What the first answers in these scenarios teach about a pair, or about all of them if `pair` is `""`."""
    first = [past.first_answers(name) for name in past.standings if name in scenarios]
    decisions = [each for made in first for each in made if each.counts]
    rules = {name: rule for name, rule in course.all_rules().items() if not pair or rule.pair == pair}
    right = [each for each in decisions if each.verdict is Verdict.DO]
    wrong = [each for each in decisions if each.verdict in (Verdict.MIXED, Verdict.DONT)]
    wrong.sort(key=lambda each: each.forecast is not Side.RIGHT)  # sure of it and wrong is best remembered
    score = totals.score(decisions)
    marks = {name: each for name, each in score.pairs.items() if not pair or name == pair}
    return Lessons(
        replace(score, pairs=marks),
        tuple(_few(right, rules, course)),
        tuple(_few(wrong, rules, course)),
        totals.forecasts(decisions),
    )


def _few(decisions: Iterable[Decision], rules: Collection[str], course: Course) -> Iterator[Lesson]:
    """The first few, each about another rule."""
    seen: set[str] = set()
    known = course.all_rules()
    for decision in decisions:
        wrong = set(decision.broken)
        touched = tuple(each for each in debrief.touched(decision, known) if each.id in (wrong or {each.id}))
        about = [each for each in touched if each.id in rules]
        if not about or about[0].id in seen:
            continue
        seen.add(about[0].id)
        yield decision, (about[0],)
        if len(seen) == _FEW:
            return
