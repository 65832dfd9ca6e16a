"""The exercise kind `choices`, as authors write it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from course.model import Choice, Ending, Scene
from course.reading.format.fields import Field, Id, Items, Refs, Table, Text, Values, WrittenKind
from course.reading.format.shared import (
    ARRIVES,
    EITHER_WAY,
    KNOW,
    NEXT,
    OFFERED,
    SEEN_FIELD,
    SWITCH,
    contact_field,
    needs_rule,
    not_both,
    told,
)
from course.reading.problems.positions import Spots
from course.reading.problems.problem import Findings

if TYPE_CHECKING:
    from course.model.kinds import Exercise


def check_scored(scenes: Iterable[Scene], spots: Spots, findings: Findings) -> None:
    """In a scored scenario each choice follows or breaks a rule, and nothing stands that is for a companion alone.
    Where both fail, the scenario was meant for a companion, and that is said once."""
    from course.model.kinds.choices import Choices

    scenes = tuple(scenes)
    written = [
        (choice, spots.within["scenes", scene.id].within["choices", choice.id])
        for scene in scenes
        for choice in (scene.body.options if isinstance(scene.body, Choices) else ())
    ]
    apart = [
        (name, scene.id)
        for scene in scenes
        for name in ("better", "wait")
        if isinstance(scene.body, Ending) and name in spots.within["scenes", scene.id]
    ]
    lacking = any("follows" not in each and "breaks" not in each for _, each in written)
    if apart and lacking:
        name, scene_id = apart[0]
        message = f"This scenario is scored, and yet {name}: stands at {scene_id}, as in a companion."
        mend = "Write scored: off above start:, if its answers are questions about what somebody is about to do."
        findings.add("missing", spots.get("start", spots[""]), message, mend)
        return
    for choice, each in written:
        needs_rule("choice", choice.follows, choice.breaks, each, findings)
    for name, scene_id in apart:
        message = f"{name}: is shown in a companion alone, and this scenario is scored."
        mend = "Take it out, or write scored: off above start:, if this is a companion."
        findings.add("out-of-place", spots.of("scenes", scene_id, name), message, mend)


def choice(values: Values, spots: Spots, findings: Findings) -> Choice:
    """A choice, which keeps a rule or breaks it."""
    not_both("choice", values, spots, findings)
    return Choice(**values)


def exercise(scene: Values) -> Exercise:
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
        told("happens", "the consequence, shown first", "She reads it at five the next morning, and smiles."),
        Field("arrives", ARRIVES, "a message that comes as the consequence", "\nvoicemail: Thank you, I have it."),
        told("because", "one sentence of why", "She promised early next week.", required=True),
        OFFERED,
        EITHER_WAY,
        KNOW,
        NEXT,
        SEEN_FIELD,
    ),
)

KIND = WrittenKind(
    name="choices",
    fields=(
        Field(
            "choices",
            Items(CHOICE, 2, 6, choice, "say"),
            "two to six things the learner may do",
            "\n- say: Wait by her car.\n  breaks: unannounced\n  because: She is on her way out.\n  next: car-park",
        ),
        Field(
            "shuffle",
            SWITCH,
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
