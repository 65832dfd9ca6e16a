"""Scenes that are hard to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.authoring.check.finding import Found, in_scene
from course.authoring.check.wording.tools.grade import grade
from course.model import Scenario

HARD = 10
"""Plain-language guides ask for texts that grade 8 reads with ease, and on a text as short as a scene a formula is
easily off by two grades."""


def find(scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """Texts that take more than that to be read with ease."""
    for scenario in scenarios:
        for scene in scenario.scenes.values():
            reads = grade(scene.text)
            if reads is not None and reads > HARD:
                message = f"This text reads like one for school grade {round(reads)}; most readers like 8 or less."
                mend = "Break a long sentence in two, and take shorter words where there are any."
                yield Found("hard-to-read", in_scene(scenario.head.file, scene.id, "text"), message, mend)
