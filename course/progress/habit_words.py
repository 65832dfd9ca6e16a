"""Habits in words: a heading, and under it a sentence or two with the scenes that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from course.model import Course, Head
from course.model.record import Record
from course.progress.habits import Example, Habit, Habits
from course.words import say, sentences

_SHOWN = 2
"""Scenes that are named; of others it is only said how many there are."""
HeadOf = Callable[[str], Head | None]
"""Gives the head of the scenario of that id, or None when it is gone."""


class Scene(Record):
    """Where it was, and what the learner did there."""

    where: str
    said: str


class Point(Record):
    """One thing about a learner."""

    says: str
    """What they tend to do, or do well, in one sentence; `""` where the scene says it all."""
    scenes: tuple[Scene, ...]
    more: str
    """That there are more scenes like these, or `""`."""
    instead: str
    """What to do the next time, or `""`."""


class Told(Record):
    """What is said first of a learner's decisions."""

    heading: str
    points: tuple[Point, ...]
    more: str = ""
    """How much more there is that is not named, and where that stands; `""` where this is all."""


def told(course: Course, found: Habits, head_of: HeadOf, here: str = "") -> Told | None:
    """What somebody tends to do; with no habit, what happened once; with nothing amiss, what went well. None where
    there is nothing of it. In the scenario `here` its title need not be said."""

    def points(habits: tuple[Habit, ...], says: Callable[[Habit], str], *, better: bool) -> tuple[Point, ...]:
        return tuple(_point(course, each, says(each), head_of, here, better=better) for each in habits)

    if found.tends:
        heading = say("habits.let-pass") if found.judged else say("habits.tends")
        says = _advice if found.judged else _tendency
        return Told(heading, points(found.tends, says, better=not found.judged), _more(found, here))
    if found.once:
        heading = say("habits.let-pass") if found.judged else say("habits.once", n=len(found.once))
        return Told(heading, points(found.once, _nothing, better=True), _more(found, here))
    if found.well:
        return going_well(course, found, head_of, here)
    return None


def _more(found: Habits, here: str) -> str:
    """A debrief lists it all below; elsewhere it stands in the debriefs."""
    if not found.others:
        return ""
    return say("habits.more-below", n=found.others) if here else say("habits.more-elsewhere", n=found.others)


def going_well(course: Course, found: Habits, head_of: HeadOf, here: str = "") -> Told | None:
    """What somebody does well; None where there is nothing of it yet."""
    if not found.well:
        return None
    often = any(len(each.scenes) > 1 for each in found.well)
    heading = say("habits.saw") if found.judged else say("habits.well") if often else say("habits.went-well")
    return Told(heading, tuple(_point(course, each, each.rule.do, head_of, here, better=False) for each in found.well))


def tendency(habit: Habit) -> str:
    """What somebody tends to do, in the rule's own words."""
    return _tendency(habit)


def _tendency(habit: Habit) -> str:
    return habit.rule.habit or say("habit.made", dont=habit.rule.dont)


def _advice(habit: Habit) -> str:
    return habit.rule.do


def _nothing(_habit: Habit) -> str:
    return ""


def _point(course: Course, habit: Habit, says: str, head_of: HeadOf, here: str, *, better: bool) -> Point:
    scenes = tuple(_scenes(course, habit, head_of, here))
    left = len(habit.scenes) - _SHOWN
    more = say("habit.more", n=left) if left > 0 else ""
    return Point(says, scenes, more, say("habit.instead", do=habit.rule.do) if better else "")


def _scenes(course: Course, habit: Habit, head_of: HeadOf, here: str) -> Iterator[Scene]:
    for each in habit.scenes[:_SHOWN]:
        yield Scene(_where(each, head_of(each.scenario), here), sentences.told_of(course, each.decision))


def _where(example: Example, head: Head | None, here: str) -> str:
    """The scene's title with its day; in front of it that of its scenario, where one has to know."""
    decision = example.decision
    if head is None:
        return decision.title
    day = sentences.when(head, decision.day)
    place = day if day.startswith(decision.title) else sentences.place(decision.title, head, decision.day)
    if example.scenario == here:
        return place
    return (
        decision.title if decision.title == head.title else say("habit.where", title=head.title, place=decision.title)
    )
