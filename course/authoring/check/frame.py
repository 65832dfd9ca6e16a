"""What a course says of its scenarios: which stand apart, what is due in their calendars, and of whom it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from course.authoring.check.finding import Address, Found, at, in_scene
from course.authoring.check.paths import Paths
from course.engine.outcome import Outcome
from course.engine.states.digraph import leading_to, turned_round
from course.model import Course, Ending, Head, Limit, Scenario, Side
from course.model.kinds.calendar import Calendar, Way
from course.model.kinds.sort import Sort
from course.reading.files.find import COURSE_FILE
from course.reading.problems.suggest import nearest, one_of

_NAME = re.compile(r"[^\W\d_][\w’'-]+")
"""A word that may be part of a name."""


def find(course: Course, scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """Everything that does not fit between a course and its scenarios."""
    yield from _apart(course, {each.head.id: each for each in scenarios})
    yield from _strangers(course, scenarios)
    yield from _unused(course)


def _unused(course: Course) -> Iterator[Found]:
    """Sources that nothing rests on."""
    used = {rule.source for rule in course.all_rules().values()}
    for source in course.sources:
        if source.id not in used:
            message = f"No rule rests on the source {source.id}, so learners are never told of it."
            mend = f"Write source: {source.id} at the rules that rest on it, or take it out."
            yield Found("unused-source", at(COURSE_FILE, "sources", source.id), message, mend)


def _apart(course: Course, scenarios: dict[str, Scenario]) -> Iterator[Found]:
    """Scenarios that cannot be what course.yaml takes them for."""
    rounds = {"warm-up": course.warm_up, "after-check": course.after_check}
    for field, name in (*rounds.items(), ("companion", course.companion)):
        if name in course.order:
            where = at(COURSE_FILE, "scenarios")
            message = f"{name} is the course's {field}, which stands apart; under scenarios: it means nothing."
            yield Found("not-apart", where, message, f"Take {name} out of scenarios:.")
    for name in course.first_round:
        if name in (course.after_check, course.companion):
            message = f"{name} stands apart and comes after the others or beside them, so it is in no first round."
            yield Found("not-apart", at(COURSE_FILE, "first-round"), message, f"Take {name} out of first-round:.")
    for field, name in rounds.items():
        scenario = scenarios.get(name)
        if scenario and not any(isinstance(scene.body, Sort) for scene in scenario.scenes.values()):
            message = f"{name} has no sort, and what moves between warm-up and after-check is counted in sorts."
            yield Found("not-apart", at(COURSE_FILE, field), message, "Give it one, or name another scenario.")
    if course.warm_up and course.warm_up == course.after_check:
        message = "One scenario is both warm-up and after-check, so that learners would know it by heart."
        yield Found(
            "not-apart",
            at(COURSE_FILE, "after-check"),
            message,
            "Write another for the after-check, and name that.",
        )
    companion = scenarios.get(course.companion)
    if companion and companion.head.scored:
        message = f"{course.companion} is scored, so it cannot be the companion, of which nothing is kept."
        mend = f"Write scored: off in {companion.head.file}, or name another scenario."
        yield Found("not-apart", at(COURSE_FILE, "companion"), message, mend)


def unmet(course: Course, scenario: Scenario) -> Iterator[Found]:
    """Kinds of contact that are due, and of which a calendar has no way."""
    kinds = [due.kind for due in course.limits.due]
    for scene in scenario.scenes.values() if kinds else ():
        if isinstance(scene.body, Calendar):
            there = {way.kind: way for way in scene.body.ways if way.kind}
            for kind in (each for each in kinds if each not in there):
                yield _unmet(scenario.head.file, scene.id, kind, [each for each in there if each not in kinds], there)


def _unmet(file: str, scene: str, kind: str, strange: list[str], there: dict[str, Way]) -> Found:
    near = nearest(kind, strange)
    if near:
        where = in_scene(file, scene, there[near].id, "kind")
        message = f"The limits in course.yaml say that {kind} is due, and here the kind is called {near}."
        return Found("due-unmet", where, message, f"Write {kind} here, or {near} under due:.")
    message = f"The limits in course.yaml say that {kind} is due, and no way of this calendar is of that kind."
    mend = f"Give one of its ways kind: {kind}, or take {kind} out of due:."
    return Found("due-unmet", in_scene(file, scene, "calendar"), message, mend)


def contradictions(paths: Paths) -> Iterator[Found]:
    """Answers of a companion that break a rule, and after which it can still say that all is well."""
    states = paths.graph
    well = [
        number
        for number, scene in enumerate(states.scenes)
        if number > 0 and isinstance(scene.body, Ending) and scene.body.side is Side.RIGHT
    ]
    cleared = leading_to(turned_round(states.ways), well)
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for state, outcomes in enumerate(states.outcomes):
        for outcome, after in zip(outcomes, states.ways[state], strict=False):
            scene = states.scenes[state]
            if outcome.broken and after in cleared and (scene.id, outcome.answer) not in seen:
                seen.add((scene.id, outcome.answer))
                yield _contradiction(paths.scenario.head, scene.id, outcome)


def _contradiction(head: Head, scene: str, outcome: Outcome) -> Found:
    message = "This answer breaks a rule, and from here one can still be told that it would come across well."
    mend = "Let it lead to an ending on one of the outer sides, or take breaks: out."
    return Found("clears-a-dont", in_scene(head.file, scene, *outcome.answer), message, mend)


def _strangers(course: Course, scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """People whom the limits name, in a course with a calendar that does not know them."""
    named = {each.head.id: _names(each.head) for each in scenarios}
    everybody = set().union(*named.values())
    calendars = [each.head.id for each in scenarios if any(isinstance(s.body, Calendar) for s in each.scenes.values())]
    for where, text in _said(course):
        for name in sorted(everybody.intersection(_NAME.findall(text))):
            strange = [each for each in calendars if name not in named[each]]
            if strange:
                message = (
                    f"{name} stands here, and the limits are said in every calendar, also in {one_of(strange[:3])}."
                )
                yield Found("stranger", where, message, "Say it so that it fits whoever is on the other side.")


def _names(head: Head) -> set[str]:
    """The names of those on the other side, word by word."""
    with_ = head.other.partition(",")[0]
    people = [person.name for person in head.people]
    people += [with_] if all(word[0].isupper() for word in with_.split()) else []
    return {word for name in people for word in _NAME.findall(name) if word[0].isupper() and len(word) > 2} - {"The"}


def _said(course: Course) -> Iterator[tuple[Address, str]]:
    """What the limits say to learners, and where it stands."""
    limits = course.limits
    some: dict[str, Limit | None] = {
        "too-many": limits.too_many,
        "same-day": limits.same_day,
        "no-contact": limits.no_contact,
    }
    for field, limit in some.items():
        if limit is not None:
            yield at(COURSE_FILE, "limits", field, "because"), limit.because
    for number, due in enumerate(limits.due):
        yield at(COURSE_FILE, "limits", "due", number, "because"), due.limit.because
        yield at(COURSE_FILE, "limits", "due", number, "say"), due.say
