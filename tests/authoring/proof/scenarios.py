"""Small random scenarios whose texts know their path: each passage has words of its own, by which it is found again."""

from __future__ import annotations

from random import Random

from course.engine.kinds.offering import Option
from course.model import Arrival, Ending, Medium, Passage, Scenario, Scene
from course.model.kinds import Exercise
from course.model.kinds.calendar import Calendar
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.kinds.sort import Sort
from course.model.record import replace
from tests.authoring.odds.scenarios import random_condition, random_scenario


def telling_scenario(seed: int, *, loops: bool = False, kinds: bool = False) -> Scenario:
    """A random scenario, with passages and arrivals here and there."""
    random = Random(f"telling {seed}")
    scenario = random_scenario(seed, loops=loops, kinds=kinds)
    writer = _Writer(random)
    return replace(scenario, scenes={name: writer.scene(each) for name, each in scenario.scenes.items()})


class _Writer:
    def __init__(self, random: Random) -> None:
        self._random = random
        self._count = 0

    def scene(self, scene: Scene) -> Scene:
        arrives = (Arrival(Medium.NOTE, self._words(), when=random_condition(self._random)),)
        text = self._passages() if self._sometimes() else scene.text
        body = self._body(scene.body)
        return replace(scene, text=text, arrives=arrives if self._sometimes() else (), body=body)

    def _body(self, body: Exercise | Ending) -> Exercise | Ending:
        match body:
            case Choices():
                return replace(body, options=tuple(map(self._option, body.options)))
            case Calendar():
                return replace(body, ways=tuple(map(self._option, body.ways)))
            case MessageInParts():
                parts = (replace(each, alternatives=tuple(map(self._option, each.alternatives))) for each in body.parts)
                happens = self._passages() if self._sometimes() else body.happens
                return replace(body, parts=tuple(parts), happens=happens)
            case Sort():
                statements = (replace(each, because=self._passages()) for each in body.statements)
                return replace(body, statements=tuple(statements))
            case Ending():
                return replace(body, better=self._passages() if self._sometimes() else "")
        return body

    def _option(self, option: Option) -> Option:
        told = replace(option, happens=self._passages()) if self._sometimes() else option
        return replace(told, because=self._passages()) if self._sometimes() else told

    def _passages(self) -> tuple[Passage, ...]:
        first = Passage(self._words(), random_condition(self._random), self._random.choice(["", self._words()]))
        return first, Passage(self._words())  # the second is told on every path

    def _words(self) -> str:
        self._count += 1
        return f"Passage {self._count}."

    def _sometimes(self) -> bool:
        return self._random.random() < 0.4
