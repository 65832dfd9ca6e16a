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

_DISCUSS = Field("discuss", Texts(), "questions for a workshop, one or a list", "What would you have done?")

RULE = Table(
    "rule",
    (
        Field(
            "do", Text(), "what to do, in one sentence", "Write or call, and let them choose the moment.", required=True
        ),
        Field(
            "dont",
            Text(),
            "what not to do, in one sentence",
            "Turn up at the office, the lobby or the car.",
            required=True,
        ),
        Field(
            "side",
            OneOf({"pushy": Side.PUSHY, "quiet": Side.QUIET}),
            "on which side of the line the don't falls",
            "pushy",
            required=True,
        ),
    ),
)

PAIR = Table(
    "pair",
    (
        Field("do", Text(), "the name of its do side", "Reconnecting", required=True),
        Field("dont", Text(), "the name of its don't side", "Badgering", required=True),
        Field("about", Text(), "one or two sentences on the pair", "Stay in their mind without standing in their way."),
        Field(
            "rules",
            Records(RULE),
            "its rules, each under its id",
            "\nunannounced:\n  do: Write or call first.\n  dont: Turn up.\n  side: pushy",
            required=True,
        ),
    ),
)

COURSE = Table(
    "course",
    (
        Field("format", Version(NEWEST_FORMAT), f"always {NEWEST_FORMAT}", "1", required=True),
        Field(
            "id",
            Id(),
            "a short name; progress is kept under it. The folder's name if you leave it out",
            "after-the-interview",
        ),
        Field("version", Text(), "which version of the course this is", '"1.0"'),
        Field("title", Text(), "what the course is called", "After the interview", required=True),
        Field(
            "about", Text(), "what the course is about, in a few lines", "What to do in the days after an interview."
        ),
        Field("pass", Percent(), "the score to reach, like 80%", "80%", into="pass_mark"),
        Field(
            "extra-minute",
            OneOf({"on": True, "off": False}),
            "whether learners say how a choice will come across before they send it; on if you leave it out",
            "off",
            into="extra_minute",
        ),
        Field(
            "scenarios",
            Refs("scenario"),
            "the order of the scenarios, by id",
            "[parking-lot, second-ring]",
            into="order",
        ),
        Field(
            "checks",
            Levels(("error", "warn", "info", "off")),
            "another level for a check, under its code",
            "\nhard-to-read: off",
            into="levels",
        ),
        Field(
            "rules",
            Records(RULE),
            "rules of the whole course, each under its id",
            "\none-way:\n  do: Pick one way.\n  dont: Use them all.\n  side: pushy",
        ),
        Field(
            "pairs",
            Records(PAIR),
            "the do/don't pairs, each under its id",
            "\nreconnecting:\n  do: Reconnecting\n  dont: Badgering\n  rules: …",
            required=True,
        ),
    ),
)

MESSAGE = Table(
    "message",
    (
        Field("from", Text(), "who sent it", "Dana Whitfield", into="sender"),
        Field("subject", Text(), "the subject of an e-mail", "Where we are"),
        Field("text", Text(), "what it says", "Can you come in on Monday?", required=True),
    ),
)

_ARRIVES = Arrivals(MESSAGE, {medium.value: medium for medium in Medium})

BRANCH = Table(
    "branch",
    (
        Field("contacts", Number(1, 99), "so many contacts or more, this one included", "3"),
        Field("days", Number(1, 365), "count only those of the last so many days", "7"),
        Field("broke", Refs("rule"), "these rules have been broken already", "unannounced"),
        Field("go", Ref("scene"), "the scene that follows", "monday", required=True),
    ),
)

CHOICE = Table(
    "choice",
    (
        Field("id", Id(), "only if you want to reword a choice and keep learners' history tied to it", "wait-by-car"),
        Field("say", Text(), "what the learner would do", "Wait by her car.", required=True),
        Field("follows", Refs("rule"), "the rule it follows, or a list of them", "space"),
        Field("breaks", Refs("rule"), "the rule it breaks, or a list of them", "[unannounced, stacking]"),
        Field("contact", Text(), "what to put down in the contact log, like e-mail to Marta", "e-mail to Marta"),
        Field("happens", Text(), "the consequence, shown first", "She reads it at five the next morning, and smiles."),
        Field("arrives", _ARRIVES, "a message that comes as the consequence", "\nvoicemail: Thank you, I have it."),
        Field("because", Text(), "one sentence of why", "She promised early next week.", required=True),
        Field("next", Way(BRANCH, 20), "the scene that follows, or a list of branches", "monday", required=True),
    ),
    any_of=("follows", "breaks"),
)

SCENE = Table(
    "scene",
    (
        Field("title", Text(), "two or three words; the debrief lists them", "The second row"),
        Field("day", Number(0, 365), "days since the interview; left out, it is the day of the scene before", "4"),
        Field(
            "arrives",
            _ARRIVES,
            "what comes in: an e-mail, a voicemail, a silence …",
            "\nvoicemail: You have no new messages.",
        ),
        Field(
            "text",
            Text(),
            "what the learner reads",
            "|\n  It is Thursday.\n\n  Her car is in the second row.",
            required=True,
        ),
        Field(
            "choices",
            Items(CHOICE, 2, 6),
            "two to six things the learner may do",
            "\n- say: Wait by her car.\n  breaks: unannounced\n  because: She is on her way out.\n  next: car-park",
        ),
        Field(
            "order",
            OneOf({"shuffled": True, "fixed": False}),
            "the order of the choices; shuffled if you leave it out",
            "fixed",
            into="shuffled",
        ),
        Field(
            "ending",
            OneOf({side.value: side for side in Side}),
            "instead of choices: the side of the line on which the story ends",
            "assertive",
        ),
        _DISCUSS,
        Field("minutes", Number(1, 240), "how long to talk about it in a workshop", "5"),
    ),
    one_of=("choices", "ending"),
)

SCENARIO = Table(
    "scenario",
    (
        Field(
            "id", Id(), "a short name; progress is kept under it. The file's name if you leave it out", "parking-lot"
        ),
        Field("title", Text(), "what the story is called", "The parking lot", required=True),
        Field("summary", Text(), "one line for the list", "Her car is still there, and so are you."),
        Field("pair", Ref("pair"), "the pair it practises; leave it out when it mixes them", "reconnecting"),
        Field(
            "with",
            Text(),
            "the person on the other side, and what they do",
            "Dana Whitfield, runs a furniture store",
            into="other",
        ),
        Field("minutes", Number(1, 240), "how long it takes", "4"),
        Field(
            "interview",
            OneOf({day: day for day in WEEKDAYS}),
            "the weekday of the interview, so that day 3 can be called Thursday",
            "Monday",
        ),
        Field("start", Ref("scene"), "the first scene", "five-oclock", required=True),
        _DISCUSS,
        Field(
            "scenes",
            Records(SCENE),
            "the scenes, each under its id",
            "\nfive-oclock:\n  text: It is Thursday.\n  choices: …",
            required=True,
        ),
    ),
)

TABLES = (COURSE, PAIR, RULE, SCENARIO, SCENE, CHOICE, BRANCH, MESSAGE)
"""Every table, in the order of the guide."""

NAMES = {field.name: isinstance(field.kind, Text | Texts) for table in TABLES for field in table.fields}
"""Every field name there is, and whether a text belongs under it."""
