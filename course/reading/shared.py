"""The field tables that several others use: messages, contacts, branches, and how somebody lived through it."""

from __future__ import annotations

from course.model import Medium
from course.reading.fields import Arrivals, Field, Items, Number, One, OneOf, Ref, Refs, Table, Text, TextOrOne

MESSAGE = Table(
    "message",
    (
        Field("from", Text(), "who sent it", "Dana Whitfield", into="sender"),
        Field("subject", Text(), "the subject of an e-mail", "Where we are"),
        Field("text", Text(), "what it says", "Can you come in on Monday?", required=True),
    ),
)

ARRIVES = Arrivals(MESSAGE, {medium.value: medium for medium in Medium})

CONTACT = Table(
    "contact",
    (
        Field("to", Ref("person"), "one of the scenario's people", "dana", into="person", required=True),
        Field(
            "via",
            OneOf({medium.value: medium for medium in Medium if not medium.traits.wordless}),
            "by which medium",
            "email",
            into="medium",
        ),
        Field("as", Text(), "the words of the contact log, if not made of these two", "e-mail to Dana", into="words"),
    ),
)


def contact_field(otherwise: str = "") -> Field:
    """The field of a contact; `otherwise` says what is put down if it is left out."""
    about = f"what to put down in the contact log: a text, or to whom and by which medium{otherwise}"
    return Field("contact", TextOrOne(CONTACT), about, "e-mail to Dana")


CONDITION = Table(
    "condition",
    (
        Field("contacts", Number(1, 99), "so many contacts or more, this one included", "3"),
        Field("days", Number(1, 365), "count only those of the last so many days", "7"),
        Field("broke", Refs("rule"), "each of these rules has been broken already, or missed in a sort", "unannounced"),
    ),
)

BRANCH = Table(
    "branch",
    (
        Field("when", One(CONDITION), "what has to be so; several things together mean all of them", "{contacts: 3}"),
        Field("next", Ref("scene"), "the scene that follows", "monday", required=True),
    ),
)

SEEN = Table(
    "view",
    (
        Field("by", Ref("person"), "one of the scenario's people", "dana", required=True),
        Field("text", Text(), "how they lived through it", "She hears it ring from the ladder.", required=True),
    ),
)

SEEN_FIELD = Field(
    "seen",
    Items(SEEN, 1, 6),
    "how people on the other side lived through it, for the other side of the desk",
    "\n- by: dana\n  text: She hears it ring from the ladder.",
)
