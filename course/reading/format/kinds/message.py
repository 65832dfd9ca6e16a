"""The exercise kind `message`, as authors write it."""

from __future__ import annotations

from course.model import Contact, Medium
from course.model.record import Record, replace
from course.reading.format.fields import NAME, Field, Id, Items, One, OneOf, Refs, Table, Text, Values, WrittenKind
from course.reading.format.shared import (
    ARRIVES,
    EITHER_WAY,
    KNOW,
    NEXT,
    OFFERED,
    SEEN_FIELD,
    SWITCH,
    contact_field,
    needs_rule,
    not_both,
    told,
)
from course.reading.problems.positions import Spots
from course.reading.problems.problem import Findings
from course.reading.problems.suggest import one_of


def alternative(values: Values, spots: Spots, findings: Findings) -> Record:
    from course.model.kinds.message import Alternative  # only once a scene is read: not before the first page

    needs_rule("alternative", values.get("follows", ()), values.get("breaks", ()), spots, findings)
    not_both("alternative", values, spots, findings)
    return Alternative(**values)


def part(values: Values, _spots: Spots, _findings: Findings) -> Record:
    from course.model.kinds.message import Part

    return Part(**{"alternatives": (), **values})


def message_in_parts(values: Values, spots: Spots, findings: Findings) -> Record:
    medium = values.get("medium", Medium.EMAIL)
    found = values.setdefault("parts", ())
    for part in () if medium.traits.subject else found:
        if part.subject:
            having = one_of(each.value for each in Medium if each.traits.subject)
            message = f"This is a {medium}, and a subject is only for: {having}."
            findings.add("bad-value", spots.of("parts", part.id, "place"), message, "Take place: subject out.")
    noted: Contact | None = values.get("contact")
    if noted is not None and noted.medium is None:
        values["contact"] = replace(noted, medium=medium)
    from course.model.kinds.message import MessageInParts

    return MessageInParts(**values)


ALTERNATIVE = Table(
    "alternative",
    (
        Field("id", Id(), "only if you want to reword it and keep learners' history tied to it", "dear-dana"),
        Field("say", Text(), "the words that go into the message", "Dear Dana,", required=True),
        Field("omit", SWITCH, "on, if nothing goes into the message; say then only names this alternative", "on"),
        Field("follows", Refs("rule"), "the rule it follows, or a list of them", "gracious"),
        Field("breaks", Refs("rule"), "the rule it breaks, or a list of them", "[gracious, give-time]"),
        told(
            "happens",
            "what the person who receives it thinks at this line",
            "She signed with her first name too.",
        ),
        told("because", "one sentence of why", "It is how she signed to you.", required=True),
        OFFERED,
        EITHER_WAY,
        KNOW,
    ),
    any_of=("follows", "breaks", "either-way"),
)

PART = Table(
    "part",
    (
        Field("title", NAME, "one or two words", "Greeting", required=True),
        Field(
            "place",
            OneOf({"body": False, "subject": True}),
            "where it goes; body if you leave it out",
            "subject",
            into="subject",
        ),
        Field("paragraph", SWITCH, "on, if it begins a new paragraph", "on"),
        Field(
            "alternatives",
            Items(ALTERNATIVE, 2, 4, alternative, "say"),
            "two to four ways to word it",
            "\n- say: Dear Dana,\n  follows: gracious\n  because: It is how she signed to you.",
            required=True,
        ),
    ),
)

MESSAGE = Table(
    "message to write",
    (
        Field(
            "medium",
            OneOf({medium.value: medium for medium in Medium if medium.traits.written}),
            "what is written; an email if you leave it out",
            "voicemail",
        ),
        Field("to", NAME, "who receives it", "Dana Whitfield", required=True),
        Field("subject", NAME, "the subject of an email, where no part is one", "Thank you"),
        Field("from", NAME, "the signature; in a voicemail, who says so, and from which number", "Sam", into="sender"),
        contact_field(),
        Field(
            "parts",
            Items(PART, 2, 6, part, "title"),
            "two to six parts, in the order in which they stand in the message",
            "\n- title: Greeting\n  alternatives: …",
            required=True,
        ),
        told("happens", "what happens once it has been read to the end", "She puts the phone away."),
        Field("arrives", ARRIVES, "a message that comes back", "\nvoicemail: Thank you, I have it."),
        KNOW,
        SEEN_FIELD,
        NEXT,
    ),
)

KIND = WrittenKind(
    name="message",
    fields=(
        Field(
            "message",
            One(MESSAGE, message_in_parts),
            "instead of choices: an email, note or voicemail to put together out of parts",
            "\nto: Dana Whitfield\nparts:\n  - title: Greeting\n    alternatives: …\nnext: monday",
        ),
    ),
    tables=(MESSAGE, PART, ALTERNATIVE),
    guide={
        "A message to write": (MESSAGE, "Under `message:` in a scene."),
        "A part": (PART, "Under `parts:`, each begins with a dash."),
        "An alternative": (ALTERNATIVE, "Under `alternatives:`, each begins with a dash."),
    },
)
