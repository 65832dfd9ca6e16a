"""The debrief: every decision of an attempt beside what was advised, and what else there was."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import groupby

from course.engine import judging, kinds
from course.engine.advised import advised_whole
from course.engine.consequence import Consequence, instead
from course.engine.decision import Decision
from course.engine.kinds import FIRST, Draft
from course.engine.outcome import Outcome
from course.engine.past import NOWHERE
from course.engine.play import Play, Taken, shuffling
from course.model import Ending, Rule, Scenario, Side, Verdict
from course.model.kinds import Composed, Exercise
from course.model.kinds.choices import Choices
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Sort
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


class Step(Record):
    """What was sent at one go: one decision, or all that a message, a calendar or a list of statements asks."""

    number: int
    """As a learner counts them, from 1 on: first as it went, and then what was only tried."""
    entries: tuple[Entry, ...]
    tried: bool
    """Whether it was only tried, after going back or after the end."""

    @property
    def index(self) -> int:
        """Where one goes back to, to answer it anew."""
        return self.entries[0].index

    @property
    def decision(self) -> Decision:
        """The first of its decisions."""
        return self.entries[0].decision

    @property
    def disputed(self) -> Decision:
        """The one whose judgment is contested, when somebody says so of all: the first that was not right."""
        amiss = (each.decision for each in self.entries if each.decision.worth != 1)
        return next(amiss, self.decision)

    @property
    def told(self) -> tuple[Entry, ...]:
        """What there is to tell: of several things sent at one go, only what was not right; the rest is what was
        advised."""
        several = len(self.entries) > 1
        return tuple(each for each in self.entries if not several or each.decision.worth != 1)

    @property
    def judged(self) -> tuple[Decision, ...]:
        """Those of its decisions that are right or wrong. Where people differ none is, so no score counts it, and it is
        left out wherever parts are counted."""
        return tuple(each.decision for each in self.entries if each.decision.verdict is not Verdict.EITHER)

    @property
    def right(self) -> int:
        """How many of these were worth all that was to be had."""
        return sum(each.worth == 1 for each in self.judged)

    @property
    def all_right(self) -> bool:
        """Whether none of it was amiss."""
        return self.right == len(self.judged)

    @property
    def halfway(self) -> bool:
        """Whether one of its decisions was worth some of that, and not all."""
        return any(0 < each.decision.worth < 1 for each in self.entries)

    @property
    def off_the_line(self) -> bool:
        """Whether it was only told apart, and landed nowhere on the line."""
        return any(each.decision.off_the_line for each in self.entries)

    @property
    def side(self) -> Side:
        """Where all of it landed together."""
        return judging.worst(each.decision.side for each in self.entries)


class Versions(Record):
    """What was sent, and what was advised instead."""

    exercise: Composed
    """As it was offered there."""
    sent: Draft
    advised: Draft


def entries(play: Play) -> tuple[Entry, ...]:
    """The decisions of the attempt, in order; those that count and those that were only tried."""
    rules = play.course.all_rules()
    return tuple(_entry(play, index, rules) for index in range(len(play.history)))


def steps(play: Play) -> tuple[Step, ...]:
    """The same, with what was sent at one go together: first as it went, and then what was only tried."""
    made = [tuple(some) for _, some in groupby(entries(play), key=lambda each: play.history[each.index].first)]
    ordered = sorted((_is_tried(play, some), some[0].index, some) for some in made)
    return tuple(Step(number, some, tried) for number, (tried, _, some) in enumerate(ordered, 1))


def step_at(play: Play, index: int) -> Step:
    """What was sent together with the decision of that index."""
    return next(step for step in steps(play) if any(each.index == index for each in step.entries))


def versions(play: Play, step: Step) -> Versions | None:
    """A whole message or calendar beside the one that was advised; None where nothing in it was amiss, and for all that
    is no whole."""
    exercise = play.asked(play.history[step.index])
    amiss = any(each.decision.verdict in (Verdict.MIXED, Verdict.DONT) for each in step.entries)
    if exercise is None or not amiss or isinstance(exercise, Choices | Sort | Onward):
        return None
    kind, sent = kinds.of(exercise), tuple(each.decision.answer for each in step.entries)
    return Versions(exercise, kind.tidy(sent, ""), kind.tidy(advised_whole(exercise, sent), ""))


def untaken(play: Play, step: Step) -> tuple[Option, ...]:
    """Of an exercise that need not answer everything, what was left out: each as well as it could have been done, and
    as on the first day where that is another matter."""
    taken = play.history[step.index]
    exercise = play.asked(taken)
    if exercise is None or not kinds.of(exercise).whole():
        return ()
    found: dict[str, list[Outcome]] = {}
    used = {each.decision.item for each in step.entries}
    for _, offered in kinds.turns(exercise):
        for each in offered:
            if each.item and each.item not in used:
                found.setdefault(each.item, []).append(each)
    shown: list[Outcome] = []
    for possible in found.values():
        best = min(possible, key=lambda each: len(each.broken))
        shown += [best] if best.because == possible[0].because else [best, possible[0]]
    return tuple(_option(play, taken, each) for each in shown)


def _is_tried(play: Play, some: Collection[Entry]) -> bool:
    """Whether none of it was a first answer. That it does not count is not enough: where people differ, none does."""
    return all(play.history[each.index].tried for each in some)


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
