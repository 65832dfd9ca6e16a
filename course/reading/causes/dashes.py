"""A dash before every field, as if each line of a list's item were an item of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from course.model.record import replace
from course.reading.causes.anew import LONGEST, errors, read_anew
from course.reading.format.tables import NAMES
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose.extents import indent

_FIELD = re.compile(r"( *)- ([a-z-]+):(?:\s.*)?")
_BESIDE = re.compile(r" *([a-z-]+):(?:\s.*)?")
"""A field of an item that has no dash."""
_FEWEST = 4
"""Fields of one item that have a dash."""


def one_for_each_item(findings: Findings, read: Callable[[Findings], object]) -> None:
    """Say once that there are too many dashes, if less is wrong without them. `read` reads another text in the file's
    place."""
    if len(findings.text) > LONGEST:
        return
    lines = findings.text.split("\n")
    tries = _without(lines, _FEWEST - 1), _without(lines, 1)
    if not all(tries):
        return
    tried = [(edits, read_anew(findings, lines, edits, read)) for edits in tries]
    edits, other = min(tried, key=lambda each: errors(each[1]))
    if errors(other) >= errors(findings):
        return
    first, more = edits[0].number, len(edits) - 1
    message = "A dash begins an item of a list, and here each of its fields has one."
    mend = (
        f"Leave the first, and put two spaces in the place of this one; so too on {more} more line{'s' * (more > 1)}."
    )
    reported = Findings(findings.file, findings.text)
    reported.add("misaligned", (first, indent(edits[0].old) + 1), message, mend, meant=Meant(tuple(edits), ask=True))
    left = [replace(each, meant=None) for each in other.found]  # which nobody has tried
    findings.found = sorted([*reported.found, *left], key=lambda each: each.place)


class _Item:
    """The item that is being looked through: the column of its dashes, its fields, and their lines without a dash."""

    def __init__(self, column: int, first: str) -> None:
        self.column = column
        self.names = [first]
        self.others: list[Edit] = []


def _without(lines: list[str], fewest: int) -> list[Edit]:
    """The lines of items in which each field has a dash, all but the first, without it; `fewest` are so many that
    nobody could have meant them for items."""
    found: list[Edit] = []
    around: list[_Item] = []
    for number, line in enumerate([*lines, "end:"], 1):
        match = _FIELD.fullmatch(line)
        dashed = match is not None and match[2] in NAMES
        if not line.strip():
            continue
        while around and indent(line) < around[-1].column + (not dashed):
            found += _enough(around.pop(), fewest)
        if match is None or not dashed:
            beside = _BESIDE.fullmatch(line)
            if beside and around and indent(line) == around[-1].column + 2:
                around[-1].names.append(beside[1])
            continue
        if around and around[-1].column == indent(line) and match[2] not in around[-1].names:
            around[-1].names.append(match[2])
            around[-1].others.append(Edit(number, line, f"{match[1]}  {line[len(match[1]) + 2 :]}"))
            continue
        if around and around[-1].column == indent(line):
            found += _enough(around.pop(), fewest)
        around.append(_Item(indent(line), match[2]))
    return sorted(found, key=lambda each: each.number)


def _enough(item: _Item, fewest: int) -> list[Edit]:
    return item.others if len(item.others) >= fewest else []
