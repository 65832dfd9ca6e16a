"""The field tables: every field that an author may write. The one list for reader, schema and guide."""

from __future__ import annotations

from course.model import WEEKDAYS, Medium, Side
from course.reading.fields import (
    Arrivals,
    Field,
    Id,
    Items,
    Levels,
    Number,
    OneOf,
    Percent,
    Records,
    Ref,
    Refs,
    Table,
    Text,
    Texts,
    Version,
    Way,
)

NEWEST_FORMAT = 1

_DISCUSS = Field("discuss", Texts(), "questions for a workshop, one or a list")

RULE = Table(
    "rule",
    (
        Field("do", Text(), "what to do, in one sentence", required=True),
        Field("dont", Text(), "what not to do, in one sentence", required=True),
        Field(
            "side",
            OneOf({"pushy": Side.PUSHY, "quiet": Side.QUIET}),
            "on which side of the line the don't falls",
            required=True,
        ),
    ),
)

PAIR = Table(
    "pair",
    (
        Field("do", Text(), "the name of its do side", required=True),
        Field("dont", Text(), "the name of its don't side", required=True),
        Field("about", Text(), "one or two sentences on the pair"),
        Field("rules", Records(RULE), "its rules, each under its id", required=True),
    ),
)

COURSE = Table(
    "course",
    (
        Field("format", Version(NEWEST_FORMAT), f"always {NEWEST_FORMAT}", required=True),
        Field("id", Id(), "a short name; progress is kept under it. The folder's name if you leave it out"),
        Field("version", Text(), "which version of the course this is"),
        Field("title", Text(), "what the course is called", required=True),
        Field("about", Text(), "what the course is about, in a few lines"),
        Field("pass", Percent(), "the score to reach, like 80%", into="pass_mark"),
        Field(
            "extra-minute",
            OneOf({"on": True, "off": False}),
            "whether learners say how a choice will come across before they send it; on if you leave it out",
            into="extra_minute",
        ),
        Field("scenarios", Refs("scenario"), "the order of the scenarios, by id", into="order"),
        Field(
            "checks",
            Levels(("error", "warn", "info", "off")),
            "another level for a check, under its code",
            into="levels",
        ),
        Field("rules", Records(RULE), "rules of the whole course, each under its id"),
        Field("pairs", Records(PAIR), "the do/don't pairs, each under its id", required=True),
    ),
)

MESSAGE = Table(
    "message",
    (
        Field("from", Text(), "who sent it", into="sender"),
        Field("subject", Text(), "the subject of an e-mail"),
        Field("text", Text(), "what it says", required=True),
    ),
)

_ARRIVES = Arrivals(MESSAGE, {medium.value: medium for medium in Medium})

BRANCH = Table(
    "branch",
    (
        Field("contacts", Number(1, 99), "so many contacts or more, this one included"),
        Field("days", Number(1, 365), "count only those of the last so many days"),
        Field("broke", Refs("rule"), "these rules have been broken already"),
        Field("go", Ref("scene"), "the scene that follows", required=True),
    ),
)

CHOICE = Table(
    "choice",
    (
        Field("id", Id(), "only if you want to reword a choice and keep learners' history tied to it"),
        Field("say", Text(), "what the learner would do", required=True),
        Field("follows", Refs("rule"), "the rule it follows, or a list of them"),
        Field("breaks", Refs("rule"), "the rule it breaks, or a list of them"),
        Field("contact", Text(), "what to put down in the contact log, like e-mail to Marta"),
        Field("happens", Text(), "the consequence, shown first"),
        Field("arrives", _ARRIVES, "a message that comes as the consequence"),
        Field("because", Text(), "one sentence of why", required=True),
        Field("next", Way(BRANCH, 20), "the scene that follows, or a list of branches", required=True),
    ),
)

SCENE = Table(
    "scene",
    (
        Field("title", Text(), "two or three words; the debrief lists them"),
        Field("day", Number(0, 365), "days since the interview; left out, it is the day of the scene before"),
        Field("arrives", _ARRIVES, "what comes in: an e-mail, a voicemail, a silence …"),
        Field("text", Text(), "what the learner reads", required=True),
        Field("choices", Items(CHOICE, 2, 6), "two to six things the learner may do"),
        Field(
            "order",
            OneOf({"shuffled": True, "fixed": False}),
            "the order of the choices; shuffled if you leave it out",
            into="shuffled",
        ),
        Field(
            "ending",
            OneOf({side.value: side for side in Side}),
            "instead of choices: the side of the line on which the story ends",
        ),
        _DISCUSS,
        Field("minutes", Number(1, 240), "how long to talk about it in a workshop"),
    ),
)

SCENARIO = Table(
    "scenario",
    (
        Field("id", Id(), "a short name; progress is kept under it. The file's name if you leave it out"),
        Field("title", Text(), "what the story is called", required=True),
        Field("summary", Text(), "one line for the list"),
        Field("pair", Ref("pair"), "the pair it practises; leave it out when it mixes them"),
        Field("with", Text(), "the person on the other side, and what they do", into="other"),
        Field("minutes", Number(1, 240), "how long it takes"),
        Field(
            "interview",
            OneOf({day: day for day in WEEKDAYS}),
            "the weekday of the interview, so that day 3 can be called Thursday",
        ),
        Field("start", Ref("scene"), "the first scene", required=True),
        _DISCUSS,
        Field("scenes", Records(SCENE), "the scenes, each under its id", required=True),
    ),
)

TABLES = (COURSE, PAIR, RULE, SCENARIO, SCENE, CHOICE, BRANCH, MESSAGE)
"""Every table, in the order of the guide."""

NAMES = {field.name: isinstance(field.kind, Text | Texts) for table in TABLES for field in table.fields}
"""Every field name there is, and whether a text belongs under it."""
