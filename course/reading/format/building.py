"""Records out of the values that authors wrote: the checks that concern more than one field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from course.model import Course, Ending, Line, Pair, Person, PersonDay, Rule, Scene, Side
from course.model.record import replace
from course.reading.format.fields import Values
from course.reading.format.kinds import EXERCISES, KINDS
from course.reading.problems.positions import Spot, Spots
from course.reading.problems.problem import Findings

LOST = "…"
"""Stands for a text that is missing, in a course that is played all the same."""
ENDING_ONLY = ("flip", "better", "wait", "ask_day", "soonest")
"""Fields of a scene that only an ending has."""
_BODY = {"ending", *ENDING_ONLY, *(field.attribute for kind in KINDS for field in kind.fields)}
"""What of a scene goes into its exercise or its ending."""


def pair(values: Values, _spots: Spots, _findings: Findings) -> Pair:
    """A pair, whose rules learn which pair is theirs."""
    rules = tuple(replace(each, pair=values["id"]) for each in values.pop("rules", {}).values())
    return Pair(rules=rules, **{"do": LOST, "dont": LOST, **values})


def line(values: Values, spots: Spots, findings: Findings) -> Line:
    """The names on the line. They have to differ."""
    names = [str(values[side]).casefold() for side in Side if side in values]
    if len(set(names)) < len(names):
        message = "Two places on the line have one name, so nobody could tell them apart."
        findings.add("bad-value", spots[""], message, "Give each a name of its own.")
        return Line()
    return Line(**values)


def course(id: str, values: Values, spots: Spots, findings: Findings) -> Course:
    """The course. A rule's id is unique in all of it."""
    values.pop("format", None)
    values["pairs"] = tuple(values.pop("pairs", {}).values())
    values["rules"] = tuple(values.pop("rules", {}).values())
    values["sources"] = tuple(values.pop("sources", {}).values())
    given: Values = {"id": id, "title": id} | values
    built = Course(**given)
    seen: dict[str, Rule] = {}
    for each in (*built.rules, *(each for pair in built.pairs for each in pair.rules)):
        first = seen.setdefault(each.id, each)
        if first is not each:
            message = f"There are two rules called {each.id}; scenarios could not tell which one they mean."
            also = [findings.place(_rule_spot(first, spots))]
            findings.add("duplicate-id", _rule_spot(each, spots), message, "Give one of them another id.", also=also)
    return built


def _rule_spot(rule: Rule, spots: Spots) -> Spot:
    return spots.of("pairs", rule.pair, "rules", rule.id) if rule.pair else spots.of("rules", rule.id)


def scene(values: Values, spots: Spots, findings: Findings) -> Scene:
    """A scene, which holds exactly one of the bodies there are."""
    scene_id = values["id"]
    written = [name for name in (*EXERCISES, "ending") if name in spots]
    if not written:
        message = f"The scene {scene_id} has neither an exercise nor an ending, so the scenario would stop here."
        mend = f"Add {':, '.join(EXERCISES)}:, or close the scenario with ending: and a place on the line."
        findings.add("dead-end", spots[""], message, mend)
    elif len(written) > 1:
        written.sort(key=spots.__getitem__)
        first, second = written[:2]
        message = f"The scene {scene_id} has both {first} and {second}."
        mend = "Keep one of the two. A scene with an ending closes the scenario."
        if "next" in written:
            other = first if second == "next" else second
            mend = f"Move next: further in, under {other}:. By itself it is for a scene that asks nothing."
            if other == "choices":
                mend = "Take this next: out, and write one in each choice that has none."
            elif other == "ending":
                mend = "Keep one of the two: with ending: the scenario closes here, with next: it goes on."
        if not _left_empty(written, spots, findings):
            findings.add("wrong-count", spots[second], message, mend, also=[findings.place(spots[first])])
    if written == ["ending"] and "ending" not in values:
        findings.needed(spots["ending"])
    for name in ENDING_ONLY:
        if name in spots and "ending" not in spots:
            message = f"{name.replace('_', '-')}: belongs to an ending, and the scene {scene_id} has none."
            findings.add("out-of-place", spots[name], message, "Take it out, or give the scene an ending.")
    exercises = [kind.exercise(values) if kind.exercise else values[kind.name] for kind in KINDS if kind.name in values]
    ending = {name: values[name] for name in ENDING_ONLY if name in values}
    body = exercises[0] if exercises and "ending" not in written else Ending(values.get("ending", Side.RIGHT), **ending)
    own = {name: value for name, value in values.items() if name not in _BODY}
    return Scene(body=body, **({"text": ""} | own))


def _left_empty(written: Sequence[str], spots: Spots, findings: Findings) -> bool:
    """Whether one of several exercises of a scene was reported as empty, which is then all that is the matter."""
    for number, each in enumerate(findings.found):
        name = next((name for name in written if each.message.startswith(f"{name}: is empty")), "")
        if name and each.code == "empty" and spots[name] == (each.place.line, each.place.column):
            other = next(each for each in written if each != name)
            mend = f"Take this line out: the scene has {other}: already. Or take that out, and go on here."
            findings.found[number] = replace(each, mend=mend)
            return True
    return False


def _unread(numbers: Iterable[int], spots: Spots, findings: Findings) -> bool:
    """Whether one of these days of a person is no number, which is said already."""
    at = {spots.within["days", each].get("day") for each in numbers if ("days", each) in spots.within}
    said = ((each.place.line, each.place.column) for each in findings.found if each.code in ("wrong-kind", "empty"))
    return not at.isdisjoint(said)


def person(values: Values, spots: Spots, findings: Findings) -> Person:
    """Somebody on the other side, whose days stand in order."""
    days: tuple[PersonDay, ...] = values.get("days", ())
    for number, (before, after) in enumerate(pairwise(days)):
        if after.day <= before.day and not _unread((number, number + 1), spots, findings):
            message = f"After day {before.day} comes day {after.day}; the days of a person stand in order, each once."
            findings.add("bad-value", spots["days"], message, "Put them in order.")
            break
    return Person(**{"name": values["id"], **values})
