"""Conditions that say something else than was meant, or nothing: two ids where one is read, nobody counted, an id of
another sort. What is advised goes into braces as well as on lines of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from course.reading.format.shared import CONDITION
from course.reading.format.tables import ITEMS
from course.reading.problems.lines import LINE
from course.reading.problems.positions import Spot
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.problems.suggest import nearest, some
from course.reading.prose.any_of import ASKS, as_list
from course.reading.prose.condition_text import WHICH
from course.reading.yaml.parsing import TEXT, Event, spot

_ID = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?")
_ASKS = "|".join(ASKS)
_BEFORE = re.compile(rf"(?<![\w-])({_ASKS}): *(\[?)$")
_OR = re.compile(r"(?<![\w-])or(?![\w-])|[|]")
_BESIDE = re.compile(rf"(?<![\w-])({_ASKS}): +([a-z0-9/-]+(?: *, *[a-z0-9/-]+)+)(?= *[,}}])")
_WHICH = rf"(?:{'|'.join(WHICH)}): *[\w-]+"
_NONE = re.compile(rf"(?<![\w-])((?:{_WHICH}, *)*)contacts: *0((?: *, *{_WHICH})*)(?= *[,}}])")


def in_braces(where: Spot, findings: Findings) -> bool:
    """Whether braces or brackets are open on the line there."""
    before = findings.corrected[where[0]][: where[1] - 1]
    return any(before.count(opening) > before.count(closing) for opening, closing in ("{}", "[]"))


def keep_one(key: Event, event: Event, first: Spot, table: str, findings: Findings) -> str:
    """What to do about a field that stands there already; in an item of a list another one may begin."""
    name, (number, column) = key[1], spot(key)
    line, keep = findings.corrected[number], "Keep one of the two."
    if number != first[0] and line == findings.corrected[first[0]] and " " in line.partition(": ")[2].strip():
        return keep
    dash = f"If another {table} begins here, put a dash and a space before it. {keep}"
    if table != CONDITION.name:
        return keep if table not in ITEMS or in_braces((number, column), findings) else dash
    was = _ID.match(findings.corrected[first[0]], first[1] - 1)
    its = LINE.fullmatch(findings.corrected[first[0]])
    listed = its is not None and bool(its["dashes"]) and its["name"] == name
    if not in_braces((number, column), findings) and listed:
        return dash
    if was is None or event[0] is not TEXT or not _ID.fullmatch(event[1]) or name not in ASKS:
        return keep
    either = any_of((f"{name}: {was[0]}", f"{name}: {event[1]}"))
    return f"If both have to be so, write {name}: [{was[0]}, {event[1]}]; if one of them is enough, write {either}."


def any_of(conditions: Iterable[str]) -> str:
    """Several conditions of which one is enough."""
    return f"any: {as_list(conditions)}"


def either(id: str, ids: Sequence[str], where: Spot, findings: Findings) -> tuple[str, str, Meant | None] | None:
    """What is wrong where a condition asks for one thing or another in words, what to do, and what was meant; None
    where it does not. A list would ask for both."""
    line = findings.corrected[where[0]]
    before = _BEFORE.search(line[: where[1] - 1])
    if before is None or not _OR.search(id):
        return None
    name, end = before[1], where[1] - 1 + len(id)
    better = any_of([f"{name}: {each}" for each in ids])
    message = f"{name}: asks for ids, and nothing is called {' or '.join(ids)}."
    mend = f"In the place of {name}: and these ids, write {better}: one of them is enough then."
    closed = not before[2] or line[end : end + 1] == "]"
    if line[where[1] - 1 : end] != id or not closed:
        return message, mend, None
    new = f"{line[: before.start()]}{better}{line[end + len(before[2]) :]}"
    return message, mend, Meant((Edit(where[0], line, new),), ask=True)


def beside(key: Event, findings: Findings) -> tuple[str, str, Meant] | None:
    """What is wrong with an id that stands in braces behind another one, what to do, and what was meant; None if it
    is something else."""
    number, column = spot(key)
    line = findings.corrected[number]
    for found in _BESIDE.finditer(line):
        if found.start(2) < column - 1 < found.end():
            ids = [each.strip() for each in found[2].split(",")]
            better = f"{found[1]}: [{', '.join(ids)}]"
            message = f"{found[1]}: names several ids here, and a list of them needs brackets."
            mend = f"Write {better}, if all of them have to be so; if one of them is enough, write "
            mend += f"{any_of([f'{found[1]}: {each}' for each in ids])}."
            new = f"{line[: found.start()]}{better}{line[found.end() :]}"
            return message, mend, Meant((Edit(number, line, new),), better, ask=True)
    return None


def none_so_far(where: Spot, findings: Findings) -> tuple[str, str, Meant | None]:
    """What is wrong where no contacts are counted, what to do, and what was meant."""
    line = findings.corrected[where[0]]
    message = "contacts: counts so many or more, and 0 or more there always are."
    for found in _NONE.finditer(line):
        if found.start() < where[1] - 1 <= found.end():
            better = f"not: {{{found[1]}contacts: 1{found[2]}}}"
            new = f"{line[: found.start()]}{better}{line[found.end() :]}"
            mend = f"If there must have been none, write {better} in the place of {found[0]}."
            return message, mend, Meant((Edit(where[0], line, new),), ask=True)
    mend = "If there must have been none, write not: {contacts: 1}; what says which are counted goes into these braces."
    return message, mend, None


_SORTS = {"scene": "been", "option": "chose"}
"""The field that asks for each."""
_ANY_RULE = ("broke", "followed")


def another_sort(
    to: str, name: str, where: Spot, ids: Mapping[str, Collection[str]], findings: Findings
) -> tuple[str, str, Meant | None] | None:
    """What is wrong where an id of another sort stands in a condition, what to do, and what was meant."""
    line = findings.corrected[where[0]]
    before = _BEFORE.search(line[: where[1] - 1])
    kind = next((each for each in ("scene", "option", "rule") if each != to and name in ids.get(each, ())), "")
    if not kind or before is None:
        return None
    is_, wants = ("an " if each == "option" else "a " for each in (kind, to))
    message = f"{name} is {is_}{kind}, and {before[1]}: asks for {wants}{to}."
    if kind == "rule":
        either = " or ".join(f"{each}: {name}" for each in _ANY_RULE)
        return message, f"Write {either}.", None
    right = _SORTS[kind]
    mend = f"Write {right}: {name}."
    if before[2]:
        return message, f"Take it out of the list, and ask for it with {right}: {name}.", None
    new = f"{line[: before.start()]}{right}{line[before.end(1) :]}"
    return message, mend, Meant((Edit(where[0], line, new),), ask=True)


def no_such_option(id: str, where: Spot, known: Collection[str], findings: Findings) -> tuple[str, str, Meant | None]:
    """What is wrong with scene/option where there is no such option, what to do, and what may be meant."""
    scene, _, option = id.partition("/")
    scenes = list(dict.fromkeys(each.partition("/")[0] for each in known if "/" in each))
    there = [each.partition("/")[2] for each in known if each.startswith(f"{scene}/")]
    others = [each for each in known if each.endswith(f"/{option}")]
    meant = ""
    message = f"The scene {scene} has no option called {option}."
    if there:
        near = nearest(option, there)
        meant = f"{scene}/{near}" if near else ""
        mend = f"Its options are {some(there)}." if len(there) > 1 else f"Its only option is {there[0]}."
    else:
        message = f"There is no scene called {scene} that has options."
        near = nearest(scene, scenes)
        right = nearest(option, [each.partition("/")[2] for each in known if each.startswith(f"{near}/")])
        meant = f"{near}/{right}" if near and right else ""
        mend = f"Those that have some are {some(scenes)}."
    if len(others) == 1 and not meant:
        meant = others[0]
    if meant in others:
        mend = f"The scene {meant.partition('/')[0]} has one: write {meant}."
    return message, mend, findings.instead(where, id, meant)
