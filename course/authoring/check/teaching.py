"""What a course teaches: whether every rule is practiced, and whether keeping them pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from course.authoring.check.finding import Found, at, in_scene
from course.authoring.check.paths import Paths, Step, is_advised
from course.engine import kinds
from course.model import NO_LIMITS, Course, Ending
from course.model.kinds import Exercise
from course.model.kinds.calendar import Calendar
from course.model.kinds.choices import Choices
from course.model.kinds.sort import Sort
from course.reading.files.find import COURSE_FILE
from course.text.width import shorten
from course.words import sentences

_SAID = 40
"""Cells of what is done at one step of a path, in a message."""


def find(course: Course, scenarios: Sequence[Paths], *, whole: bool) -> Iterator[Found]:
    """Everything that is wrong with what the rules of a course bring about. `whole` says that these are all its
    scenarios, so that a rule that is not practiced in them is practiced nowhere."""
    for paths in scenarios:
        yield from _decisions(paths)
        yield from _exercises(paths)
        yield from _advice_ends_badly(paths)
        yield from _breaking_pays(paths)
    if whole:
        yield from _practiced(course, scenarios)


def _practiced(course: Course, scenarios: Sequence[Paths]) -> Iterator[Found]:
    if not scenarios:
        message = "There is no scenario in this course yet, so no rule is practiced."
        yield Found("rule-never-followed", at(COURSE_FILE, "pairs"), message, "fineline new scenario NAME begins one.")
        return
    followed: set[str] = set()
    broken: set[str] = set()
    for paths in scenarios:
        for each in (each for asked in paths.reached.values() for outcomes in asked for each in outcomes):
            followed.update(each.follows)
            broken.update(each.breaks)
    for name, rule in course.all_rules().items():
        where = at(COURSE_FILE, "pairs", rule.pair, "rules", name) if rule.pair else at(COURSE_FILE, "rules", name)
        if name not in followed:
            nor = "" if name in broken else ", and none breaks it"
            message = f'No choice that a learner can come to follows the rule "{name}"{nor}.'
            mend = f"Write a choice with follows: {name}, or take the rule out."
            yield Found("rule-never-followed", where, message, mend)
        elif name not in broken:
            message = f'No choice that a learner can come to breaks the rule "{name}", so nobody practices keeping it.'
            mend = f"Write a choice that tempts, with breaks: {name}."
            yield Found("rule-never-broken", where, message, mend)


def _decisions(paths: Paths) -> Iterator[Found]:
    for name, asked in paths.reached.items():
        body = paths.scenario.scenes[name].body
        if isinstance(body, Ending) or not any(each.scores for outcomes in asked for each in outcomes):
            continue
        where = in_scene(paths.scenario.head.file, name)
        some = [paths.advice[id(outcomes)] for outcomes in asked]
        if not (isinstance(body, Choices) and any(some)) and not _advised_through(body):
            message = f"No do is offered at {name}: every choice breaks a rule, and the best of them counts in full."
            mend = "That may be meant, where every way out costs something; if not, let one choice break none."
            yield Found("no-advice", where, message, mend)
        elif not all(some) and any(kinds.of(body).rivals()):
            message = f"On some path no do is offered at {name}, and the best of what is left counts in full."
            mend = "That may be meant; if not, let the when: of one that breaks no rule hold there too."
            yield Found("no-advice", where, message, mend)
        elif all(len(each) == len(outcomes) for each, outcomes in zip(some, asked, strict=True)):
            message = f"Nothing can go wrong at {name}: no choice breaks a rule, and each is worth the full score."
            yield Found("no-temptation", where, message, "Let at least one choice break a rule.")


def _exercises(paths: Paths) -> Iterator[Found]:
    file = paths.scenario.head.file
    for scene in paths.scenario.scenes.values():
        body = scene.body
        if isinstance(body, Sort) and len({each.is_do for each in body.statements}) == 1:
            side = "do" if body.statements[0].is_do else "don't"
            message = f"Every statement at {scene.id} is a {side}; whoever notices need not read the rest."
            mend = "Mix in some that belong on the other side."
            yield Found("one-sided", in_scene(file, scene.id, "sort"), message, mend)
        if isinstance(body, Calendar) and paths.course.limits == NO_LIMITS:
            message = f"Nothing limits the calendar at {scene.id}: twenty contacts are as good as two, and so is none."
            mend = "Write limits: in course.yaml; fineline explain no-limits shows how."
            yield Found("no-limits", in_scene(file, scene.id, "calendar"), message, mend)


def _advice_ends_badly(paths: Paths) -> Iterator[Found]:
    if path := paths.advice_ends_badly:
        message = f"Following the advice all the way can end badly: {_told(paths, path)}."
        mend = "Let this path end in the right place, or say at one of its choices which rule it breaks."
        yield Found("advice-ends-badly", in_scene(paths.scenario.head.file, path[-1].scene, "ending"), message, mend)


def _breaking_pays(paths: Paths) -> Iterator[Found]:
    if path := paths.breaking_pays:
        message = f"Who breaks a rule at every decision can still end well: {_told(paths, path)}."
        mend = "Let this path end on one of the outer sides: under next: a branch can ask when: {broke: RULE}."
        yield Found("breaking-pays", in_scene(paths.scenario.head.file, path[-1].scene, "ending"), message, mend)


def _advised_through(exercise: Exercise) -> bool:
    """Whether everything an exercise asks can be answered without breaking a rule."""
    kind = kinds.of(exercise)
    waiting = [kinds.FIRST]
    known = set(waiting)
    while waiting:
        turn = waiting.pop()
        for outcome in kind.outcomes(turn):
            if not is_advised(outcome):
                continue
            after = kind.then(turn, outcome)
            if after is None:
                return True
            if after not in known:
                known.add(after)
                waiting.append(after)
    return False


def _told(paths: Paths, path: list[Step]) -> str:
    """The scenes of a path, for a message; with what is done at those that ask more than once."""
    told = []
    for scene, here in groupby(path, lambda step: step.scene):
        steps = list(here)
        judged = [each for each in steps if each.outcome is not None and each.outcome.judged]
        done = [_done(paths, each) for each in judged if len(steps) > 1]
        told.append(f"{scene} ({', '.join(done)})" if done else scene)
    return " → ".join(told if len(told) <= 8 else [*told[:3], "…", *told[-4:]])


def _done(paths: Paths, step: Step) -> str:
    outcome = step.outcome
    assert outcome is not None
    day = "" if outcome.day is None else f"{sentences.day_name(paths.scenario.head, outcome.day)}: "
    return f"{day}{shorten(sentences.said(paths.course, outcome).rstrip('.'), _SAID)}"
