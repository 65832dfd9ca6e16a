"""What several field tables use: messages, contacts, branches, how somebody lived through it; and what builds them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import force_setattr

from course.model import ALWAYS, Branch, Condition, Contact, Contacts, Medium, Seen, Sent
from course.model.record import replace
from course.reading.format.fields import (
    NAME,
    Arrivals,
    Facts,
    Field,
    Id,
    Items,
    Number,
    One,
    OneOf,
    Ref,
    Refs,
    Table,
    Text,
    Told,
    Values,
    Way,
    made,
)
from course.reading.problems.positions import Spot, Spots
from course.reading.problems.problem import Findings
from course.reading.problems.suggest import one_of

_MOST_RULES = 12

_COUNTED = {"days": "days", "to": "person", "via": "medium", "kind": "kind"}
"""The fields of a condition that say which contacts are counted, with the attribute of each."""


def condition(values: Values, spots: Spots, findings: Findings) -> Condition:
    """A condition. What says which contacts are meant makes sense only where contacts are counted."""
    which = {attribute: values.pop(attribute) for attribute in _COUNTED.values() if attribute in values}
    least = values.pop("contacts", None)
    if which and "contacts" not in spots:
        name = next(name for name, attribute in _COUNTED.items() if attribute in which)
        message = f"{name} says which contacts to count, but none are counted here."
        findings.add("branch-order", spots[name], message, f"Add contacts: with a number, or take {name} out.")
    return Condition(contacts=None if least is None else Contacts(least, **which), **values)


def needs_rule(what: str, follows: Collection[str], breaks: Collection[str], spots: Spots, findings: Findings) -> None:
    """Report what neither follows nor breaks a rule, unless people differ there; and what does though they differ."""
    if "either-way" in spots:
        if follows or breaks:
            touched = "follows" if follows else "breaks"
            message = f"This {what} is marked either-way: people differ here. So it neither follows nor breaks a rule."
            findings.add("out-of-place", spots["either-way"], message, f"Take either-way: out, or {touched}:.")
        return
    if follows or breaks:
        return
    written = [spots[name] for name in ("follows", "breaks") if name in spots]
    if not written:
        message = f"This {what} neither follows nor breaks a rule, so it cannot be scored."
        mend = f"Add follows: or breaks: with {a_rule(findings)}. Where people differ, add either-way: on instead."
        findings.add("missing", spots[""], message, mend)
    for each in written:
        findings.needed(each)


def not_both(what: str, values: Values, spots: Spots, findings: Findings) -> None:
    """Report a rule that something both follows and breaks."""
    for rule in values.get("follows", ()):
        if rule in values.get("breaks", ()):
            message = f"This {what} both follows and breaks {rule}, and it can only do one of the two."
            findings.add("bad-value", spots["breaks"], message, f"Take {rule} out of follows: or of breaks:.")


def a_rule(findings: Findings) -> str:
    """What to write where a rule belongs: the id of one that this course has."""
    rules = list(findings.rules)
    more = ", …" if len(rules) > _MOST_RULES else ""
    return f"the id of a rule: {one_of(rules[:_MOST_RULES])}{more}" if rules else "the id of a rule from course.yaml"


def check_branches(
    branches: Sequence[Branch], written: Sequence[Spots], most: int, where: Spot, findings: Findings
) -> None:
    """Each branch but the last needs a condition, and the last may have none, so that there is always a way on. Of a
    condition that is `written` and could not be read, no more is said."""
    if not branches:
        findings.add("wrong-count", where, "next: holds no branch.", "Write next: and the id of a scene.")
        return
    if len(branches) > most:
        findings.add("wrong-count", where, f"next: holds more than {most} branches.", "Take some out.")
        return
    *earlier, last = branches
    for each, spots in zip(earlier, written, strict=False):
        if each.when == ALWAYS and "when" not in spots:
            message = "This branch has no condition, so those after it can never be taken."
            mend = "Give it when: and a condition, or make it the last."
            findings.add("branch-order", spots[""], message, mend)
    if last.when != ALWAYS:
        message = "The last branch has a condition; when it does not hold, the scenario has no way on."
        findings.add(
            "branch-order", written[-1][""], message, "Add one more branch under it with next: and nothing else."
        )


SWITCH = OneOf({"on": True, "off": False})

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
        Field("as", NAME, "the words of the contact log, if not made of these two", "email to Dana", into="words"),
        Field("day", Number(0, 365), "the day on which it goes out, if that is another; counted from day 0", "5"),
    ),
)


def contact_field(otherwise: str = "") -> Field:
    """The field of a contact; `otherwise` says what is put down if it is left out."""
    about = f"what to put down in the contact log: a text, or to whom and by which medium{otherwise}"
    return Field("contact", One(CONTACT, made(Contact), "words"), about, "email to Dana")


def sent(values: Values, spots: Spots, findings: Findings) -> Sent:
    """A contact that a scene tells of: to one of its people, or in words of the author's."""
    if "to" not in spots and "as" not in spots:
        mend = "Add to: and one of the scenario's people; or as: and the words of the contact log."
        findings.add("missing", spots[""], "This contact says neither to whom it went nor what it was.", mend)
    more = {name: values.pop(name) for name in ("when", "answered") if name in values}
    return Sent(Contact(**values), **more)


CONDITION = Table("condition", ())
_CONDITION = One(CONDITION, condition)
force_setattr(
    CONDITION,
    "fields",
    (
        Field(
            "been", Refs("scene"), "each of these scenes has been come through, or is the one that stands here", "lot"
        ),
        Field(
            "chose",
            Refs("option"),
            "each of these options has been taken; where several scenes have it, scene/option",
            "call",
        ),
        Field("broke", Refs("rule"), "each of these rules has been broken already, or missed in a sort", "unannounced"),
        Field("followed", Refs("rule"), "each of these rules has been followed, or seen through in a sort", "thanks"),
        Field("contacts", Number(1, 99), "so many contacts or more, this one included", "3"),
        Field("days", Number(1, 365), "count only contacts of the last so many days; today is the first of them", "7"),
        Field("to", Ref("person"), "count only contacts to this one of the scenario's people", "dana", into="person"),
        Field(
            "via",
            OneOf({medium.value: medium for medium in Medium if not medium.traits.wordless}),
            "count only contacts by this medium",
            "email",
            into="medium",
        ),
        Field("kind", Id(), "count only contacts of this kind, as ways of a calendar have it", "thanks"),
        Field("not", _CONDITION, "what must not be so", "{broke: unannounced}", into="opposite"),
        Field(
            "any",
            Items(CONDITION, 2, 9, condition),
            "at least one of these is so",
            "\n- been: lot\n- chose: call",
        ),
    ),
)
"""A condition may hold others, so its table is put into itself."""

WHEN = Field("when", _CONDITION, "what has to be so; several things together mean all of them", "{contacts: 3}")

SENT = Table(
    "sent contact",
    (
        *(replace(each, required=False) for each in CONTACT.fields),
        replace(WHEN, about="what has to be so for it to have been made"),
        Field("answered", SWITCH, "on, if what arrives in the scene answers it, and so stands behind it", "on"),
    ),
)

PASSAGE = Table(
    "passage",
    (
        replace(WHEN, about="what has to be so for it to be told; it always is if you leave it out"),
        Field("text", Text(), "what is told then", "She has your note on the desk.", required=True),
        Field(
            "else", Text(), "what is told otherwise; nothing if you leave it out", "Her desk is bare.", into="otherwise"
        ),
        Field("paragraph", SWITCH, "on, if it begins a new paragraph; off, if it goes on in the one before", "off"),
    ),
)


def told(name: str, about: str, example: str, *, required: bool = False, paragraphs: bool = False) -> Field:
    """A field for what learners read: one text, or a list of passages."""
    return Field(name, Told(PASSAGE, paragraphs), about, example, required)


FACT = Table(
    "fact",
    (
        Field("text", Text(), "the fact, as short as can be", "You'll have an answer Wednesday.", required=True),
        Field("day", Number(0, 365), "the day that it is about, on which the week shows it; from day 0", "5"),
        replace(WHEN, about="what has to be so for it to be learned; it always is if you leave it out"),
        Field("else", Text(), "what is learned otherwise; nothing if you leave it out", "Ask Dana.", into="otherwise"),
    ),
)

KNOW = Field("know", Facts(FACT), "a short fact that is learned here, or a list of them", "Answer by Wednesday")

OFFERED = replace(WHEN, about="what has to be so for it to be offered, as the scene is come to")

EITHER_WAY = Field(
    "either-way", SWITCH, "on, if people differ here: it follows and breaks nothing, and because says how they do", "on"
)

MESSAGE = Table(
    "message",
    (
        Field("from", NAME, "who sent it", "Dana Whitfield", into="sender"),
        Field("subject", NAME, "the subject of an email", "Where we are"),
        told("text", "what it says", "Can you come in on Monday?", required=True),
        replace(WHEN, about="what has to be so for it to come"),
        Field("day", Number(0, 365), "the day on which it came, if that is another; from day 0", "5", into="came"),
        KNOW,
    ),
)

ARRIVES = Arrivals(MESSAGE, {medium.value: medium for medium in Medium})

BRANCH = Table(
    "branch",
    (
        WHEN,
        Field("next", Ref("scene"), "the scene that follows", "monday", required=True),
    ),
)

SEEN = Table(
    "view",
    (
        Field("by", Ref("person"), "one of the scenario's people", "dana", required=True),
        told("text", "how they lived through it", "She hears it ring from the ladder.", required=True),
    ),
)

SEEN_FIELD = Field(
    "seen",
    Items(SEEN, 1, 6, made(Seen, by="", text="")),
    "how people on the other side lived through it, for the view from the other side",
    "\n- by: dana\n  text: She hears it ring from the ladder.",
)

NEXT = Field("next", Way(BRANCH, 20), "the scene that follows, or a list of branches", "monday", required=True)
