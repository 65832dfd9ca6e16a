"""What several field tables use: messages, contacts, branches, how somebody lived through it; and what builds them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from course.model import ALWAYS, Branch, Condition, Contact, Medium, Seen
from course.reading.fields import (
    NAME,
    Arrivals,
    Field,
    Items,
    Number,
    One,
    OneOf,
    Ref,
    Refs,
    Table,
    Text,
    Values,
    Way,
    made,
)
from course.reading.positions import Spot, Spots
from course.reading.problems import Findings
from course.reading.suggest import one_of

_MOST_RULES = 12


def condition(values: Values, spots: Spots, findings: Findings) -> Condition:
    """A condition. Days make sense only where contacts are counted."""
    if "days" in values and "contacts" not in spots:
        message = "days says how far back to count contacts, but none are counted here."
        findings.add("branch-order", spots["days"], message, "Add contacts: with a number, or take days out.")
    return Condition(**values)


def needs_rule(what: str, follows: Collection[str], breaks: Collection[str], spots: Spots, findings: Findings) -> None:
    """Report what neither follows nor breaks a rule."""
    if follows or breaks:
        return
    written = [spots[name] for name in ("follows", "breaks") if name in spots]
    if not written:
        message = f"This {what} neither follows nor breaks a rule, so it cannot be scored."
        findings.add("missing", spots[""], message, f"Add follows: or breaks: with {a_rule(findings)}.")
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
        findings.add("wrong-count", where, "next holds no branch.", "Write next: and the id of a scene.")
        return
    if len(branches) > most:
        findings.add("wrong-count", where, f"next holds more than {most} branches.", "Take some out.")
        return
    *earlier, last = branches
    for each, spots in zip(earlier, written, strict=False):
        if each.when == ALWAYS and _is_empty(spots):
            message = "This branch has no condition, so those after it can never be taken."
            mend = "Give it when: and a condition, or make it the last."
            if "when" in spots:
                message = "when: holds no condition here, so the branches after this one can never be taken."
                mend = "Write one under it, such as broke: and a rule; or take when: out, and make it the last branch."
            findings.add("branch-order", spots.get("when", spots[""]), message, mend)
    if last.when != ALWAYS:
        message = "The last branch has a condition; when it does not hold, the scenario has no way on."
        findings.add(
            "branch-order", written[-1][""], message, "Add one more branch under it with next: and nothing else."
        )


def _is_empty(branch: Spots) -> bool:
    """Whether it is written without a condition."""
    inside = branch.within.get(("when", ""))
    return "when" not in branch or (inside is not None and not inside.keys() - {""})


SWITCH = OneOf({"on": True, "off": False})

MESSAGE = Table(
    "message",
    (
        Field("from", NAME, "who sent it", "Dana Whitfield", into="sender"),
        Field("subject", NAME, "the subject of an e-mail", "Where we are"),
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
        Field("as", NAME, "the words of the contact log, if not made of these two", "e-mail to Dana", into="words"),
    ),
)


def contact_field(otherwise: str = "") -> Field:
    """The field of a contact; `otherwise` says what is put down if it is left out."""
    about = f"what to put down in the contact log: a text, or to whom and by which medium{otherwise}"
    return Field("contact", One(CONTACT, made(Contact), "words"), about, "e-mail to Dana")


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
        Field(
            "when",
            One(CONDITION, condition),
            "what has to be so; several things together mean all of them",
            "{contacts: 3}",
        ),
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
    Items(SEEN, 1, 6, made(Seen, by="", text="")),
    "how people on the other side lived through it, for the view from the other side",
    "\n- by: dana\n  text: She hears it ring from the ladder.",
)

NEXT = Field("next", Way(BRANCH, 20), "the scene that follows, or a list of branches", "monday", required=True)
