"""Records out of the values that authors wrote: the checks that concern more than one field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from course.model import Branch, Choice, Choices, Course, Ending, Exercise, Pair, Rule, Scene, Side, Spot
from course.reading.problems import Findings
from course.reading.suggest import slug

Values = dict[str, Any]
"""What was read of a record, by attribute; what is missing or unreadable is left out."""

Read = tuple[Values, dict[str, Spot]]
"""Those values, and where each stands."""

LOST = "…"
"""Stands for a text that is missing, in a course that is played all the same."""


def rule(id: str, values: Values, spots: dict[str, Spot], _findings: Findings) -> Rule:
    """A rule; its pair is filled in by the pair."""
    return Rule(id, values.get("do", LOST), values.get("dont", LOST), values.get("side", Side.PUSHY), spots=spots)


def pair(id: str, values: Values, spots: dict[str, Spot], _findings: Findings) -> Pair:
    """A pair, whose rules learn which pair is theirs."""
    rules = tuple(replace(each, pair=id) for each in values.pop("rules", {}).values())
    values = {"do": LOST, "dont": LOST} | values
    return Pair(id=id, rules=rules, spots=spots, **values)


def course(id: str, values: Values, spots: dict[str, Spot], findings: Findings) -> Course:
    """The course. A rule's id is unique in all of it."""
    values.pop("format", None)
    values["pairs"] = tuple(values.pop("pairs", {}).values())
    values["rules"] = tuple(values.pop("rules", {}).values())
    given: Values = {"id": id, "title": id} | values
    built = Course(spots=spots, **given)
    seen: dict[str, Rule] = {}
    for each in (*built.rules, *(each for pair in built.pairs for each in pair.rules)):
        first = seen.setdefault(each.id, each)
        if first is not each:
            findings.add(
                "duplicate-id",
                each.spots[""],
                f"There are two rules called {each.id}; scenarios could not tell which one they mean.",
                "Give one of them another id.",
                also=[findings.place(first.spots[""])],
            )
    return built


def branch(values: Values, spots: dict[str, Spot], findings: Findings) -> Branch:
    """A branch. Days make sense only where contacts are counted."""
    if "days" in values and "contacts" not in spots:
        findings.add(
            "branch-order",
            spots["days"],
            "days says how far back to count contacts, but this branch counts none.",
            "Add contacts: with a number, or take days out.",
        )
    values.setdefault("go", "")
    return Branch(spots=spots, **values)


def check_branches(branches: Sequence[Branch], most: int, where: Spot, findings: Findings) -> None:
    """Each branch but the last needs a condition, and the last may have none, so that there is always a way on."""
    if not branches:
        findings.add("wrong-count", where, "next holds no branch.", "Write next: and the id of a scene.")
        return
    if len(branches) > most:
        findings.add("wrong-count", where, f"next holds more than {most} branches.", "Take some out.")
        return
    *earlier, last = branches
    for each in earlier:
        if each.contacts is None and not each.broke:
            findings.add(
                "branch-order",
                each.spots[""],
                "This branch has no condition, so those after it can never be taken.",
                "Give it contacts: or broke:, or make it the last.",
            )
    if last.contacts is not None or last.broke:
        findings.add(
            "branch-order",
            last.spots[""],
            "The last branch has a condition; when it does not hold, the story has no way on.",
            "Add one more branch under it with go: and nothing else.",
        )


def choices(read: list[Read], findings: Findings) -> tuple[Choice, ...]:
    """The choices of a scene. Those without an id get one from their first words, unique in the scene."""
    taken: dict[str, Spot] = {}
    for values, spots in read:
        if (given := values.get("id")) is None:
            continue
        if given in taken:
            also = [findings.place(taken[given])]
            findings.add(
                "duplicate-id", spots["id"], f"Two choices have the id {given}.", "Change one of them.", also=also
            )
        else:
            taken[given] = spots["id"]
    built = []
    for values, spots in read:
        if "follows" not in spots and "breaks" not in spots:
            findings.add(
                "missing",
                spots[""],
                "This choice neither follows nor breaks a rule, so it cannot be scored.",
                "Add a line such as follows: thanks, or breaks: unannounced, with the id of a rule from course.yaml.",
            )
        say = values.setdefault("say", "")
        if "id" not in values:
            name = values["id"] = _free(slug(say) or "choice", taken)
            taken[name] = spots[""]
        built.append(Choice(spots=spots, **values))
    return tuple(built)


def _free(id: str, taken: Mapping[str, Spot]) -> str:
    if id not in taken:
        return id
    number = 2
    while f"{id}-{number}" in taken:
        number += 1
    return f"{id}-{number}"


def scene(id: str, values: Values, spots: dict[str, Spot], findings: Findings) -> Scene:
    """A scene, which holds exactly one of the bodies there are."""
    written = [name for name in BODIES if name in spots]
    if not written:
        findings.add(
            "dead-end",
            spots[""],
            f"The scene {id} has neither choices nor an ending, so the story would stop here.",
            f"Add choices:, or close the story with ending: {' or ending: '.join(Side)}.",
        )
    elif len(written) > 1:
        written.sort(key=spots.__getitem__)
        findings.add(
            "wrong-count",
            spots[written[1]],
            f"The scene {id} has both {written[0]} and {written[1]}.",
            "Keep one of the two. A scene with an ending closes the story.",
            also=[findings.place(spots[written[0]])],
        )
    shuffled = values.pop("shuffled", True)
    bodies = [BODIES[name](values.pop(name), shuffled) for name in BODIES if name in values]
    body = bodies[0] if bodies else Ending(Side.ASSERTIVE)
    values.setdefault("text", "")
    return Scene(id=id, body=body, spots=spots, **values)


BODIES: Mapping[str, Callable[[Any, bool], Exercise | Ending]] = {
    "choices": lambda read, shuffled: Choices(read, shuffled),
    "ending": lambda read, _shuffled: Ending(read),
}
"""What a scene may hold, of which it holds exactly one; another exercise kind is one more line."""

RECORDS: Mapping[str, Callable[[str, Values, dict[str, Spot], Findings], Any]] = {
    "rule": rule,
    "pair": pair,
    "course": course,
    "scene": scene,
}
"""What builds the records of a table, by the table's name."""

LISTS: Mapping[str, Callable[[list[Read], Findings], tuple[Any, ...]]] = {"choice": choices}
"""What builds a whole list of records at once, by the table's name."""
