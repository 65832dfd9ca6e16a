"""What the learner knows where a play stands: what was learned on the way, who is who, and whom they have contacted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from course.engine.conditions import Logged
from course.engine.consequence import lived
from course.engine.past import Path
from course.engine.play import Play, Taken
from course.engine.telling import brought, known, learned
from course.model import Fact, Person
from course.model.record import Record, replace


class Learned(Record):
    """A short fact, and the day on which it was learned; None where it was known from the beginning."""

    day: int | None
    fact: str
    about: int | None = None
    """The day that it is about, where its author said so."""


class Known(Record):
    """What a learner knows at one moment: facts, people, and whom they have contacted."""

    facts: tuple[Learned, ...]
    """Each once, as it was first learned."""
    people: tuple[Person, ...]
    contacts: tuple[Logged, ...]

    def __bool__(self) -> bool:
        return bool(self.facts or self.people or self.contacts)


def all_known(play: Play) -> Known:
    """What is known where the play stands; nothing while one fact is another, since then nothing is what it was."""
    if play.flipped:
        return Known((), (), ())
    return Known(facts_known(play), play.scenario.head.people, play.contacts)


def facts_known(play: Play) -> tuple[Learned, ...]:
    """The facts of it alone, each as it was first learned."""
    if play.flipped:
        return ()
    first: dict[str, Learned] = {}
    found = chain(_from_the_beginning(play), _at_scenes(play), _by_deciding(play))
    for each in sorted(found, key=lambda each: -1 if each.day is None else each.day):
        first.setdefault(each.fact, each)
    return tuple(first.values())


def anything_known(play: Play) -> bool:
    """Whether there is anything of it, asked at every step: facts are looked for only where there is nothing else."""
    if play.flipped:
        return False
    return bool(play.scenario.head.people or play.contacts or facts_known(play))


def known_at(play: Play, taken: Taken) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was known as that was decided: what its scene made known, and all that was known by then."""
    here = taken.trail[-1]
    scene = play.scenario.scenes.get(here.scene)
    past = play.coming_to(taken)
    found = known((*scene.know, *brought(scene.arrives, past)), past) if scene is not None else ()
    then = replace(play, scene_id=here.scene, trail=taken.trail, line=taken.before, day=here.day)
    return found, tuple(each.fact for each in facts_known(then))


def _from_the_beginning(play: Play) -> Iterator[Learned]:
    start = play.trail[0]
    yield from _learned(play.scenario.head.know, Path((start,), (), start.day), None)


def _at_scenes(play: Play) -> Iterator[Learned]:
    """What the scenes say and bring."""
    for here, past, _ in play.stops():
        scene = play.scenario.scenes[here.scene]
        yield from _learned((*scene.know, *brought(scene.arrives, past)), past, here.day)


def _by_deciding(play: Play) -> Iterator[Learned]:
    for decision, consequence in lived(play):
        yield from (Learned(decision.day, fact.text, fact.day) for fact in consequence.know)


def _learned(facts: Iterable[Fact], past: Path, day: int | None) -> Iterator[Learned]:
    yield from (Learned(day, fact.text, fact.day) for fact in learned(facts, past))
