"""The exercise kind `calendar`, as authors write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.model import Course, Scenario
from course.model.record import replace
from course.reading.fields import Field, Id, Items, Number, One, Refs, Table, Text
from course.reading.fields import Way as WayOn
from course.reading.kinds.kind import WrittenKind
from course.reading.naming import Read, Values, with_ids
from course.reading.positions import Spots
from course.reading.problems import Findings
from course.reading.shared import BRANCH, SEEN_FIELD, contact_field

if TYPE_CHECKING:
    from course.model.kinds.calendar import Calendar, Early, Way


def ways(read: list[Read], findings: Findings) -> tuple[Way, ...]:
    """The ways of getting in touch."""
    for _, spots in read:
        if "follows" not in spots and "breaks" not in spots:
            message = "This way neither follows nor breaks a rule, so it cannot be scored."
            mend = "Add a line such as follows: reconnect, or breaks: unannounced, with the id of a rule."
            findings.add("missing", spots[""], message, mend)
    from course.model.kinds.calendar import Way  # only once a scene is read: not before the first page

    return tuple(Way(**values) for values, _ in with_ids(read, "way", findings))


def calendar(values: dict[str, Any], _spots: Spots, _findings: Findings) -> Calendar:
    """The calendar; the course's limits are laid on it when the course is known."""
    from course.model.kinds.calendar import Calendar

    return Calendar(values.get("days", 7), values.get("ways", ()), next=values.get("next", ()))


def early(values: dict[str, Any], _spots: Spots, _findings: Findings) -> Early:
    """What a contact amounts to before its time."""
    from course.model.kinds.calendar import Early

    return Early(**({"before": 1} | values))


def limited(scenario: Scenario, course: Course) -> Scenario:
    """The scenario with the course's limits on its calendars."""
    from course.model.kinds.calendar import Calendar

    found = {
        name: replace(scene, body=replace(scene.body, limits=course.limits))
        for name, scene in scenario.scenes.items()
        if isinstance(scene.body, Calendar)
    }
    return replace(scenario, scenes={**scenario.scenes, **found}) if found else scenario


def exercise(scene: Values) -> Calendar:
    """The exercise."""
    found: Calendar = scene["calendar"]
    return found


EARLY = Table(
    "early contact",
    (
        Field("before", Number(1, 30), "the first day on which it is no longer too early", "7", required=True),
        Field("breaks", Refs("rule"), "the rule it breaks until then", "next-steps", required=True),
        Field("happens", Text(), "what happens if it comes so early", "She has nothing to tell you yet."),
        Field("because", Text(), "one sentence of why", "She said a week.", required=True),
    ),
)

WAY = Table(
    "way",
    (
        Field("id", Id(), "only if you want to reword it and keep learners' history tied to it", "note"),
        Field("say", Text(), "a way of getting in touch, in a few words", "Thank-you note to Dana", required=True),
        Field("kind", Id(), "a word of yours for what it is for; the limits say what is due by when", "thanks"),
        contact_field("; the words of say if you leave it out"),
        Field(
            "early",
            One(EARLY, early),
            "what it amounts to before a certain day",
            "\nbefore: 7\nbreaks: next-steps\nbecause: She said a week.",
        ),
        Field("follows", Refs("rule"), "the rule it follows, or a list of them", "reconnect"),
        Field("breaks", Refs("rule"), "the rule it breaks, or a list of them", "unannounced"),
        Field("happens", Text(), "what happens on the day it comes", "She reads it between two residents."),
        Field("because", Text(), "one sentence of why", "It is short, and it is early.", required=True),
        SEEN_FIELD,
    ),
    any_of=("follows", "breaks"),
)

CALENDAR = Table(
    "calendar",
    (
        Field("days", Number(3, 30), "the last day that can be planned; the first is day 0", "9", required=True),
        Field(
            "ways",
            Items(WAY, 2, 9, ways),
            "two to nine ways of getting in touch",
            "\n- say: Thank-you note to Dana\n  kind: thanks\n  follows: thanks\n  because: It is early.",
            required=True,
        ),
        Field("next", WayOn(BRANCH, 20), "the scene that follows, or a list of branches", "monday", required=True),
    ),
)

KIND = WrittenKind(
    name="calendar",
    fields=(
        Field(
            "calendar",
            One(CALENDAR, calendar),
            "instead of choices: a calendar on which contacts are placed",
            "\ndays: 9\nways:\n  - say: Note to Dana\n    follows: thanks\n    because: It is early.\nnext: end",
        ),
    ),
    tables=(CALENDAR, WAY, EARLY),
    guide={
        "A calendar": (CALENDAR, "Under `calendar:` in a scene. The limits in course.yaml judge it too."),
        "A way": (WAY, "Under `ways:`, each begins with a dash. It may be placed on any day, and more than once."),
        "An early contact": (EARLY, "Under `early:` of a way."),
    },
    exercise=exercise,
)
