"""What a line was probably meant to be, by the lines around it: how far in it stands, and whether it is an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.reading import slips
from course.reading.extents import Extents, indent
from course.reading.lines import LINE
from course.reading.problems import Edit
from course.reading.tables import LISTS


def listed(lines: Extents, number: int, line: str) -> bool:
    """Whether a line may be an item of a list: in line with one above it, or with one below it under a name."""
    if not slips.OTHER_DASH.match(line):
        return False
    above, below, column = _above(lines, number), lines[number + 1], indent(line)
    if above[column : column + 2] == "- ":
        return not above[:column].strip()
    match = LINE.match(above)
    alike = line[: column + 1] == below[: column + 1]
    return alike and match is not None and not match["value"] and match["name"] in LISTS


def likely(lines: Extents, number: int, tabs: Sequence[Edit]) -> int | None:
    """How far a line that begins a field is probably indented: as far as the field below it, or above it. Of a line
    with a dash, it is the name behind that which stands as far in. `tabs` are the lines so far that had some."""
    line, below = lines[number], lines[number + 1]
    field = line.lstrip()
    spaces = line.removesuffix(field)
    if not spaces.strip(" ") or not lines.begins_field(field):
        return None
    as_tabs = len(spaces.expandtabs(2))
    above = _above(lines, number)
    dashed = re.match(r" *- +", above)
    ends_list = dashed and lines.begins_field(above.lstrip(" -")) and as_tabs == dashed.end()
    if _in_tabs(lines, number, tabs) or ends_list:
        return as_tabs  # the latter is the last of a list's fields, with the next field further left
    dashes = len(field) - len(field.lstrip("- "))
    found: list[int] = []
    for near in (below, "" if above.endswith((":", "|", ">")) else above):
        body = near.lstrip(" ")
        inset = len(near) - len(body)
        if 0 < inset >= dashes and body[:1] not in "-\t" and lines.begins_field(body):
            found.append(inset - dashes)
    return as_tabs if as_tabs in found else next(iter(found), None)


def _above(lines: Extents, number: int) -> str:
    """The last line before one that holds more than a comment."""
    return lines[lines.above(number)].rstrip()


def _in_tabs(lines: Extents, number: int, tabs: Sequence[Edit]) -> bool:
    """Whether the line above was indented with tabs, of two columns each."""
    if not tabs or tabs[-1].number != lines.above(number):
        return False
    return len(tabs[-1].old[: indent(tabs[-1].old)].expandtabs(2)) == indent(tabs[-1].new)
