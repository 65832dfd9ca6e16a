"""Small scenarios for the checks, and what a check finds in them."""

from __future__ import annotations

from course.authoring.check.finding import Found
from course.authoring.check.run import find
from course.model import Choice, Course, Ending, Head, Scenario, Scene, Side
from course.model.kinds.choices import Choices
from course.reading.problems.codes import GROUPS
from tests.builders import scene, tiny_course


def scenario(*scenes: Scene, id: str = "tale") -> Scenario:
    """A scenario that begins with the first of these scenes."""
    return Scenario(Head(id, id.title(), f"{id}.yaml", start=scenes[0].id), {each.id: each for each in scenes})


def decision(name: str, *choices: Choice) -> Scene:
    """A scene at which one of these choices is taken."""
    return scene(name, Choices(choices))


def ending(name: str, side: str) -> Scene:
    """A scene that closes the scenario."""
    return scene(name, Ending(dict(zip(tiny_course().line.names, Side, strict=True))[side]))


def codes(*scenarios: Scenario, course: Course | None = None, whole: bool = False) -> list[str]:
    """The codes of what is found, each once, in order; of the words of these made scenarios nothing is asked."""
    return list(dict.fromkeys(each.code for each in findings(*scenarios, course=course, whole=whole)))


def findings(*scenarios: Scenario, course: Course | None = None, whole: bool = False) -> list[Found]:
    """What is found about the ways, the rules and the odds."""
    worded = {code.id for code in GROUPS["How choices are worded"]}
    found = find(course or tiny_course(), scenarios, whole=whole)
    return [each for each in found if each.code not in worded]
