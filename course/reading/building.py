"""From values to records of the model, with the problems that only show when a record's fields are seen together."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from fractions import Fraction
from typing import Any

from course.model import (
    Branch,
    Choice,
    Choices,
    Course,
    Ending,
    Head,
    Medium,
    Message,
    Pair,
    Rule,
    Scenario,
    Scene,
    Side,
    Spot,
)
from course.reading.fields import FAILED, Spots, Values
from course.reading.problems import Findings
from course.reading.suggest import slug

FORMAT = 1


def rule(values: Values, spots: Spots, findings: Findings) -> Any:  # noqa: ARG001
    return Rule(values["id"], values["do"], values["dont"], Side(values["side"]), spots=spots)


def pair(values: Values, spots: Spots, findings: Findings) -> Any:  # noqa: ARG001
    rules = tuple(replace(each, pair=values["id"]) for each in values["rules"].values())
    return Pair(values["id"], values["do"], values["dont"], values.get("about", ""), rules, spots)


def course(values: Values, spots: Spots, findings: Findings) -> Any:
    if values["format"] != FORMAT:
        message = f"This course is written in format {values['format']}; this Fine Line reads format {FORMAT}."
        findings.add(
            "format-version", spots["format"], message, "Update Fine Line, or set format to 1.", meant="format: 1"
        )
        return FAILED
    return Course(
        id=values.get("id", ""),
        title=values["title"],
        pairs=tuple(values["pairs"].values()),
        rules=tuple(values.get("rules", {}).values()),
        version=values.get("version", ""),
        about=values.get("about", ""),
        pass_mark=Fraction(values.get("pass", 80), 100),
        extra_minute=values.get("extra-minute", "on") == "on",
        order=values.get("scenarios", ()),
        spots=spots,
    )


def message(values: Values, spots: Spots, findings: Findings) -> Any:  # noqa: ARG001
    """A message whose medium `arrives` knows; until then it is silence."""
    return Message(Medium.SILENCE, values["text"], values.get("from", ""), values.get("subject", ""))


def short_message(text: str, at: Spot) -> Message:  # noqa: ARG001
    return Message(Medium.SILENCE, text)


def arrives(values: Values, spots: Spots, findings: Findings) -> Any:
    """The messages in the order in which they were written; only a silence may say nothing."""
    found = [replace(each, medium=Medium(medium)) for medium, each in values.items()]
    for each in found:
        if not each.text.strip() and each.medium is not Medium.SILENCE:
            findings.add("empty", spots[each.medium], f"The {each.medium} says nothing.", "Write what it says.")
            return FAILED
    return tuple(found)


def straight_on(text: str, at: Spot) -> tuple[Branch, ...]:
    return (Branch(text, spots={"": at, "go": at}),)


def branch(values: Values, spots: Spots, findings: Findings) -> Any:
    if "days" in values and "contacts" not in values:
        mend = "Add contacts, the number of them, or take days out."
        findings.add("missing", spots["days"], "days says over how many days contacts are counted.", mend)
        return FAILED
    return Branch(values["go"], values.get("contacts"), values.get("days"), values.get("broke", ()), spots)


def choice(values: Values, spots: Spots, findings: Findings) -> Any:
    if not values.get("follows") and not values.get("breaks"):
        mend = "Add follows or breaks, with the id of a rule in course.yaml."
        findings.add("missing", spots[""], "This choice neither follows nor breaks a rule.", mend)
        return FAILED
    if not _branches_hold(values["next"], findings):
        return FAILED
    return Choice(
        id=values.get("id", ""),
        say=values["say"],
        follows=values.get("follows", ()),
        breaks=values.get("breaks", ()),
        contact=values.get("contact", ""),
        happens=values.get("happens", ""),
        arrives=values.get("arrives", ()),
        because=values["because"],
        next=values["next"],
        spots=spots,
    )


def _branches_hold(branches: tuple[Branch, ...], findings: Findings) -> bool:
    """Whether the last branch, and only the last, is without conditions."""
    *before, last = branches
    for each in before:
        if each.contacts is None and not each.broke:
            message = "This branch has no condition, so those after it are never taken."
            findings.add("branch-order", each.spots[""], message, "Give it contacts or broke, or move it to the end.")
            return False
    if last.contacts is not None or last.broke:
        message = "The last branch has a condition, so there may be no way on."
        findings.add("branch-order", last.spots[""], message, "Add a last branch with go alone.", meant="- go: SCENE")
        return False
    return True


def scene(values: Values, spots: Spots, findings: Findings) -> Any:
    choices: tuple[Choice, ...] | None = values.get("choices")
    ending = values.get("ending")
    if (choices is None) == (ending is None):
        message = (
            "This scene has both choices and an ending." if choices else "This scene has neither choices nor an ending."
        )
        mend = "A scene has choices, or ending: assertive, pushy or quiet; one of the two."
        findings.add("missing" if choices is None else "wrong-count", spots[""], message, mend)
        return FAILED
    body: Choices | Ending
    if choices is None:
        body = Ending(Side(str(ending)))
    else:
        body = Choices(_with_ids(choices, findings), values.get("order", "shuffled") == "shuffled")
    arriving = values.get("arrives", ())
    content = repr((values["text"], arriving, body)).encode("utf-8", "replace")
    return Scene(
        id=values["id"],
        text=values["text"],
        body=body,
        title=values.get("title", ""),
        day=values.get("day"),
        arrives=arriving,
        discuss=values.get("discuss", ()),
        minutes=values.get("minutes"),
        revision=hashlib.blake2b(content, digest_size=6).hexdigest(),
        spots=spots,
    )


def _with_ids(choices: tuple[Choice, ...], findings: Findings) -> tuple[Choice, ...]:
    """The choices, each with an id of its own: the given one, or the first words of what it says."""
    taken: dict[str, Spot] = {}
    result = []
    for number, each in enumerate(choices, 1):
        given = each.id
        name = given or slug(each.say) or f"choice-{number}"
        if given in taken:
            also = [findings.place(taken[given])]
            findings.add(
                "duplicate-id", each.spots["id"], f'Two choices here have the id "{given}".', "Rename one.", also=also
            )
        while name in taken:
            name += "-2"
        taken[name] = each.spots.get("id", each.spots[""])
        result.append(each if given == name else replace(each, id=name))
    return tuple(result)


def head(values: Values, spots: Spots, file: str) -> Head:
    """A scenario's head; without an id of its own it goes by its file's name."""
    stem = file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return Head(
        id=values.get("id") or slug(stem, words=12) or "scenario",
        title=values.get("title", stem),
        file=file,
        pair=values.get("pair", ""),
        other=values.get("with", ""),
        summary=values.get("summary", ""),
        minutes=values.get("minutes"),
        interview=values.get("interview", ""),
        start=values.get("start", ""),
        discuss=values.get("discuss", ()),
        spots=spots,
    )


def scenario(values: Values, spots: Spots, findings: Findings) -> Any:
    return Scenario(head(values, spots, findings.file), values["scenes"])
