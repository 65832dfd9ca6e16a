"""Items to be answered blind, made by hand or out of the small courses, and readers that answer them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from course.authoring.blind import writing
from course.authoring.blind.items import Item, items
from course.authoring.blind.results import Reader
from course.authoring.blind.sheet import Sheet, arranged, lettered
from course.model import Choice, Ending, Head, Person, Scenario, Scene, Side, Verdict
from course.model.kinds import Exercise
from course.model.kinds.choices import Choices
from course.model.record import replace
from course.reading.courses import read_with_positions
from course.reading.files.find import find_course
from tests.builders import choice
from tests.folders import COURSES

FOLDERS = [*sorted(each.parent for each in COURSES.glob("*/course.yaml")), find_course()]
"""Every course that there is here, the one that comes along too."""


@cache
def course_items(folder: Path) -> tuple[Item, ...]:
    """All items of a course."""
    reading, positions = read_with_positions(folder)
    return items(reading.scenarios, positions)


def said(words: str, *, follows: str = "", breaks: str = "") -> Choice:
    """A choice that says just that; where people differ, if no rule is given."""
    made = replace(choice("x", "end", follows=follows, breaks=breaks), id=words.casefold().replace(" ", "-"), say=words)
    return made if follows or breaks else replace(made, either_way=True)


DO, DONT = said("Write to her.", follows="thanks"), said("Turn up there.", breaks="space")
EITHER = said("Leave it alone.")


def scenario(*exercises: Exercise, id: str = "tale", scored: bool = True) -> Scenario:
    """A scenario in which these are asked one after the other. What must not stand on a sheet says so."""
    scenes = [
        Scene(f"secret-{number}", f"Secret text {number}.", each, title=f"Secret title {number}")
        for number, each in enumerate(exercises)
    ]
    scenes.append(Scene("end", "Secret end.", Ending(Side.RIGHT), title="Secret end"))
    head = Head(
        id,
        "Secret tale",
        f"{id}.yaml",
        other="Ines, secretly",
        start="secret-0",
        scored=scored,
        people=(Person("ines", "Ines"), Person("tomas", "Tomas")),
    )
    return Scenario(head, {each.id: each for each in scenes})


def of(*options: Choice) -> Choices:
    """A decision between these."""
    return Choices(options)


def asked(*exercises: Exercise, id: str = "tale") -> tuple[Item, ...]:
    """What of such a scenario is asked."""
    return items([scenario(*exercises, id=id)])


def right(item: Item) -> int:
    """The number of an item's first do."""
    return next(number for number, each in enumerate(item.options) if each.verdict is Verdict.DO)


def perfect(some: Iterable[Item]) -> Reader:
    """A reader who is right everywhere."""
    return Reader("perfect", {item.mark: right(item) for item in some})


def letter(item: Item, seed: int, option: int) -> str:
    """The letter under which that option stands."""
    return lettered(item, seed)[arranged(item, seed).index(option)][0]


def filled(sheet: Sheet, answers: dict[str, int]) -> str:
    """A sheet with these answers written on it."""
    marks: dict[str, Item] = {item.mark: item for item in sheet.items}
    letters = {mark: letter(marks[mark], sheet.seed, option) for mark, option in answers.items()}
    return writing.filled_in(writing.text(sheet), letters)


def bare(sheet: Sheet, lines: Sequence[str]) -> str:
    """A list of answers below the line that says of which sheet."""
    return "\n".join([f"Sheet: {sheet.code}", *lines])
