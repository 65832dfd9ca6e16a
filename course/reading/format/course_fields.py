"""The field tables of course.yaml."""

from __future__ import annotations

from course.model import Rule, Side, Source
from course.reading.format import building, renamed_fields
from course.reading.format.fields import (
    NAME,
    Field,
    Id,
    Language,
    Levels,
    One,
    OnLine,
    Percent,
    Records,
    Ref,
    Refs,
    Table,
    Text,
    Version,
    Wordings,
    made,
)
from course.reading.format.limits import LIMITS, limits
from course.reading.format.shared import SWITCH

NEWEST_FORMAT = 2

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
        Field(
            "habit",
            Text(),
            "what somebody tends to do who breaks it, said to them in one sentence",
            "When nobody answers, you add a second message.",
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
            "If I hear nothing by Friday, I write one email.",
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
            "If I hear nothing by Friday, I write one email.",
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
        Field(
            "after-check",
            Ref("scenario"),
            "one like the warm-up, never the same, after the others",
            "after-check",
        ),
        Field(
            "first-round",
            Refs("scenario"),
            "the half hour that home leads through first: a few scenarios, the warm-up among them, by id",
            "[warm-up, parking-lot, supervisor]",
        ),
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
