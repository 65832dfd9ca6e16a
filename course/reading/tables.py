"""The field tables: every field that an author may write. The one list for reader, schema and guide."""

from __future__ import annotations

from course.model import WEEKDAYS, PersonDay, Rule, Side, Source
from course.model.record import replace
from course.reading import building, renamed_fields
from course.reading.fields import (
    NAME,
    Facts,
    Field,
    Id,
    Items,
    Language,
    Levels,
    Number,
    One,
    OneOf,
    OnLine,
    Percent,
    Records,
    Ref,
    Refs,
    Table,
    Text,
    Texts,
    Told,
    Version,
    Wordings,
    made,
)
from course.reading.kinds import EXERCISES, KINDS
from course.reading.limits import DUE, LIMIT, LIMITS, limits
from course.reading.shared import ARRIVES, BRANCH, CONDITION, CONTACT, KNOW, MESSAGE, PASSAGE, SEEN, SWITCH, told

NEWEST_FORMAT = 2

_DISCUSS = Field(
    "discuss",
    Texts(),
    "questions for a workshop; they are read and kept, and nothing shows them yet",
    "What would you have done?",
)


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
            OnLine(middle=False),
            "on which side of the line the don't falls",
            "pushy",
            required=True,
        ),
        Field("source", Ref("source"), "what it rests on, one of the sources of the course", "article"),
    ),
)
RULES = Records(RULE, made(Rule, do=building.LOST, dont=building.LOST, side=Side.OVER))
"""Rules, each under its id; their pair is filled in by the pair."""

SOURCE = Table(
    "source",
    (
        Field(
            "title", Text(), "what it is called, in a few words", "The article this course began with", required=True
        ),
        Field("link", Text(), "where it can be read", "https://example.org/after-the-interview"),
    ),
)

LINE = Table(
    "line",
    (
        Field("under", NAME, "the name of too little", "quiet", required=True),
        Field("right", NAME, "the name of what is right", "assertive", required=True),
        Field("over", NAME, "the name of too much", "pushy", required=True),
    ),
)

PAIR = Table(
    "pair",
    (
        Field("do", NAME, "the name of its do side", "Reconnecting", required=True),
        Field("dont", NAME, "the name of its don't side", "Badgering", required=True),
        Field("about", Text(), "one or two sentences on the pair", "Stay in their mind without standing in their way."),
        Field(
            "card",
            Text(),
            "an if-then plan, on the takeaway of those who missed this pair more than the others",
            "If I hear nothing by Friday, I write one e-mail.",
        ),
        Field("intro", Text(), "half a screen on it, read before its first scenario", "You want to be remembered."),
        Field(
            "rules",
            RULES,
            "its rules, each under its id",
            "\nunannounced:\n  do: Write or call first.\n  dont: Turn up.\n  side: pushy",
            required=True,
        ),
    ),
)

COURSE = Table(
    "course",
    (
        Field("format", Version(NEWEST_FORMAT), f"always {NEWEST_FORMAT}", f"{NEWEST_FORMAT}", required=True),
        Field(
            "id",
            Id(),
            "a short name; progress is kept under it. The folder's name if you leave it out",
            "after-the-interview",
        ),
        Field("version", NAME, "which version of the course this is", '"1.0"'),
        Field("title", NAME, "what the course is called", "After the interview", required=True),
        Field("about", Text(), "what the course is about, in a few lines", "What to do in the days of waiting."),
        Field("closing", Text(), "a thought to take along, on the takeaway", "Take a minute, then send it."),
        Field(
            "card",
            Text(),
            "an if-then plan for the takeaway, where no pair has one that fits better",
            "If I hear nothing by Friday, I write one e-mail.",
        ),
        Field(
            "line",
            One(LINE, building.line),
            "the names of the three places on the line: write them after side: and ending:, and learners read them",
            "\nunder: quiet\nright: assertive\nover: pushy",
        ),
        Field("language", Language(), "the language of the texts, English if you leave it out", "pt-BR"),
        Field(
            "words",
            Wordings(),
            "sentences of your own in the place of the program's, by id; fineline words lists them",
            "\nterm.scenario:\n  one: story\n  other: stories",
        ),
        Field("pass-mark", Percent(), "the score to reach, like 80%", "80%"),
        Field(
            "extra-minute",
            SWITCH,
            "whether learners say how a choice will come across before they send it; on if you leave it out",
            "off",
        ),
        Field(
            "scenarios",
            Refs("scenario"),
            "the order of the scenarios, by id",
            "[parking-lot, second-ring]",
            into="order",
        ),
        Field("warm-up", Ref("scenario"), "the scenario played before the others, to see what moves", "warm-up"),
        Field("after-check", Ref("scenario"), "its parallel form, played after them", "after-check"),
        Field("companion", Ref("scenario"), "the companion for somebody about to act now", "extra-minute"),
        Field(
            "limits",
            One(LIMITS, limits),
            "how much contact is right; calendars are judged by it",
            "\nmost: 2\ntoo-many:\n  breaks: one-or-two\n  because: That is one too many.",
        ),
        Field(
            "checks",
            Levels(("error", "warn", "info", "off")),
            "another level for a check, under its code",
            "\nhard-to-read: off",
            into="levels",
        ),
        Field(
            "sources",
            Records(SOURCE, made(Source, title=building.LOST)),
            "what the rules rest on, each under an id",
            "\narticle:\n  title: The article this course began with",
        ),
        renamed_fields.IN_COURSE,
        Field(
            "rules",
            RULES,
            "rules of the whole course, each under its id",
            "\none-way:\n  do: Pick one way.\n  dont: Use them all.\n  side: pushy",
        ),
        Field(
            "pairs",
            Records(PAIR, building.pair),
            "the do/don't pairs, each under its id",
            "\nreconnecting:\n  do: Reconnecting\n  dont: Badgering\n  rules: …",
            required=True,
        ),
    ),
)

SCENE = Table(
    "scene",
    (
        Field("title", NAME, "two or three words; the debrief lists them", "The second row"),
        Field("day", Number(0, 365), "the day, counted from day 0; left out, it is that of the scene before", "4"),
        Field(
            "arrives",
            ARRIVES,
            "what comes in: an e-mail, a voicemail, a silence …",
            "\nvoicemail: You have no new messages.",
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
            "the scene with the same options and one fact changed, as scenario/scene",
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
            "in a companion: in how many days to do it; a day at a weekend moves on to Monday",
            "3",
        ),
        _DISCUSS,
        Field("minutes", Number(1, 240), "how long to talk about it in a workshop; nothing shows it yet", "5"),
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
        Field("pair", Ref("pair"), "the pair it practises; leave it out when it mixes them", "reconnecting"),
        Field(
            "with",
            NAME,
            "the person on the other side, and what they do",
            "Dana Whitfield, runs a furniture store",
            into="other",
        ),
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
    CONTACT,
    MESSAGE,
    SEEN,
    *renamed_fields.TABLES,
)
"""Every table, in the order of the guide."""

NAMES = {field.name: isinstance(field.kind, Text | Texts | Told | Facts) for table in TABLES for field in table.fields}
"""Every field name there is, and whether a text belongs under it."""

LISTS = frozenset(field.name for table in TABLES for field in table.fields if not isinstance(field.kind, Text | Told))
"""The names of those under which a list may stand."""
