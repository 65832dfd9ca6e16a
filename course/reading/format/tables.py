"""The field tables: every field that an author may write. The one list for reader, schema and guide."""

from __future__ import annotations

from course.model import WEEKDAYS, PersonDay
from course.model.record import replace
from course.reading.format import building, renamed_fields
from course.reading.format.course_fields import COURSE, LINE, PAIR, RULE, SOURCE
from course.reading.format.fields import (
    NAME,
    Facts,
    Field,
    Id,
    Items,
    Number,
    OneOf,
    OnLine,
    Records,
    Ref,
    Refs,
    Table,
    Text,
    Texts,
    Told,
    Way,
    made,
)
from course.reading.format.kinds import EXERCISES, KINDS
from course.reading.format.limits import DUE, LIMIT, LIMITS
from course.reading.format.shared import (
    ARRIVES,
    BRANCH,
    CONDITION,
    CONTACT,
    FACT,
    KNOW,
    MESSAGE,
    PASSAGE,
    SEEN,
    SENT,
    SWITCH,
    sent,
    told,
)

_DISCUSS = Field(
    "discuss",
    Texts(),
    "questions for a workshop: they show while people talk, and in the printed guide",
    "What would you have done?",
)


SCENE = Table(
    "scene",
    (
        Field("title", NAME, "two or three words; the debrief lists them", "The second row"),
        Field("day", Number(0, 365), "the day, counted from day 0; left out, it is that of the scene before", "4"),
        Field(
            "arrives",
            ARRIVES,
            "what comes in: an email, a voicemail, a silence …",
            "\nvoicemail: You have no new messages.",
        ),
        Field(
            "sent",
            Items(SENT, 1, 6, sent),
            "contacts that the text tells of, which the learner made without being asked",
            "\n- to: dana\n  via: email",
        ),
        told(
            "text",
            "what the learner reads",
            "|\n  It is Thursday.\n\n  Her car is in the second row.",
            required=True,
            paragraphs=True,
        ),
        KNOW,
        Field(
            "twin",
            Text(),
            "the scene with the same options and one fact changed, as scenario/scene, or scene in the same scenario",
            "missed-date/monday",
        ),
        *(field for kind in KINDS for field in kind.fields),
        Field(
            "ending",
            OnLine(middle=True),
            "instead of choices: the side of the line on which the scenario ends",
            "assertive",
        ),
        Field(
            "flip",
            Ref("scene"),
            "after this ending: a sort in which one fact is another; it goes on to its own next, and does not count",
            "what-if-friday",
        ),
        told("better", "in a companion: what would be better to do", "Write to the person you met."),
        Field(
            "wait",
            Number(0, 90),
            "in a companion: in how many days to do it; a day at a weekend or a holiday moves on",
            "3",
        ),
        Field(
            "ask-day",
            Text(),
            "in a companion: asks which day they named; it is to be done the day after. Till then, wait is a guess",
            "Which day did they name?",
        ),
        Field(
            "soonest",
            Number(0, 90),
            "in a companion, in place of wait: as many days have to pass, also where the day they named is over before",
            "7",
        ),
        _DISCUSS,
        Field("minutes", Number(1, 240), "how many minutes to talk about it in a workshop", "5"),
    ),
    one_of=(*EXERCISES, "ending"),
)

DAY = Table(
    "day",
    (
        Field("day", Number(0, 365), "the day, counted from day 0", "3", required=True),
        told("text", "what that day was like", "Stock-taking until nine.", required=True),
    ),
)

PERSON = Table(
    "person",
    (
        Field("name", NAME, "their name", "Dana Whitfield", required=True),
        Field("role", NAME, "who they are to you", "your contact there"),
        Field(
            "days",
            Items(DAY, 1, 60, made(PersonDay, day=0, text="")),
            "what their days were like, whether or not you got in touch",
            "\n- day: 3\n  text: Stock-taking until nine.",
        ),
    ),
)

SCENARIO = Table(
    "scenario",
    (
        Field(
            "id", Id(), "a short name; progress is kept under it. The file's name if you leave it out", "parking-lot"
        ),
        Field("title", NAME, "what the scenario is called", "The parking lot", required=True),
        Field("summary", NAME, "one line for the list", "Her car is still there, and so are you."),
        Field("pair", Ref("pair"), "the pair it practices; leave it out when it mixes them", "reconnecting"),
        Field(
            "with",
            NAME,
            "the person on the other side, and what they do",
            "Dana Whitfield, runs a furniture store",
            into="other",
        ),
        Field("you", NAME, "who the learner is here, in a few words that go on from You're", "up for store manager"),
        Field("minutes", Number(1, 240), "how long it takes", "4"),
        Field(
            "starts-on",
            OneOf({day: day for day in WEEKDAYS}),
            "the weekday of day 0, so that day 3 can be called Thursday; left out, days go by their numbers",
            "Monday",
        ),
        Field("scored", SWITCH, "off for a companion, whose answers are neither judged one by one nor kept", "off"),
        Field(
            "people",
            Records(PERSON, building.person),
            "who is on the other side, each under an id",
            "\ndana:\n  name: Dana Whitfield\n  role: your contact there",
        ),
        renamed_fields.IN_SCENARIO,
        replace(KNOW, about="what the learner knows from the beginning: a short fact, or a list of them"),
        Field("start", Ref("scene"), "the first scene", "five-oclock", required=True),
        _DISCUSS,
        Field(
            "scenes",
            Records(SCENE, building.scene),
            "the scenes, each under its id",
            "\nfive-oclock:\n  text: It is Thursday.\n  choices: …",
            required=True,
        ),
    ),
)

TABLES = (
    COURSE,
    LINE,
    SOURCE,
    LIMITS,
    LIMIT,
    DUE,
    PAIR,
    RULE,
    SCENARIO,
    PERSON,
    DAY,
    SCENE,
    *(table for kind in KINDS for table in kind.tables),
    BRANCH,
    CONDITION,
    PASSAGE,
    FACT,
    CONTACT,
    SENT,
    MESSAGE,
    SEEN,
    *renamed_fields.TABLES,
)
"""Every table, in the order of the guide."""

FIELDS = tuple(field for table in TABLES for field in table.fields)
"""Every field of every table."""

NAMES = {each.name: isinstance(each.kind, Text | Texts | Told | Facts) for each in FIELDS}
"""Every field name there is, and whether a text belongs under it."""

ON_A_LINE = frozenset(each.name for each in FIELDS if each.kind == NAME)
"""The names of those that hold a name or a title, which is no sentence."""

LISTS = frozenset(each.name for each in FIELDS if not isinstance(each.kind, Text | Told))
"""The names of those under which a list may stand."""

TOLD = frozenset(each.name for each in FIELDS if isinstance(each.kind, Told))
"""The names of those under which passages may stand."""

MANY = frozenset(each.name for each in FIELDS if isinstance(each.kind, Refs))
"""The names of those that may hold a list of ids."""

ITEMS = frozenset(each.kind.table.name for each in FIELDS if isinstance(each.kind, Items | Way))
"""The names of the tables whose records stand in lists, each behind a dash."""
