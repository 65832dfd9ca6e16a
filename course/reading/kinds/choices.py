"""The exercise kind `choices`, as authors write it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from course.model import Choice, Scene
from course.reading.fields import Field, Id, Items, OneOf, Refs, Table, Text, Way
from course.reading.kinds.kind import WrittenKind
from course.reading.naming import Read, Values, with_ids
from course.reading.positions import Spots
from course.reading.problems import Findings
from course.reading.shared import ARRIVES, BRANCH, SEEN_FIELD, contact_field

if TYPE_CHECKING:
    from course.model.kinds.choices import Choices


def choices(read: list[Read], findings: Findings) -> tuple[Choice, ...]:
    """The choices of a scene, each under an id of its own."""
    return tuple(Choice(**values) for values, _ in with_ids(read, "choice", findings))


def check_scored(scenes: Iterable[Scene], spots: Spots, findings: Findings) -> None:
    """In a scored scenario each choice follows or breaks a rule."""
    from course.model.kinds.choices import Choices

    for scene in scenes:
        for choice in scene.body.options if isinstance(scene.body, Choices) else ():
            written = spots.within["scenes", scene.id].within["choices", choice.id]
            if "follows" not in written and "breaks" not in written:
                findings.add(
                    "missing",
                    written[""],
                    "This choice neither follows nor breaks a rule, so it cannot be scored.",
                    "Add follows: thanks, or breaks: unannounced, with the id of a rule from course.yaml.",
                )


def exercise(scene: Values) -> Choices:
    """The exercise."""
    from course.model.kinds.choices import Choices  # only once a scene is read: not before the first page

    return Choices(scene["choices"], scene.get("shuffled", True))


CHOICE = Table(
    "choice",
    (
        Field("id", Id(), "only if you want to reword a choice and keep learners' history tied to it", "wait-by-car"),
        Field("say", Text(), "what the learner would do", "Wait by her car.", required=True),
        Field("follows", Refs("rule"), "the rule it follows, or a list of them", "space"),
        Field("breaks", Refs("rule"), "the rule it breaks, or a list of them", "[unannounced, stacking]"),
        contact_field(),
        Field("happens", Text(), "the consequence, shown first", "She reads it at five the next morning, and smiles."),
        Field("arrives", ARRIVES, "a message that comes as the consequence", "\nvoicemail: Thank you, I have it."),
        Field("because", Text(), "one sentence of why", "She promised early next week.", required=True),
        Field("next", Way(BRANCH, 20), "the scene that follows, or a list of branches", "monday", required=True),
        SEEN_FIELD,
    ),
)

KIND = WrittenKind(
    name="choices",
    fields=(
        Field(
            "choices",
            Items(CHOICE, 2, 6, choices),
            "two to six things the learner may do",
            "\n- say: Wait by her car.\n  breaks: unannounced\n  because: She is on her way out.\n  next: car-park",
        ),
        Field(
            "shuffle",
            OneOf({"on": True, "off": False}),
            "off, if the choices have to stand in the order in which you wrote them; on if you leave it out",
            "off",
            into="shuffled",
        ),
    ),
    tables=(CHOICE,),
    guide={
        "A choice": (
            CHOICE,
            "Under `choices:`, each begins with a dash. It follows a rule (a *do*), breaks one (a *don't*), or both "
            "(*mixed*): you never write points. Keep `say` under 20 words.",
        ),
    },
    exercise=exercise,
)
