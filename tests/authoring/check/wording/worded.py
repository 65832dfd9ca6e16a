"""Scenes made of nothing but their words, for the checks that read them."""

from __future__ import annotations

from collections.abc import Sequence

from course.authoring.check import wording
from course.authoring.check.finding import Address, Found, in_scene
from course.model import Branch, Choice, Course, Head, Scenario, Scene
from course.model.kinds.choices import Choices
from tests.builders import tiny_course

RULES = {"+": ("thanks", ""), "±": ("thanks", "space"), "-": ("", "space"), "=": ("", "")}
"""What a choice follows and breaks, by the mark in front of its words; where people differ, neither."""


def choice(line: str, *, go: str = "", happens: str = "", because: str = "") -> Choice:
    """A choice from a line like "+ Send two lines."; the words that a test says nothing of are this choice's own."""
    mark, say = line.split(" ", 1)
    follows, breaks = RULES[mark]
    return Choice(
        line,
        say,
        tuple(follows.split()),
        tuple(breaks.split()),
        happens=happens or f"After {line} it happens.",
        because=because or f"Because of {line}",
        next=(Branch(go or line),),
        either_way=mark == "=",
    )


def scene(*lines: str, text: str = "It is Monday.", fixed: bool = False) -> Scene:
    """A scene with a choice from each of these lines."""
    return Scene("scene", text, Choices(tuple(map(choice, lines)), shuffled=not fixed))


def where(*way: str, file: str = "tale.yaml") -> Address:
    """The address of something in one of these scenes, which all have one id."""
    return in_scene(file, "scene", *way)


def scenario(*scenes: Scene, id: str = "tale") -> Scenario:
    """A scenario of these scenes, in a file of its name."""
    return Scenario(Head(id, id.title(), f"{id}.yaml"), {str(number): each for number, each in enumerate(scenes)})


def findings(code: str, *scenes: Scene, course: Course | None = None) -> list[Found]:
    """What is found of that code in a scenario of these scenes."""
    return found_in(code, [scenario(*scenes)], course)


def found_in(code: str, scenarios: Sequence[Scenario], course: Course | None = None) -> list[Found]:
    """What is found of that code in these scenarios."""
    return [each for each in wording.find(course or tiny_course(), scenarios) if each.code == code]
