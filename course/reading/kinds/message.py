"""The exercise kind `message`, as authors write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.model import Contact, Medium
from course.model.record import replace
from course.reading.fields import Field, Id, Items, One, OneOf, Refs, Table, Text, Way
from course.reading.kinds.kind import WrittenKind
from course.reading.naming import Read, Values, with_ids
from course.reading.positions import Spots
from course.reading.problems import Findings
from course.reading.shared import ARRIVES, BRANCH, SEEN_FIELD, contact_field

if TYPE_CHECKING:
    from course.model.kinds.message import Alternative, Part, Writing


def alternatives(read: list[Read], findings: Findings) -> tuple[Alternative, ...]:
    """The ways to word a part."""
    for _, spots in read:
        if "follows" not in spots and "breaks" not in spots:
            message = "This alternative neither follows nor breaks a rule, so it cannot be scored."
            mend = "Add a line such as follows: gracious, or breaks: give-time, with the id of a rule from course.yaml."
            findings.add("missing", spots[""], message, mend)
    from course.model.kinds.message import Alternative  # only once a scene is read: not before the first page

    return tuple(Alternative(**values) for values, _ in with_ids(read, "alternative", findings))


def parts(read: list[Read], findings: Findings) -> tuple[Part, ...]:
    """The parts of a message."""
    from course.model.kinds.message import Part

    for values, _ in read:
        values.setdefault("alternatives", ())
    return tuple(Part(**values) for values, _ in with_ids(read, "part", findings, "title"))


def writing(values: dict[str, Any], spots: Spots, findings: Findings) -> Writing:
    """The message."""
    medium = values.get("medium", Medium.EMAIL)
    found: tuple[Part, ...] = values.setdefault("parts", ())
    for part in () if medium.traits.subject else found:
        if part.subject:
            message = f"Only an e-mail has a subject, and this is a {medium}."
            findings.add("bad-value", spots.of("parts", part.id, "place"), message, "Take place: subject out.")
    noted: Contact | None = values.get("contact")
    if noted is not None and noted.medium is None:
        values["contact"] = replace(noted, medium=medium)
    from course.model.kinds.message import Writing

    return Writing(**values)


def exercise(scene: Values) -> Writing:
    """The exercise."""
    found: Writing = scene["message"]
    return found


ALTERNATIVE = Table(
    "alternative",
    (
        Field("id", Id(), "only if you want to reword it and keep learners' history tied to it", "dear-dana"),
        Field("say", Text(), "the words that go into the message", "Dear Dana,", required=True),
        Field(
            "omit",
            OneOf({"on": True, "off": False}),
            "on, if nothing goes into the message; say then only names this alternative",
            "on",
        ),
        Field("follows", Refs("rule"), "the rule it follows, or a list of them", "gracious"),
        Field("breaks", Refs("rule"), "the rule it breaks, or a list of them", "[gracious, give-time]"),
        Field(
            "happens",
            Text(),
            "what the person who receives it thinks at this line",
            "She signed with her first name too.",
        ),
        Field("because", Text(), "one sentence of why", "It is how she signed to you.", required=True),
    ),
    any_of=("follows", "breaks"),
)

PART = Table(
    "part",
    (
        Field("title", Text(), "one or two words", "Greeting", required=True),
        Field(
            "place",
            OneOf({"body": False, "subject": True}),
            "where it goes; body if you leave it out",
            "subject",
            into="subject",
        ),
        Field("paragraph", OneOf({"on": True, "off": False}), "on, if it begins a new paragraph", "on"),
        Field(
            "alternatives",
            Items(ALTERNATIVE, 2, 4, alternatives),
            "two to four ways to word it",
            "\n- say: Dear Dana,\n  follows: gracious\n  because: It is how she signed to you.",
            required=True,
        ),
    ),
)

WRITING = Table(
    "message to write",
    (
        Field(
            "medium",
            OneOf({medium.value: medium for medium in Medium if medium.traits.written}),
            "what is written; an e-mail if you leave it out",
            "voicemail",
        ),
        Field("to", Text(), "who receives it", "Dana Whitfield", required=True),
        Field("subject", Text(), "the subject of an e-mail, where no part is one", "Thank you"),
        Field("from", Text(), "the signature", "Sam", into="sender"),
        contact_field(),
        Field(
            "parts",
            Items(PART, 2, 6, parts),
            "two to six parts, in the order in which they stand in the message",
            "\n- title: Greeting\n  alternatives: …",
            required=True,
        ),
        Field("happens", Text(), "what happens once it has been read to the end", "She puts the phone away."),
        Field("arrives", ARRIVES, "a message that comes back", "\nvoicemail: Thank you, I have it."),
        SEEN_FIELD,
        Field("next", Way(BRANCH, 20), "the scene that follows, or a list of branches", "monday", required=True),
    ),
)

KIND = WrittenKind(
    name="message",
    fields=(
        Field(
            "message",
            One(WRITING, writing),
            "instead of choices: an e-mail, note or voicemail to put together out of parts",
            "\nto: Dana Whitfield\nparts:\n  - title: Greeting\n    alternatives: …\nnext: monday",
        ),
    ),
    tables=(WRITING, PART, ALTERNATIVE),
    guide={
        "A message to write": (WRITING, "Under `message:` in a scene."),
        "A part": (PART, "Under `parts:`, each begins with a dash."),
        "An alternative": (ALTERNATIVE, "Under `alternatives:`, each begins with a dash."),
    },
    exercise=exercise,
)
