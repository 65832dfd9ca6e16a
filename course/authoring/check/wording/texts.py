"""Texts of scenes that are hard to read, or end with a question that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from course.authoring.check.finding import Found, in_scene
from course.authoring.check.wording.tools.grade import grade
from course.authoring.check.wording.tools.items import Items
from course.model import Scenario
from course.text.paragraphs import EMPHASIS

_LONG = 400
"""Letters in the longest question that is looked at."""
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
_LAST = re.compile(r"(?:[^.!?:\"”]|[.:](?=\S))+[?:]\W*$")
"""The last sentence, if it asks or leads up to the choices."""
_CAN = "(?:should|would|could|must|may|might|can|will|shall|ought|do|does|did|is|are)"
_NEGATIVE = re.compile(
    rf"\b(?:which|what|who|whom|when|where|choose|pick|find|all)\b.*?"
    rf"(?:\b{_CAN}(?: \w+){{0,3}} (?:not|never|avoid|least)\b|\b(?:{_CAN}n't|can't|won't|shan't)(?![\w'])"
    r"|\bexcept\b|\b(?:worst|wrong|a mistake|inappropriate)\b)"
)
HARD = 10
"""Plain-language guides ask for texts that grade 8 reads with ease, and on a text as short as a scene a formula is
easily off by two grades."""


def negatives(items: Items) -> Iterator[Found]:
    """Texts that end with a question for what not to do: it is misread, and tests reading more than judgement."""
    for item in items.all:
        text = item.scene.text.rstrip()
        if text.endswith(("?", ":", "?*", '?"')) and (asked := negative_question(text)):
            message = f'"{asked}" asks for what not to do.'
            mend = "Ask for what to do, or end the text before the question; the choices are question enough."
            yield Found("negative-question", in_scene(item.file, item.scene.id, "text"), message, mend)


def negative_question(text: str) -> str:
    """The question with which a text ends, if it asks for what not to do; `""` otherwise.

    What somebody says in the scenario is no question to the learner.
    """
    unquoted = _QUOTED.sub('""', EMPHASIS.sub(r"\1", text.rstrip()))
    last = _LAST.search(unquoted[-_LONG:])
    asked = " ".join(last[0].split()) if last else ""
    folded = asked.lower().replace("’", "'")
    return asked if _NEGATIVE.search(folded) and not folded.startswith("what if") else ""


def hard(scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """Texts that take more than that to be read with ease."""
    for scenario in scenarios:
        for scene in scenario.scenes.values():
            reads = grade(scene.text)
            if reads is not None and reads > HARD:
                message = f"This text reads like one for school grade {round(reads)}; most readers like 8 or less."
                mend = "Break a long sentence in two, and take shorter words where there are any."
                yield Found("hard-to-read", in_scene(scenario.head.file, scene.id, "text"), message, mend)
