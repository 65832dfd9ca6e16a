"""How much contact is right: the limits of a course as authors write them, and what is made of them."""

from __future__ import annotations

from course.model import Due, Limit, Limits
from course.reading.format.fields import Field, Id, Items, Number, One, Refs, Table, Text, Values, made
from course.reading.problems.positions import Spot, Spots
from course.reading.problems.problem import Findings


def limits(values: Values, spots: Spots, findings: Findings) -> Limits:
    """The limits of a course. A number without what it means to go past it would judge nothing; and each contact that
    is due is of another kind."""
    if "most" in spots and "too-many" not in spots:
        mend = "Add too-many: with the rule that it breaks and because:, or take most out."
        findings.add("missing", spots["most"], "most sets a limit, but nothing says what it breaks.", mend)
    first: dict[str, Spot] = {}
    for number, due in enumerate(values.get("due", ())):
        written = spots.within["due", number]
        if due.kind in first:
            message = f"{due.kind} is due twice, and only the first would count."
            also = [findings.place(first[due.kind])]
            findings.add("duplicate-id", written["kind"], message, "Keep one of them.", also=also)
        elif due.kind:
            first[due.kind] = written[""]
    return Limits(**values)


_limit = made(Limit, breaks=())


def _due(values: Values, _spots: Spots, _findings: Findings) -> Due:
    """A kind of contact that is due, and what it means when it does not come."""
    limit = Limit(values.pop("breaks", ()), values.pop("because", ""))
    return Due(limit=limit, **{"kind": "", "by": 0, **values})


LIMIT = Table(
    "limit",
    (
        Field("breaks", Refs("rule"), "the rule it breaks to go past it", "one-or-two", required=True),
        Field("because", Text(), "one sentence of why", "A third within the week is one too many.", required=True),
    ),
)


def _field(name: str, about: str) -> Field:
    example = "\nbreaks: one-or-two\nbecause: That is one too many."
    return Field(name, One(LIMIT, _limit), f"the rule that it breaks to {about}, and why", example)


DUE = Table(
    "due contact",
    (
        Field("kind", Id(), "the kind of contact, as at a way in the calendar", "thanks", required=True),
        Field("by", Number(0, 30), "the last day on which the first of its kind is in time", "2", required=True),
        Field("say", Text(), "what learners read when it did not come in time", "No thank-you in the first days"),
        *LIMIT.fields,
    ),
)

LIMITS = Table(
    "set of limits",
    (
        Field("most", Number(1, 20), "so many contacts", "2"),
        Field("days", Number(1, 60), "in so many days; seven if you leave it out", "7"),
        _field("too-many", "make more contacts than that"),
        _field("same-day", "make two contacts on one day"),
        _field("no-contact", "make no contact at all"),
        Field(
            "due",
            Items(DUE, 1, 4, _due),
            "kinds of contact of which the first has to come in time",
            "\n- kind: thanks\n  by: 2\n  breaks: thanks\n  because: Later it reads like a reminder.",
        ),
    ),
)
