"""The exercise kind `calendar`, as authors write it."""

from __future__ import annotations

from course.model import Course, Renamed, Scenario
from course.model.record import Record, replace
from course.model.renamed import former
from course.reading.format.fields import Field, Id, Items, Number, One, Refs, Table, Text, Values, WrittenKind
from course.reading.format.shared import (
    EITHER_WAY,
    KNOW,
    NEXT,
    OFFERED,
    SEEN_FIELD,
    contact_field,
    needs_rule,
    not_both,
    told,
)
from course.reading.problems.positions import Spots
from course.reading.problems.problem import Findings


def way(values: Values, spots: Spots, findings: Findings) -> Record:
    from course.model.kinds.calendar import Way  # only once a scene is read: not before the first page

    needs_rule("way", values.get("follows", ()), values.get("breaks", ()), spots, findings)
    not_both("way", values, spots, findings)
    return Way(**values)


def calendar(values: Values, spots: Spots, findings: Findings) -> Record:
    """The calendar; the course's limits are laid on it when the course is known. On some of its days no way is
    too early."""
    from course.model.kinds.calendar import Calendar

    days = values.get("days")
    for way in values.get("ways", ()) if days else ():
        if way.early is not None and way.early.before > days:
            where = spots.within["ways", way.id].within["early", ""]["before"]
            message = f"The last day of this calendar is {days}, so before day {way.early.before} is always."
            mend = f"Write a day from 1 to {days}; or give the way breaks: in place of early:, if it is never right."
            findings.add("bad-value", where, message, mend)
    return Calendar(values.get("days", 7), values.get("ways", ()), next=values.get("next", ()))


def early(values: Values, _spots: Spots, _findings: Findings) -> Record:
    """What a contact amounts to before its time."""
    from course.model.kinds.calendar import Early

    return Early(**{"before": 1, **values})


def in_course(scenario: Scenario, course: Course) -> Scenario:
    """The scenario with what it has of its course: the limits on its calendars, and what ids were first."""
    from course.model.kinds.calendar import Calendar

    found = {
        name: replace(scene, body=replace(scene.body, limits=course.limits))
        for name, scene in scenario.scenes.items()
        if isinstance(scene.body, Calendar)
    }
    scenario = replace(scenario, scenes={**scenario.scenes, **found}) if found else scenario
    of_all, own = course.renamed, scenario.head.renamed
    if of_all == own == Renamed():
        return scenario
    was = {name: former(scenario.head.id, name, of_all, own) for name in scenario.scenes}
    return replace(scenario, scenes={name: replace(each, former=was[name]) for name, each in scenario.scenes.items()})


EARLY = Table(
    "early contact",
    (
        Field("before", Number(1, 30), "the first day on which it is no longer too early", "7", required=True),
        Field(
            "breaks",
            Refs("rule"),
            "the rule it breaks until then; what the way follows does not count",
            "next-steps",
            required=True,
        ),
        told(
            "happens",
            "what happens if it comes so early; that of the way if you leave it out",
            "She has nothing to tell you yet.",
        ),
        told("because", "one sentence of why", "She said a week.", required=True),
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
            "what it amounts to before a certain day, and what is shown then in place of its own happens and because",
            "\nbefore: 7\nbreaks: next-steps\nbecause: She said a week.",
        ),
        Field("follows", Refs("rule"), "the rule it follows, or a list of them", "reconnect"),
        Field("breaks", Refs("rule"), "the rule it breaks, or a list of them", "unannounced"),
        told("happens", "what happens on the day it comes", "She reads it between two residents."),
        told("because", "one sentence of why", "It is short, and it is early.", required=True),
        OFFERED,
        EITHER_WAY,
        KNOW,
        SEEN_FIELD,
    ),
    any_of=("follows", "breaks", "either-way"),
)

CALENDAR = Table(
    "calendar",
    (
        Field(
            "days",
            Number(3, 30),
            "the last day that can be planned; the first is that of the scene",
            "9",
            required=True,
        ),
        Field(
            "ways",
            Items(WAY, 2, 9, way, "say"),
            "two to nine ways of getting in touch",
            "\n- say: Thank-you note to Dana\n  kind: thanks\n  follows: thanks\n  because: It is early.",
            required=True,
        ),
        NEXT,
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
)
