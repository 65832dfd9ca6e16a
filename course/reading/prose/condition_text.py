"""Conditions that are not written as conditions are: with other brackets or none, another sign, or another word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.reading.format.shared import CONDITION
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose import any_of
from course.reading.prose.misread import Misread

_AROUND = {"(": ")", "[": "]", "{": "}", "`": "`", '"': '"', "'": "'"}
_FIELDS = [field.name for field in CONDITION.fields]
_NAMES = "|".join(_FIELDS)
_WELL = re.compile(rf"""["']?(?:{_NAMES})["']?:\s+[^\s:][^:]*""")
_PIECE = re.compile(rf"""(not:?\s+)?["']?({_NAMES})["']?\s*(?:==?|:|\s)\s*["']?({any_of.VALUE})["']?""")
_COMMA = re.compile(r",(?![^\[]*\])\s*")
_BETWEEN = re.compile(rf"{_COMMA.pattern}|;\s*|&+|\s+and\s+|(?<!not)(?<!not:)\s+(?=(?:{_NAMES})\s*[:=])")
_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ALONE = re.compile(rf"{_ID}(/{_ID})?")
"""An id, or two: those of a scene and of an option of it, or of a pair and of a rule under it."""
WHICH = ("days", "to", "via", "kind")
"""The fields that say which contacts are counted."""
_NOT_AND_MORE = re.compile(rf"\bnot:? [^,}}]*,(?! *(?:{'|'.join(WHICH)}):)")
"""Of what is denied, nobody can tell how far it goes."""
_HOLDERS = frozenset(("when", "not"))
"""The fields that hold a condition."""


def meant(name: str, value: str) -> str:
    """The condition that stands behind such a name, as it should be written; `""` if it is well written, or if nobody
    can tell."""
    if name not in _HOLDERS or "[{" in value or value.count("{") > 1:
        return ""
    inner = value.strip()
    signs = ""
    while len(inner) > 1 and _AROUND.get(inner[0]) == inner[-1] and inner[0] not in inner[1:-1]:
        signs, inner = signs + inner[0], inner[1:-1].strip()
    if signs == "{" and all(_WELL.fullmatch(each) for each in _COMMA.split(inner) if each) and " or " not in inner:
        return ""
    several = [_group(each) for each in re.split(r"\s+or\s+|\s*\|+\s*", inner)]
    if not all(several):
        return ""
    return several[0] if len(several) == 1 else f"{{any: [{', '.join(several)}]}}"


def misread(name: str, lines: Sequence[str]) -> Misread | None:
    """What is wrong with the value of such a name, if it is a condition that is written otherwise."""
    if len(lines) != 1:
        return None
    if (name == "any" or "any:" in lines[0]) and (found := any_of.misread(name, lines[0])):
        return found
    better = meant(name, lines[0])
    if not better:
        return None
    message = "This is not how a condition is written."
    ask = not _same_letters(lines[0], better) or bool(_NOT_AND_MORE.search(lines[0]))
    return Misread("wrong-kind", 0, 0, message, (better,), f"Write {name}: {better}.", ask=ask)


def _same_letters(value: str, better: str) -> bool:
    """Whether only signs are others, so that nobody can doubt what was meant."""
    return re.sub(r"\W", "", value) == re.sub(r"\W", "", better)


def mend(name: str, value: str) -> str:
    """What to do where nobody can tell what was meant."""
    inner = value.strip("{}()[]`\"' ")
    if alone := _ALONE.fullmatch(inner):
        if alone[1]:
            return f"Write {name}: {{chose: {inner}}}; if it is a rule, broke: or followed: in the place of chose:."
        return (
            f"Say what of {inner} has to be so: {name}: {{chose: {inner}}} if it is an option, {{been: {inner}}} if it "
            f"is a scene, {{broke: {inner}}} or {{followed: {inner}}} if it is a rule."
        )
    return f"Write what has to be so in braces, such as {name}: {{chose: call}}, with the name of an option of yours."


def is_id_in_braces(value: str) -> bool:
    """Whether it is an id in braces, and no field of a condition."""
    inner = value.strip("{} ")
    return value[:1] + value[-1:] == "{}" and inner not in _FIELDS and _ALONE.fullmatch(inner) is not None


def guessed(number: int, line: str, column: int, value: str, findings: Findings) -> Meant | None:
    """The condition that may be meant by an id alone: what is no scene and no rule may be an option. Whether there is
    one of that name is seen when the text is read with it."""
    inner = value.strip("{}()[]`\"' ")
    if not _ALONE.fullmatch(inner) or inner in findings.rules:
        return None
    name = "been" if re.search(rf"^ {{2,4}}{inner}:\s*$", findings.text, re.MULTILINE) else "chose"
    return Meant((Edit(number, line, f"{line[: column - 1]}{{{name}: {inner}}}"),), ask=True)


def _group(text: str) -> str:
    """Several things that have to be so, in braces; `""` if they cannot be told apart."""
    pieces = [_PIECE.fullmatch(each.strip()) for each in _BETWEEN.split(text) if each.strip()]
    found: list[str] = []
    for each in pieces:
        if each is None:
            return ""
        said, counted = f"{each[2]}: {each[3]}", found[-1] if found else ""
        if each[2] in WHICH and not each[1] and counted.startswith("not: {contacts: "):
            found[-1] = f"{counted[:-1]}, {said}}}"  # which contacts are counted there
        else:
            found.append(f"not: {{{said}}}" if each[1] else said)
    return f"{{{', '.join(found)}}}" if found else ""
