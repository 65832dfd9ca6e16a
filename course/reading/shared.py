"""The field tables that several others use: messages, branches, and how somebody lived through it."""

from __future__ import annotations

from course.model import Medium
from course.reading.fields import Arrivals, Field, Items, Number, Ref, Refs, Table, Text

MESSAGE = Table(
    "message",
    (
        Field("from", Text(), "who sent it", "Dana Whitfield", into="sender"),
        Field("subject", Text(), "the subject of an e-mail", "Where we are"),
        Field("text", Text(), "what it says", "Can you come in on Monday?", required=True),
    ),
)

ARRIVES = Arrivals(MESSAGE, {medium.value: medium for medium in Medium})

BRANCH = Table(
    "branch",
    (
        Field("contacts", Number(1, 99), "so many contacts or more, this one included", "3"),
        Field("days", Number(1, 365), "count only those of the last so many days", "7"),
        Field("broke", Refs("rule"), "these rules have been broken already, or missed in a sort", "unannounced"),
        Field("go", Ref("scene"), "the scene that follows", "monday", required=True),
    ),
)

SEEN = Table(
    "view",
    (
        Field("by", Ref("person"), "one of the story's people", "dana", required=True),
        Field("text", Text(), "how they lived through it", "She hears it ring from the ladder.", required=True),
    ),
)

SEEN_FIELD = Field(
    "seen",
    Items(SEEN, 1, 6),
    "how people on the other side lived through it, for the other side of the desk",
    "\n- by: dana\n  text: She hears it ring from the ladder.",
)
