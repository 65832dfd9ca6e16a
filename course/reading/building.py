"""Records out of the values that authors wrote: the checks that concern more than one field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from course.model import (
    ALWAYS,
    Branch,
    Condition,
    Contact,
    Course,
    Due,
    Ending,
    Limit,
    Limits,
    Pair,
    Person,
    PersonDay,
    Rule,
    Scene,
    Seen,
    Side,
)
from course.model.record import replace
from course.reading import kinds
from course.reading.kinds import BODIES
from course.reading.naming import Read, Values
from course.reading.positions import Spot, Spots
from course.reading.problems import Findings

LOST = "…"
"""Stands for a text that is missing, in a course that is played all the same."""


def rule(id: str, values: Values, _spots: Spots, _findings: Findings) -> Rule:
    """A rule; its pair is filled in by the pair."""
    return Rule(id, values.get("do", LOST), values.get("dont", LOST), values.get("side", Side.PUSHY))


def pair(id: str, values: Values, _spots: Spots, _findings: Findings) -> Pair:
    """A pair, whose rules learn which pair is theirs."""
    rules = tuple(replace(each, pair=id) for each in values.pop("rules", {}).values())
    values = {"do": LOST, "dont": LOST} | values
    return Pair(id=id, rules=rules, **values)


def course(id: str, values: Values, spots: Spots, findings: Findings) -> Course:
    """The course. A rule's id is unique in all of it."""
    values.pop("format", None)
    values["pairs"] = tuple(values.pop("pairs", {}).values())
    values["rules"] = tuple(values.pop("rules", {}).values())
    given: Values = {"id": id, "title": id} | values
    built = Course(**given)
    seen: dict[str, Rule] = {}
    for each in (*built.rules, *(each for pair in built.pairs for each in pair.rules)):
        first = seen.setdefault(each.id, each)
        if first is not each:
            findings.add(
                "duplicate-id",
                _rule_spot(each, spots),
                f"There are two rules called {each.id}; scenarios could not tell which one they mean.",
                "Give one of them another id.",
                also=[findings.place(_rule_spot(first, spots))],
            )
    return built


def _rule_spot(rule: Rule, spots: Spots) -> Spot:
    return spots.of("pairs", rule.pair, "rules", rule.id) if rule.pair else spots.of("rules", rule.id)


def condition(values: Values, spots: Spots, findings: Findings) -> Condition:
    """A condition. Days make sense only where contacts are counted."""
    if "days" in values and "contacts" not in spots:
        findings.add(
            "branch-order",
            spots["days"],
            "days says how far back to count contacts, but none are counted here.",
            "Add contacts: with a number, or take days out.",
        )
    return Condition(**values)


def branch(values: Values, _spots: Spots, _findings: Findings) -> Branch:
    """A branch."""
    values.setdefault("next", "")
    return Branch(**values)


def check_branches(
    branches: Sequence[Branch], starts: Sequence[Spot], most: int, where: Spot, findings: Findings
) -> None:
    """Each branch but the last needs a condition, and the last may have none, so that there is always a way on."""
    if not branches:
        findings.add("wrong-count", where, "next holds no branch.", "Write next: and the id of a scene.")
        return
    if len(branches) > most:
        findings.add("wrong-count", where, f"next holds more than {most} branches.", "Take some out.")
        return
    *earlier, last = branches
    for each, start in zip(earlier, starts, strict=False):
        if each.when == ALWAYS:
            findings.add(
                "branch-order",
                start,
                "This branch has no condition, so those after it can never be taken.",
                "Give it when: and a condition, or make it the last.",
            )
    if last.when != ALWAYS:
        findings.add(
            "branch-order",
            starts[-1],
            "The last branch has a condition; when it does not hold, the scenario has no way on.",
            "Add one more branch under it with next: and nothing else.",
        )


def scene(id: str, values: Values, spots: Spots, findings: Findings) -> Scene:
    """A scene, which holds exactly one of the bodies there are."""
    written = [name for name in (*BODIES, "ending") if name in spots]
    if not written:
        findings.add(
            "dead-end",
            spots[""],
            f"The scene {id} has neither an exercise nor an ending, so the scenario would stop here.",
            f"Add {', '.join(f'{name}:' for name in BODIES)}, or "
            f"close the scenario with ending: {' or ending: '.join(Side)}.",
        )
    elif len(written) > 1:
        written.sort(key=spots.__getitem__)
        findings.add(
            "wrong-count",
            spots[written[1]],
            f"The scene {id} has both {written[0]} and {written[1]}.",
            "Keep one of the two. A scene with an ending closes the scenario.",
            also=[findings.place(spots[written[0]])],
        )
    for name in ENDING_ONLY:
        if name in spots and "ending" not in spots:
            message = f"{name} belongs to an ending, and the scene {id} has none."
            findings.add("out-of-place", spots[name], message, "Take it out, or give the scene an ending.")
    found = {name: build(values.pop(name), values) for name, build in BODIES.items() if name in values}
    values.pop("shuffled", None)
    ending = {name: values.pop(name) for name in ENDING_ONLY if name in values}
    body = next(iter(found.values()), None) or Ending(values.pop("ending", Side.ASSERTIVE), **ending)
    values.pop("ending", None)
    values.setdefault("text", "")
    return Scene(id=id, body=body, **values)


def person(id: str, values: Values, spots: Spots, findings: Findings) -> Person:
    """Somebody on the other side, whose days stand in order."""
    days: tuple[PersonDay, ...] = values.pop("days", ())
    for before, after in pairwise(days):
        if after.day <= before.day:
            message = f"After day {before.day} comes day {after.day}; the days of a person stand in order, each once."
            findings.add("bad-value", spots["days"], message, "Put them in order.")
            break
    return Person(id, values.get("name", id), values.get("role", ""), days)


def limits(values: Values, spots: Spots, findings: Findings) -> Limits:
    """The limits of a course. A number without what it means to go past it would judge nothing."""
    if "most" in spots and "too-many" not in spots:
        mend = "Add too-many: with the rule that it breaks and because:, or take most out."
        findings.add("missing", spots["most"], "most sets a limit, but nothing says what it breaks.", mend)
    return Limits(**values)


def limit(values: Values, _spots: Spots, _findings: Findings) -> Limit:
    """One of them."""
    return Limit(values.get("breaks", ()), values.get("because", ""))


def due(read: list[Read], findings: Findings) -> tuple[Due, ...]:
    """What is due, each of another kind."""
    seen: dict[str, Spot] = {}
    for values, spots in read:
        kind = values.get("kind", "")
        first = seen.setdefault(kind, spots[""])
        if first != spots[""]:
            message = f"{kind} is due twice, and only the first would count."
            findings.add("duplicate-id", spots["kind"], message, "Keep one of them.", also=[findings.place(first)])
    return tuple(
        Due(values.get("kind", ""), values.get("by", 0), limit(values, spots, findings), values.get("say", ""))
        for values, spots in read
    )


def contact(values: Values, _spots: Spots, _findings: Findings) -> Contact:
    """A contact of which an author has said more than its words."""
    return Contact(**values)


ENDING_ONLY = ("flip", "better", "wait")
"""Fields of a scene that only an ending has."""

RECORDS: Mapping[str, Callable[[str, Values, Spots, Findings], Any]] = {
    "rule": rule,
    "pair": pair,
    "course": course,
    "scene": scene,
    "person": person,
}
"""What builds the records of a table, by the table's name."""

LISTS: Mapping[str, Callable[[list[Read], Findings], tuple[Any, ...]]] = {
    **kinds.LISTS,
    "due contact": due,
    "view": lambda read, _findings: tuple(Seen(values.get("by", ""), values.get("text", "")) for values, _ in read),
    "day": lambda read, _findings: tuple(PersonDay(values.get("day", 0), values.get("text", "")) for values, _ in read),
}
"""What builds a whole list of records at once, by the table's name."""

ONES: Mapping[str, Callable[[Values, Spots, Findings], Any]] = {
    **kinds.ONES,
    "condition": condition,
    "contact": contact,
    "set of limits": limits,
    "limit": limit,
}
"""What builds a record that stands alone, by the table's name."""

TEXTS: Mapping[str, Callable[[str], Any]] = {"contact": Contact}
"""What builds a record out of a text alone, by the table's name."""
