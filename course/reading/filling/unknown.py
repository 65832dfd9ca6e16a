"""An id of something that is not there: a slip of the fingers, several ids where one is read, or something in it that
cannot be seen."""

from __future__ import annotations

import re
from collections.abc import Collection

from course.reading.format.tables import MANY
from course.reading.problems.positions import Spot
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.problems.suggest import LONGEST_ID, all_there_is, nearest, seen, some, unseen
from course.text.isolates import closed

Ref = tuple[str, str, Spot]
"""What something refers to: what that is, its id, and where it stands."""
ALSO = 3
"""Places that ask for something, and are named."""
_BETWEEN = re.compile(r"\s*[,;/+&|]\s*(?:and |or )?|\s+(?:(?:and|or)\s+)?")
_BRACED = re.compile(r"\{\s*([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*\}")
_BEFORE = re.compile(r"(?<![\w-])([a-z-]+):$")
"""The name that an id stands behind."""
_SCENE_AND_OPTION = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_SIGN_BETWEEN = re.compile("[,;/+&|]")
_ID_AND_MORE = re.compile(r"([a-z0-9-]+)(?:\s*\(.*\)|\s+[-–—].*|\s*[,;]\s+\S+\s.*)")
"""An id, and behind it what may be a note."""
_SHORT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_IDS = 12
_AROUND = " ()[]{}"
"""What may stand around them, or on one side."""


def named(text: str, most: int = 40) -> str:
    """What an author wrote, in quotes for a message, and not too much of it."""
    text = " ".join(text[: most * 4].split())
    return f'"{closed(text)}"' if len(text) <= most else f'"{closed(text[: most - 1])}…"'


def unknown(to: str, id: str, where: Spot, known: Collection[str], findings: Findings) -> None:
    """Report a reference to something that is not there."""
    code = f"unknown-{to}"
    if findings.full:
        findings.add(code, where, "", "")
        return
    if (bare := seen(id)) != id and bare in known:
        _report_unseen(to, id, bare, where, findings)
        return
    bare = re.sub(r"\.ya?ml$", "", id) if to == "scenario" else id  # which may be named by its file
    meant = bare if bare in known else nearest(id, known)
    from course.reading.filling import conditions  # only where something is wrong

    if to == "option" and _SCENE_AND_OPTION.fullmatch(id):
        message, mend, instead = conditions.no_such_option(id, where, known, findings)
        findings.add(code, where, message, mend, meant=instead)
        return
    if (more := _ID_AND_MORE.fullmatch(id)) and more[1] in known and not any(map(known.__contains__, id.split()[1:])):
        message = f"Behind {more[1]} there is more, and only an id belongs here."
        mend = f"Write {more[1]}; a note goes on a line of its own, behind a # and a space."
        findings.add(code, where, message, mend, meant=findings.instead(where, id, more[1]))
        return
    if (ids := _several(id, known)) and not ("/" in meant and "/" in id):  # an option of a scene is one id
        _report_several(to, id, ids, where, findings)
        return
    mend = f"Check the spelling, or write {article(to)} {to} of that id."
    if not known:
        mend = "There is none at all yet; write one first, or take this line out."
    elif not meant:
        mend = all_there_is(plural(to), to, known)
    elif id != meant == id.lower():
        mend = f"Ids are written in small letters: {meant}."
    message = f"There is no {to} called {named(id)}."
    findings.add(code, where, message, mend, meant=findings.instead(where, id, meant))


def article(to: str) -> str:
    """A or an, before such a word."""
    return "an" if to[0] in "aeiou" else "a"


def plural(to: str) -> str:
    """Several of what is called so."""
    return "people" if to == "person" else f"{to}s"


def _report_unseen(to: str, id: str, bare: str, where: Spot, findings: Findings) -> None:
    meant = findings.instead(where, id, bare)
    message = f"There is {unseen(id)} in this id of {article(to)} {to}, which is {bare} without it."
    findings.add(f"unknown-{to}", where, message, f"Delete all of it, and type {bare} again.", meant=meant)


def braced(where: Spot, findings: Findings) -> Meant | None:
    """The ids in braces that stand somewhere, in brackets; None if there stands something else."""
    line = findings.corrected[where[0]]
    match = _BRACED.match(line, where[1] - 1)
    if match is None:
        return None
    return Meant((Edit(where[0], line, f"{line[: where[1] - 1]}[{match[1]}]{line[match.end() :]}"),), ask=True)


def _several(id: str, known: Collection[str]) -> list[str]:
    """The ids in a text that holds more than one, such as `space, once` or `space and once`; none if it may be one."""
    found = [each for each in _BETWEEN.split(id[: LONGEST_ID * _MOST_IDS].strip(_AROUND)) if each]
    if len(found) < 2 or not all(_SHORT.fullmatch(each) for each in found):
        return []
    likely = [each in known or nearest(each, known) != "" for each in found]
    return found if all(likely) or (any(likely) and _SIGN_BETWEEN.search(id)) else []


def _report_several(to: str, id: str, ids: list[str], where: Spot, findings: Findings) -> None:
    """Report several ids in the place of one: none of them is lost."""
    from course.reading.filling import conditions  # only where something is wrong

    if found := conditions.either(id, ids, where, findings):
        message, mend, edit = found
        findings.add(f"unknown-{to}", where, message, mend, meant=edit)
        return
    line = findings.corrected[where[0]]
    before, listed = line[: where[1] - 1].rstrip(), ", ".join(ids)
    name = match[1] if (match := _BEFORE.search(before)) else ""
    meant: Meant | None = None
    if before[-1:] in ("[", ","):
        message = f"{some(ids)} stand in this list without a comma between them."
        mend, meant = f"Write {listed}.", findings.instead(where, id, listed)
    elif before[-1:] == "-":
        message = f"{some(ids)} stand in one line of this list."
        mend = "Write each on a line of its own, with a dash and a space before it."
    elif name in MANY:
        message = f"{name}: names {len(ids)} {plural(to)} here, and a list of them needs brackets."
        mend = f"Write {name}: [{listed}]."
        meant = None if line[where[1] - 1] in "\"'" else findings.instead(where, id, f"[{listed}]")
    else:
        message = f"There is room for one {to} here, and this names {len(ids)}: {some(ids)}."
        mend = "Leave one of them."
        if to == "scene" and name == "next":
            mend = "Leave one; or, if it depends on what went before, write a list of branches, each with its when:."
    findings.add(f"unknown-{to}", where, message, mend, meant=meant)
