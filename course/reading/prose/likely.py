"""What a line was probably meant to be, by the lines around it: how far in it stands, and whether it is an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.reading.format.tables import LISTS, NAMES, TOLD
from course.reading.problems.lines import LINE
from course.reading.problems.problem import Edit
from course.reading.prose import slips
from course.reading.prose.extents import NO_NAME, Extents, indent

_BLOCK = re.compile(r"[|>][-+]?\s*")
"""The sign of a text on lines of its own."""
_IN_BRACES = re.compile(r"\{[\w-]+: ")
_FARTHEST = 100
"""Lines among which another item of a list is looked for."""


def listed(lines: Extents, number: int, line: str) -> bool:
    """Whether a line may be an item of a list: in line with one above it, or with one below it under a name."""
    item = slips.OTHER_DASH.match(line)
    if not item:
        return False
    above, below, column = _above(lines, number), lines[lines.ahead(number + 1)], indent(line)
    if item_above(lines, number, column):
        return True
    match = LINE.match(above)
    if match is None or match["value"]:
        return False
    texts_or_records = NAMES.get(match["name"] or "") or _IN_BRACES.match(item[3])
    if match["name"] in LISTS and texts_or_records and item[2] and column > match.start("name"):
        return True
    if match["name"] in TOLD and item[2] and column >= match.start("name"):
        return _is_dash_elsewhere(lines, item) or _is_list(lines, number, column)
    if _BLOCK.fullmatch(item[3]) and indent(below) > column:
        return match["name"] in LISTS
    return match["name"] in LISTS and line[: len(item[1]) + 1] == below[: len(item[1]) + 1]


def is_text_of_list(lines: Extents, number: int, line: str) -> bool:
    """Whether a line that begins with a dash and goes on with a text stands where one of a list would: below or above
    another one, or alone under a name that holds such texts."""
    match = LINE.fullmatch(line)
    if match is None or match["name"] or not match["dashes"]:
        return False
    column = indent(line)
    if item_above(lines, number, column):
        return True
    above, below = LINE.match(_above(lines, number)), lines[lines.ahead(number + 1)]
    if above is None or above["value"] or (above["name"] not in LISTS and above["name"] not in TOLD):
        return False
    if column < above.start("name") or (column == above.start("name") and above["dashes"]):
        return False
    if above["name"] in LISTS and NAMES[above["name"]]:
        return True
    return indent(below) == column and slips.begins_item(below)


def is_item(lines: Extents, number: int, body: str, column: int) -> bool:
    """Whether what a line holds is an item of a list, if it stands in that column: one above has its dash there."""
    return body[:2] == "- " and item_above(lines, number, column)


def begins_so(lines: Extents, number: int, line: str, value: str, depth: int) -> bool:
    """Whether an item that holds no colon may begin with a field all the same: another sign stands in its place, fields
    go on below it, or the item above it begins with one."""
    if value[0] in NO_NAME or slips.other_colon(line):
        return value[0] not in NO_NAME
    column = indent(lines[number])
    if lines.begins_field(lines[number + 1], depth) and indent(lines[number + 1]) > column:
        return True
    for at in range(number - 1, max(0, number - _FARTHEST), -1):
        if lines[at].strip() and indent(lines[at]) <= column:
            return lines[at][column : column + 2] == "- " and lines.begins_field(lines[at])
    return False


def item_above(lines: Extents, number: int, column: int) -> bool:
    """Whether the line above, or the item that it is the last of, has its dash in that column."""
    for at in range(number - 1, max(0, number - _FARTHEST), -1):
        line = lines[at]
        if line.strip() and indent(line) <= column:
            return line[column : column + 2] == "- " and not line[:column].strip()
    return False


def _is_list(lines: Extents, number: int, column: int) -> bool:
    """Whether one of the items from a line on, in that column, begins with a field or is a text on lines of its own, or
    one has its dash: then they are no lines of a text, but passages."""
    for at in range(number, min(number + _FARTHEST, lines.end)):
        line = lines[at]
        if line.strip() and indent(line) < column:
            return False
        item = slips.OTHER_DASH.fullmatch(line.rstrip("\n"))
        sound = line[column : column + 2] == "- " and indent(line) == column
        if sound or (item and len(item[1]) == column and (item[4] in NAMES or _BLOCK.fullmatch(item[3]))):
            return True
    return False


def _is_dash_elsewhere(lines: Extents, item: re.Match[str]) -> bool:
    """Whether the sign that an item begins with stands before a field somewhere: then it is the file's dash."""
    sign = re.escape(item[0][item.end(1) : item.start(2)])
    fields = re.finditer(rf"^ *{sign}[ \t]+(\w[\w-]*):(?:\s|$)", lines.written.text, re.MULTILINE)
    return any(each[1] in NAMES for each in fields)


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
