"""What is asked of a blind reader: of each decision its options alone, and which of them are dos.

Where nothing is a do, nobody can be right, and where nothing is a mistake, nobody wrong; both are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from hashlib import blake2b
from typing import assert_never

from course.authoring.blind.tone import only_tone
from course.engine import judging, kinds
from course.engine.outcome import Answer
from course.model import Choice, Ending, Scenario, Scene, Verdict
from course.model.kinds import Exercise
from course.model.kinds.calendar import Calendar, Way
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Asks, Sort, Statement
from course.model.record import Record
from course.reading.problems.positions import Positions
from course.text.paragraphs import unmarked
from course.words import say


class Group(StrEnum):
    """What items are counted together; the value is what the report and its data call them."""

    CHOICES = "choices"
    MESSAGES = "messages"
    TONE = "tone"
    CALENDARS = "calendars"
    SORTS = "sorts"

    @property
    def apart(self) -> bool:
        """Whether it is reported apart, and is no part of the number that an author wants low."""
        return self not in (Group.CHOICES, Group.MESSAGES)


class Option(Record):
    """One of the things that can be answered, as it reads without its scene."""

    say: str
    verdict: Verdict


class Item(Record):
    """The options of one decision alone."""

    scenario: str
    """The id of its scenario."""
    scene: str
    ids: Answer
    """What leads to its options within the scene: the id of a message's part or of a statement, or nothing."""
    group: Group
    options: tuple[Option, ...]
    mark: str
    """Eight hexadecimal digits that are others as soon as anything is that is asked; what is advised may change."""
    statement: str = ""
    """What of a sort stands above its two sides."""
    file: str = ""
    line: int = 1

    @property
    def dos(self) -> int:
        """How many of the options are right."""
        return sum(each.verdict is Verdict.DO for each in self.options)

    @property
    def mistakes(self) -> int:
        """How many are wrong; where people differ, an option is neither."""
        return sum(each.verdict in (Verdict.MIXED, Verdict.DONT) for each in self.options)


def items(scenarios: Iterable[Scenario], positions: Positions | None = None) -> tuple[Item, ...]:
    """Every item of these scenarios, in the order in which they were written. A companion has none: whoever answers
    it speaks of themselves."""
    return tuple(
        each
        for scenario in scenarios
        if scenario.head.scored
        for scene in scenario.scenes.values()
        if not isinstance(scene.body, Ending)
        for each in _of(scenario, scene, scene.body, positions or {})
        if each.dos and each.mistakes
    )


def _of(scenario: Scenario, scene: Scene, exercise: Exercise, positions: Positions) -> Iterator[Item]:
    def item(group: Group, ids: Answer, options: tuple[Option, ...], statement: str = "") -> Item:
        head = scenario.head
        mark = _mark(scene.former.scenario or head.id, scene.former.scene or scene.id, ids, statement, options)
        spots = positions.get(head.file)
        line = spots.of("scenes", scene.id, *ids)[0] if spots is not None else 1
        return Item(head.id, scene.id, ids, group, options, mark, statement, head.file, line)

    match exercise:
        case Sort():
            for each in exercise.statements:
                yield item(Group.SORTS, (each.id,), _sides(exercise, each), _plain(each.say))
        case Calendar():
            yield item(Group.CALENDARS, (), _options(exercise.ways))
        case Choices() | MessageInParts() | Onward():
            group = Group.MESSAGES if isinstance(exercise, MessageInParts) else Group.CHOICES
            for rivals in kinds.of(exercise).rivals():
                tone = only_tone(scenario.head, exercise, rivals.options)
                yield item(Group.TONE if tone else group, rivals.ids, _options(rivals.options))
        case _:
            assert_never(exercise)


def _options(choices: Iterable[Choice | Way]) -> tuple[Option, ...]:
    return tuple(Option(_plain(each.say), _verdict(each)) for each in choices)


def _verdict(choice: Choice | Way) -> Verdict:
    """A way is judged as it is once its time has come."""
    return Verdict.EITHER if choice.either_way else judging.verdict_of(choice.follows, choice.breaks)


def _sides(exercise: Sort, statement: Statement) -> tuple[Option, ...]:
    own = ("it decides", "it decides nothing") if exercise.asks is Asks.DECIDES else (say("sort.do"), say("sort.dont"))
    right = (Verdict.DO, Verdict.DONT) if statement.is_do else (Verdict.DONT, Verdict.DO)
    return tuple(Option(side, verdict) for side, verdict in zip(exercise.sides or own, right, strict=True))


def _plain(text: str) -> str:
    """The text on one line, its emphasis as plain words."""
    return unmarked(" ".join(text.split()))


def _mark(scenario: str, scene: str, ids: Answer, statement: str, options: tuple[Option, ...]) -> str:
    # Whoever moves an option up or down, or renames the scene or its scenario, asks the same.
    return digest(scenario, scene, "/".join(ids), statement, *sorted(each.say for each in options), size=4)


def digest(*parts: str, size: int) -> str:
    """So many bytes, as hexadecimal digits, that stand for these texts."""
    return blake2b("\x1f".join(parts).encode(), digest_size=size).hexdigest()
