"""A dash before every field, as if each line of a list's item were an item of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from course.model.record import replace
from course.reading.codes import Level
from course.reading.extents import indent
from course.reading.problems import Edit, Findings, Meant
from course.reading.tables import NAMES

_FIELD = re.compile(r"( *)- ([a-z-]+):(?:\s.*)?")
_FEWEST = 4
"""Fields of one item that have a dash."""
_LONGEST = 100_000
"""Characters; a longer file is not read again."""


def one_for_each_item(findings: Findings, read: Callable[[Findings], object]) -> None:
    """Say once that there are too many dashes, if less is wrong without them. `read` reads another text in the file's
    place."""
    lines = findings.text.split("\n")
    edits = _without(lines) if len(findings.text) <= _LONGEST else []
    if not edits:
        return
    for edit in edits:
        lines[edit.number - 1] = edit.new
    other = Findings(findings.file, "\n".join(lines))
    read(other)
    if _errors(other) >= _errors(findings):
        return
    first, more = edits[0].number, len(edits) - 1
    message = "A dash begins an item of a list, and here each of its fields has one."
    mend = f"Leave the first, and put two spaces in the place of this one; so too on {more} more lines."
    reported = Findings(findings.file, findings.text)
    reported.add("misaligned", (first, indent(edits[0].old) + 1), message, mend, meant=Meant(tuple(edits), ask=True))
    left = [replace(each, meant=None) for each in other.found]  # which nobody has tried
    findings.found = sorted([*reported.found, *left], key=lambda each: each.place)


def _without(lines: list[str]) -> list[Edit]:
    """The lines of items in which each field has a dash, all but the first, without it."""
    found: list[Edit] = []
    item: list[Edit] = []
    column, first = -1, ""
    for number, line in enumerate([*lines, "end"], 1):
        match = _FIELD.fullmatch(line)
        if match and match[2] in NAMES and (len(match[1]), match[2]) != (column, first) and len(match[1]) == column:
            item.append(Edit(number, line, f"{match[1]}  {line[len(match[1]) + 2 :]}"))
        elif (line.strip() and indent(line) <= column) or match:
            if match and len(match[1]) > column and item:
                continue  # a list inside the item
            found += item if len(item) >= _FEWEST - 1 else []
            item = []
            column, first = (len(match[1]), match[2]) if match else (-1, "")
    return found


def _errors(findings: Findings) -> int:
    return sum(each.level is Level.ERROR for each in findings.found)
