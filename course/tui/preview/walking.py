"""Walking a story choice by choice, until every way through it has been taken. Pure: a play in, the next step out."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from course.model import Ending, Scenario
from course.playing import carrying, kinds, story
from course.playing.branching import Contact, next_scene
from course.playing.outcome import Outcome
from course.playing.story import Phase, Play

_MOST = 4_000
"""Places that are looked at for one step, so that a key is never waited for."""

Answer = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """Take this answer."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class GoOn:
    """Leave the consequence behind."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """Back to that decision, where something is left to try."""

    to: int


Step = Choose | GoOn | GoBack


class _Place(NamedTuple):
    """Where a story stands, with all that decides which way it goes on."""

    scene: str
    day: int
    contacts: tuple[Contact, ...]
    broken: frozenset[str]


@dataclass
class Walked:
    """What has been seen and tried of one story."""

    scenes: set[str] = field(default_factory=set)
    tried: set[tuple[str, Answer]] = field(default_factory=set)
    ways: set[tuple[str, Answer, str]] = field(default_factory=set)
    """Which scene each answer has led to: to another one, where it depends on what was done before."""

    def note(self, play: Play) -> None:
        """Remember where the play has been."""
        self.scenes.add(play.scene_id)
        self.tried.update((each.scene, each.answer) for each in play.path)
        reached = [each.scene for each in play.path[1:]]
        if play.phase is not Phase.SHOWN:
            reached.append(play.scene_id)
        self.ways.update((each.scene, each.answer, to) for each, to in zip(play.path, reached, strict=False))

    def next(self, play: Play) -> Step | None:
        """The next step to the nearest way that has not been taken: ahead, or else back on this path; or None."""
        if play.phase is Phase.SHOWN:
            return GoOn()
        looked: set[_Place] = set()
        answer = self._toward(play, looked)
        if answer is not None:
            return Choose(answer)
        back = (index for index in reversed(play.line) if self._toward(story.rewind(play, index), looked) is not None)
        return next((GoBack(index) for index in back), None)

    def follow(self, old: Scenario, new: Scenario) -> None:
        """Know the same scenes and answers in another version of the story."""
        names = carrying.renamed(old, new)
        still = {name: names.get(name, name) for name in old.scenes if names.get(name, name) in new.scenes}
        answers = {name: carrying.reworded(old.scenes[name], new.scenes[now]) for name, now in still.items()}

        def now(scene: str, answer: Answer) -> tuple[str, Answer]:
            return still[scene], answers[scene].get(answer, answer)

        self.scenes = {still[name] for name in self.scenes if name in still}
        self.tried = {now(name, answer) for name, answer in self.tried if name in still}
        self.ways = {(*now(name, answer), still[to]) for name, answer, to in self.ways if {name, to} <= still.keys()}

    def _toward(self, play: Play, looked: set[_Place]) -> Answer | None:
        """The answer here that leads soonest to a way not taken yet.

        From the places in `looked` none can be reached; those looked at on the way join them.
        """
        broken = frozenset(rule for each in play.path for rule in each.breaks)
        ahead: deque[tuple[_Place, Answer | None]] = deque(
            [(_Place(play.scene_id, play.day, play.contacts, broken), None)]
        )
        while ahead and len(looked) < _MOST:
            place, first = ahead.popleft()
            body = play.scenario.scenes[place.scene].body
            if place in looked or isinstance(body, Ending):
                continue
            looked.add(place)
            for outcome in kinds.shown(body, f"{play.seed}/{play.scenario.head.id}/{place.scene}"):
                after = _after(play.scenario, place, outcome)
                if (place.scene, outcome.answer, after.scene) not in self.ways:
                    return first or outcome.answer
                ahead.append((after, first or outcome.answer))
        return None


def _after(scenario: Scenario, place: _Place, outcome: Outcome) -> _Place:
    contacts = (*place.contacts, Contact(place.day, outcome.contact)) if outcome.contact else place.contacts
    broken = place.broken.union(outcome.breaks)
    scene = scenario.scenes[next_scene(outcome.next, contacts, broken, place.day)]
    return _Place(scene.id, place.day if scene.day is None else scene.day, contacts, broken)


def all_answers(scenario: Scenario) -> set[tuple[str, Answer]]:
    """Every answer of a story, with the scene that offers it."""
    return {
        (scene.id, outcome.answer)
        for scene in scenario.scenes.values()
        if not isinstance(scene.body, Ending)
        for outcome in kinds.outcomes(scene.body)
    }
