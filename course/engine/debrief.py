"""The debrief: every decision of an attempt beside what was advised, and what else there was."""

from __future__ import annotations

from collections.abc import Mapping

from course.engine import judging, kinds
from course.engine.consequence import Consequence, instead
from course.engine.decision import Decision
from course.engine.kinds import FIRST
from course.engine.outcome import Outcome
from course.engine.past import NOWHERE
from course.engine.play import Play, Taken, shuffling
from course.model import Ending, Exercise, Rule, Scenario, Side, Verdict
from course.model.record import Record


class Option(Record):
    """One answer that a scene offers, judged."""

    outcome: Outcome
    verdict: Verdict
    side: Side
    rules: tuple[Rule, ...]
    """The rules it breaks, then those it follows."""
    taken: bool
    consequence: Consequence


class Entry(Record):
    """One decision, as the debrief lists it."""

    index: int
    """Its number in the attempt's history; `playing.rewind` takes it."""
    decision: Decision
    rules: tuple[Rule, ...]
    """The rules it broke, then those it followed."""
    advised: tuple[Outcome, ...]
    """What was advised instead; empty when the decision was a do."""


def entries(play: Play) -> tuple[Entry, ...]:
    """The decisions of the attempt, in order; those that count and those that were only tried."""
    rules = play.course.all_rules()
    return tuple(_entry(play, index, rules) for index in range(len(play.history)))


def options(play: Play, decision: Decision) -> tuple[Option, ...]:
    """Every answer to what was decided, with its feedback: the one taken first, then the others as they were shown."""
    taken = next((each for each in play.history if each.decision == decision), None)
    if taken is None:
        return ()
    judged = [_option(play, taken, outcome) for outcome in _possible(play, taken)]
    return tuple(sorted(judged, key=lambda option: not option.taken))


def advised_instead(scenario: Scenario, decision: Decision) -> tuple[Outcome, ...]:
    """What was advised where that was decided, in the scenario as it is today; nothing when it is gone. What was
    offered on some paths only is left out, since nobody knows the path any more."""
    scene = scenario.scenes.get(decision.scene)
    if scene is None or isinstance(scene.body, Ending):
        return ()
    return judging.advised(_beside(kinds.of(scene.body).offered(NOWHERE, decision.day), decision, ""))


def _possible(play: Play, taken: Taken) -> tuple[Outcome, ...]:
    exercise = play.asked(taken)
    if exercise is None:
        return ()
    scene = play.scenario.scenes[taken.decision.scene]
    return _beside(exercise, taken.decision, shuffling(play.seed, play.scenario.head.id, scene))


def _beside(exercise: Exercise, decision: Decision, order: str) -> tuple[Outcome, ...]:
    """All that could have been answered instead, in the order in which `order` shows it."""
    for _, offered in kinds.turns(exercise):
        if any((each.answer, each.breaks) == (decision.answer, decision.breaks) for each in offered):
            here = [each for each in offered if each.item == decision.item]
            shown = {each.answer: number for number, each in enumerate(kinds.of(exercise).outcomes(FIRST, order))}
            return tuple(sorted(here, key=lambda each: shown.get(each.answer, 0)))
    return ()


def _entry(play: Play, index: int, rules: Mapping[str, Rule]) -> Entry:
    taken = play.history[index]
    right = taken.decision.verdict in (Verdict.DO, Verdict.EITHER)
    better = () if right else judging.advised(_possible(play, taken))
    return Entry(index, taken.decision, touched(taken.decision, rules), better)


def _option(play: Play, taken: Taken, outcome: Outcome) -> Option:
    rules = play.course.all_rules()
    return Option(
        outcome,
        judging.verdict(outcome),
        judging.side(outcome, rules),
        touched(outcome, rules),
        outcome.answer == taken.decision.answer,
        instead(play, taken, outcome),
    )


def touched(record: Decision | Outcome, rules: Mapping[str, Rule]) -> tuple[Rule, ...]:
    """The rules it breaks or misses, then those it follows or sees through; rules that the course no longer has
    are left out."""
    touched = (*record.breaks, *record.misses, *record.follows, *record.avoids)
    return tuple(rules[rule_id] for rule_id in touched if rule_id in rules)
