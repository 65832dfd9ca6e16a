"""Walking a story choice by choice, until everything in it has been tried. Pure: a play in, the next step out."""

from __future__ import annotations

from dataclasses import dataclass, field

from course.model import Ending, Scenario
from course.playing import carrying, kinds
from course.playing.story import Phase, Play

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


@dataclass
class Walked:
    """What has been seen and tried of one story."""

    scenes: set[str] = field(default_factory=set)
    tried: set[tuple[str, Answer]] = field(default_factory=set)

    def note(self, play: Play) -> None:
        """Remember where the play has been."""
        self.scenes.add(play.scene_id)
        self.tried.update((each.scene, each.answer) for each in play.path)

    def left(self, play: Play, scene: str) -> list[Answer]:
        """What has not been tried at a scene, as it is shown there."""
        body = play.scenario.scenes[scene].body
        if isinstance(body, Ending):
            return []
        shown = kinds.shown(body, f"{play.seed}/{play.scenario.head.id}/{scene}")
        return [each.answer for each in shown if (scene, each.answer) not in self.tried]

    def next(self, play: Play) -> Step | None:
        """The next step to where something is left to try; None when nothing is on this way."""
        if play.phase is Phase.SHOWN:
            return GoOn()
        left = self.left(play, play.scene_id)
        if left:
            return Choose(left[0])
        path = list(zip(play.line, play.path, strict=True))
        return next((GoBack(index) for index, each in reversed(path) if self.left(play, each.scene)), None)

    def follow(self, old: Scenario, new: Scenario) -> None:
        """Know the same scenes and answers in another version of the story."""
        names = carrying.renamed(old, new)
        still = {name: names.get(name, name) for name in old.scenes if names.get(name, name) in new.scenes}
        answers = {name: carrying.reworded(old.scenes[name], new.scenes[now]) for name, now in still.items()}
        self.scenes = {still[name] for name in self.scenes if name in still}
        self.tried = {(still[name], answers[name].get(answer, answer)) for name, answer in self.tried if name in still}


def all_answers(scenario: Scenario) -> set[tuple[str, Answer]]:
    """Every answer of a story, with the scene that offers it."""
    return {
        (scene.id, outcome.answer)
        for scene in scenario.scenes.values()
        if not isinstance(scene.body, Ending)
        for outcome in kinds.outcomes(scene.body)
    }
