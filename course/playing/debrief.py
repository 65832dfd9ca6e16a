"""The debrief: every decision of an attempt beside what was advised, and what else there was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from course.model import Ending, Rule, Scene, Side, Verdict
from course.playing import judging, kinds
from course.playing.decision import Decision
from course.playing.outcome import Outcome
from course.playing.story import Play


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a scene offers, judged."""

    outcome: Outcome
    verdict: Verdict
    side: Side
    rules: tuple[Rule, ...]
    """The rules it breaks, then those it follows."""
    taken: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision, as the debrief lists it."""

    index: int
    """Its number in the attempt's history; `story.rewind` takes it."""
    decision: Decision
    rules: tuple[Rule, ...]
    """The rules it broke, then those it followed."""
    advised: tuple[str, ...]
    """What was advised instead; empty when the decision was a do."""


def entries(play: Play) -> tuple[Entry, ...]:
    """The decisions of the attempt, in order; those that count and those that were only tried."""
    rules = play.course.all_rules()
    return tuple(_entry(play, index, rules) for index in range(len(play.history)))


def options(play: Play, scene: Scene, answer: tuple[str, ...]) -> tuple[Option, ...]:
    """Every answer of a scene with its feedback: the one taken first, then the others as they were shown."""
    assert not isinstance(scene.body, Ending)
    rules = play.course.all_rules()
    order = f"{play.seed}/{play.scenario.head.id}/{scene.id}"
    judged = [_option(outcome, rules, answer) for outcome in kinds.shown(scene.body, order)]
    return tuple(sorted(judged, key=lambda option: not option.taken))


def _entry(play: Play, index: int, rules: Mapping[str, Rule]) -> Entry:
    decision = play.history[index].decision
    body = play.scenario.scenes[decision.scene].body
    better: tuple[Outcome, ...] = ()
    if decision.verdict is not Verdict.DO and not isinstance(body, Ending):
        better = judging.advised(kinds.outcomes(body))
    return Entry(
        index,
        decision,
        touched(decision, rules),
        tuple(outcome.said for outcome in better),
    )


def _option(outcome: Outcome, rules: Mapping[str, Rule], answer: tuple[str, ...]) -> Option:
    return Option(
        outcome,
        judging.verdict(outcome),
        judging.side(outcome, rules),
        touched(outcome, rules),
        outcome.answer == answer,
    )


def touched(record: Decision | Outcome, rules: Mapping[str, Rule]) -> tuple[Rule, ...]:
    """The rules it breaks, then those it follows; rules that the course no longer has are left out."""
    return tuple(rules[rule_id] for rule_id in (*record.breaks, *record.follows) if rule_id in rules)
