"""The one table of fields. The reader reads by it, and what documents the format is made from it."""

from __future__ import annotations

from course.model import WEEKDAYS, Medium, Side
from course.reading import building as build
from course.reading.fields import Field, Id, ListOf, MapOf, Number, OneOf, Percent, Record, Several, Text, TextOr

TEXT = Text()
ON_OFF = OneOf(("on", "off"))

RULE = Record(
    "rule",
    (
        Field("do", TEXT, "what to do", required=True),
        Field("dont", TEXT, "what not to do", required=True),
        Field("side", OneOf((Side.PUSHY, Side.QUIET)), "the side of the line on which the don't falls", required=True),
    ),
    build.rule,
)

PAIR = Record(
    "pair",
    (
        Field("do", TEXT, "the name of its do side", required=True),
        Field("dont", TEXT, "the name of its don't side", required=True),
        Field("about", TEXT, "what it is about, in a line or two"),
        Field("rules", MapOf(RULE), "its rules, each under its id", required=True),
    ),
    build.pair,
)

COURSE = Record(
    "course",
    (
        Field("format", Number(1, 10**6), "always 1", required=True),
        Field("id", Id(), "a short name under which progress is kept"),
        Field("title", TEXT, "the course's name", required=True),
        Field("version", TEXT, "which version of the course this is"),
        Field("about", TEXT, "what it is about, in a few lines"),
        Field("pass", Percent(), "the score to reach, like 80%"),
        Field("extra-minute", ON_OFF, "whether learners say how a choice will come across before they send it"),
        Field("scenarios", Several(Id()), "the order of the scenarios, by id"),
        Field("rules", MapOf(RULE), "rules of the whole course, each under its id"),
        Field("pairs", MapOf(PAIR), "the do/don't pairs, each under its id", required=True),
    ),
    build.course,
)

MESSAGE = Record(
    "message",
    (
        Field("from", TEXT, "who it comes from"),
        Field("subject", TEXT, "the subject of an e-mail"),
        Field("text", TEXT, "what it says", required=True),
    ),
    build.message,
)

_SAID = TextOr(Text(may_be_empty=True), build.short_message, MESSAGE)
ARRIVES = Record(
    "list of what arrives",
    tuple(Field(medium, _SAID, f"a {medium.replace('-', ' ')}") for medium in Medium),
    build.arrives,
)

BRANCH = Record(
    "branch",
    (
        Field("contacts", Number(1, 99), "at least so many contacts, this one included"),
        Field("days", Number(1, 365), "counted over so many days, today included"),
        Field("broke", Several(Id()), "the rule, or each of the rules, that has been broken by now"),
        Field("go", Id(), "the scene to go to", required=True),
    ),
    build.branch,
)

CHOICE = Record(
    "choice",
    (
        Field("say", TEXT, "what the learner would do, up to 20 words", required=True),
        Field("follows", Several(Id()), "the rule it follows, or a list of them"),
        Field("breaks", Several(Id()), "the rule it breaks, or a list of them"),
        Field("contact", TEXT, "what to put down in the contact log"),
        Field("happens", TEXT, "the consequence, shown first"),
        Field("arrives", ARRIVES, "a message that comes as the consequence"),
        Field("because", TEXT, "one sentence of why", required=True),
        Field("next", TextOr(TEXT, build.straight_on, ListOf(BRANCH, 1, 20)), "the next scene's id", required=True),
        Field("id", Id(), "a name for the choice, to keep answers tied to it when it is reworded"),
    ),
    build.choice,
)

SCENE = Record(
    "scene",
    (
        Field("title", TEXT, "two or three words"),
        Field("day", Number(0, 365), "days since the interview"),
        Field("text", TEXT, "what the learner reads, up to 90 words", required=True),
        Field("arrives", ARRIVES, "what comes in, under email, voicemail, text-message, note, call or silence"),
        Field("choices", ListOf(CHOICE, 2, 6), "what the learner may do"),
        Field("ending", OneOf(tuple(Side)), "the side of the line on which the story ends"),
        Field("order", OneOf(("shuffled", "fixed")), "whether choices are shuffled"),
        Field("discuss", Several(TEXT), "questions for a workshop"),
        Field("minutes", Number(1, 240), "how long a workshop takes over it"),
    ),
    build.scene,
)

HEAD = (
    Field("id", Id(), "a short name under which progress is kept"),
    Field("title", TEXT, "the story's name", required=True),
    Field("summary", TEXT, "one line for the list"),
    Field("pair", Id(), "the pair it practises"),
    Field("with", TEXT, "the person on the other side, and what they do"),
    Field("minutes", Number(1, 240), "how long it takes"),
    Field("interview", OneOf(WEEKDAYS), "the weekday of the interview"),
    Field("start", Id(), "the id of the first scene", required=True),
    Field("discuss", Several(TEXT), "questions for a workshop"),
)

SCENARIO = Record(
    "scenario",
    (*HEAD, Field("scenes", MapOf(SCENE), "the scenes, each under its id", required=True)),
    build.scenario,
)

KEYS = frozenset(
    field.name
    for record in (RULE, PAIR, COURSE, MESSAGE, ARRIVES, BRANCH, CHOICE, SCENE, SCENARIO)
    for field in record.fields
)
"""Every name that a field has anywhere."""
