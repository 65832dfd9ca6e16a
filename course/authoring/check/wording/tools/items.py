"""Items, as item writers call them: the choices of one scene or the alternatives of one part of a message.

They are seen from outside, as a test-wise guesser sees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from course.authoring.check.finding import Address, in_scene
from course.authoring.check.wording.tools.sayings import Sayings
from course.engine import judging, kinds
from course.engine.outcome import Answer
from course.model import Choice, Ending, Scenario, Scene, Verdict
from course.model.kinds.choices import Choices
from course.model.record import Record, replace


class Item(Record):
    """The choices of one scene, what each amounts to, and which of them are advised."""

    scenario: str
    """The id of its scenario."""
    file: str
    scene: Scene
    ids: Answer
    """What leads to its choices within the scene: the id of a message's part, or nothing."""
    options: tuple[Choice, ...]
    shuffled: bool
    numbers: Sequence[int]
    """The number of each of its choices among all choices of the course."""
    lengths: list[int]
    verdicts: list[Verdict]
    advised: list[bool]

    @property
    def first(self) -> int:
        """The number of its first choice among all choices of the course."""
        return self.numbers[0]

    def at(self, which: int, field: str = "say") -> Address:
        """The address of one of its choices' words, or of another field."""
        return in_scene(self.file, self.scene.id, *self.ids, self.options[which].id, field)


class Items:
    """Every item of a course, and the words of all their choices, folded once."""

    def __init__(self, scenarios: Iterable[Scenario]) -> None:
        self.scenarios = tuple(scenarios)
        self.all: list[Item] = []
        number = 0
        for scenario in self.scenarios:
            name, file = scenario.head.id, scenario.head.file
            for scene in scenario.scenes.values():
                body = scene.body
                for rivals in () if isinstance(body, Ending) else kinds.of(body).rivals():
                    options = rivals.options
                    lengths = [len(choice.say) for choice in options]
                    verdicts = [
                        Verdict.EITHER if choice.either_way else judging.verdict_of(choice.follows, choice.breaks)
                        for choice in options
                    ]
                    advised = [verdict is Verdict.DO for verdict in verdicts]
                    numbers = range(number, number + len(options))
                    shuffled = not isinstance(body, Choices) or body.shuffled
                    self.all.append(
                        Item(name, file, scene, rivals.ids, options, shuffled, numbers, lengths, verdicts, advised)
                    )
                    number += len(options)
        self.weighed = [found for item in self.all if (found := _weighed(item)).options]
        """The same without the choices that are neither do nor don't, since people differ there."""
        self.telling = [item for item in self.weighed if True in item.advised and False in item.advised]
        """Those with advised choices and others; at the rest there is nothing to guess."""

    @cached_property
    def choices(self) -> list[tuple[Item, int]]:
        """Every choice of the course: its item, and which of the item's choices it is."""
        return [(item, which) for item in self.all for which in range(len(item.options))]

    @cached_property
    def sayings(self) -> Sayings:
        """What every choice of the course says."""
        return Sayings([choice.say for item in self.all for choice in item.options])


def _weighed(item: Item) -> Item:
    if Verdict.EITHER not in item.verdicts:
        return item
    left = [which for which, verdict in enumerate(item.verdicts) if verdict is not Verdict.EITHER]
    return replace(
        item,
        options=tuple(item.options[which] for which in left),
        numbers=[item.numbers[which] for which in left],
        lengths=[item.lengths[which] for which in left],
        verdicts=[item.verdicts[which] for which in left],
        advised=[item.advised[which] for which in left],
    )
