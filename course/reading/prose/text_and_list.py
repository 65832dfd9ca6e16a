"""A text and a list under one name, of which YAML makes one text without a word, or nothing that can be read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.reading.format.tables import LISTS, MANY, NAMES, TOLD
from course.reading.problems.lines import LINE
from course.reading.prose.extents import SENTENCE_ENDS, Extents, indent, unended
from course.reading.prose.likely import is_item
from course.reading.prose.misread import Misread
from course.reading.prose.no_text import ID
from course.reading.prose.slips import DASHES, begins_item, missing_colon
from course.reading.prose.stray_signs import NUMBERS, WORD_ALONE

_NOTE = "If it is a note, put a # and a space before it."
_BESIDE_TEXT = frozenset(("day", "when", "else", "paragraph"))
"""What stands beside the text of a fact or a passage."""
_FAR = 100
"""Lines above one among which the name of its list is looked for."""
_OTHER_DASH = re.compile(rf"[{DASHES}][ \t]+")


def list_below(lines: Extents, number: int, name: str, first: str, start: int, depth: int) -> Misread | None:
    """What is wrong where a list begins right below a text that stands on the `first` line, that of its name."""
    value, dashed = first[start:].strip(), "- " in first[:start]
    if (name not in LISTS and name not in TOLD) or value.endswith(":"):
        return None  # which may be another field that was joined
    below = lines[lines.ahead(number + 1)]
    inset = indent(below)
    if not below.lstrip().startswith("- ") or not (inset > depth or (inset == depth and not dashed)):
        return None
    if name in TOLD and not (lines.begins_field(below) or value.endswith(SENTENCE_ENDS)):
        return None  # a text that goes on with a dash
    if name in WORD_ALONE:
        message = f"{name}: holds one word, and a list begins below it, whose own name seems to be lost."
        mend = "Put a line with that name and a colon above the list, such as discuss: above questions."
        end = number + 1
        while end < lines.end and (not lines[end].strip() or _in_list(lines[end], depth)):
            end += 1
        return Misread("wrong-kind", 0, 0, message, (value, *[""] * (end - number - 1)), mend, unsure=True)
    message = f"{name}: has a text on its own line already, and a list begins below it; it can be one of the two."
    mend = f"Take one of the two away: {value}, or the list."
    if NAMES[name]:
        mend = f"Put the text on a line of its own under {name}:, as the first of the list: - {value}"
    elif name in MANY:
        mend = f"Make it one of the list: put it on a line of its own under {name}:, as - {value}."
    return Misread("wrong-kind", 0, 0, message, ("",), mend, unsure=True)


def _in_list(line: str, depth: int) -> bool:
    """Whether a line is one of a list that stands under a name in that column."""
    return indent(line) > depth or line[depth : depth + 2] == "- "


def ids(lines: Extents, number: int) -> list[str]:
    """The lines from one on that hold nothing but an id in its column; none where there are not two."""
    found: list[str] = []
    while (line := lines[number + len(found)]) and ID.fullmatch(line.strip()) and indent(line) == indent(lines[number]):
        found.append(line)
    return found if len(found) > 1 else []


def no_dashes(lines: Sequence[str], name: str) -> Misread:
    """What is wrong with the items of a list that have no dashes."""
    corrected = tuple(f"{line[: indent(line)]}- {line.strip()}" for line in lines)
    message = f"These lines are a list under {name}:, and none of them has its dash."
    mend = "Put a dash and a space before each of them."
    return Misread("list-dash", 0, indent(lines[0]), message, corrected, mend)


def item_without_dash(lines: Extents, number: int, depth: int, above: re.Match[str], *, under: bool) -> Misread | None:
    """The first text of a list, right under the name that the line above holds, if the next one has its dash and this
    one has none; or a text anywhere in a list that has lost its name."""
    name = above["name"] or ""
    if not under:
        return _lost_name(lines, number, above) or _lost_text(lines, number)
    if name not in LISTS and name not in TOLD:
        return None
    if lost := _lost_text(lines, number, depth):
        return lost
    line, below = lines[number], lines[lines.ahead(number + 1)]
    inset = indent(below)
    if not below.lstrip().startswith("- ") or not depth < inset <= indent(line):
        return None
    if not NAMES.get(name) and not ID.fullmatch(line.strip()) and not lines.begins_field(line):
        message = f"This line stands between {name}: and the list that belongs to it, and is no part of either."
        note = f"{line[: indent(line)]}# {line.strip()}"
        return Misread("list-dash", 0, indent(line), message, ("",), f"{_NOTE} If not, delete it.", (note,), ask=True)
    return _lacks_dash(line, inset)


def _lost_text(lines: Extents, number: int, depth: int | None = None) -> Misread | None:
    """A text whose own name is lost, and the dash with it, if what may stand beside that name is right below it. It is
    the first of its list, whose name stands at that depth; or else there is an item above it."""
    line, below = lines[number], lines[lines.ahead(number + 1)]
    match, column = LINE.match(below), indent(below) - len("- ")
    if match is None or match["dashes"] or match["name"] not in _BESIDE_TEXT or _is_field(lines, line):
        return None
    if column < depth if depth is not None else not is_item(lines, number, "- ", column):
        return None
    if _goes_on_with_text(lines, number, match["name"]):
        return None
    message = f"This text has lost its own name and its dash: {match['name']}: below it belongs to an item of a list."
    mend = f"Put - text: before it, the dash in column {column + 1}."
    corrected = f"{' ' * column}- text: {line.strip()}"
    return Misread("list-dash", 0, indent(line), message, (corrected,), mend, ask=True)


def _goes_on_with_text(lines: Extents, number: int, below: str) -> bool:
    """Whether a line is the rest of the sentence above it, or of the text of the item above, to which the else: `below`
    it belongs: the condition for that stands there."""
    at = lines.above(number)
    match = LINE.match(lines[at])
    if match is None or not match["value"] or (match["name"] and not NAMES.get(match["name"], False)):
        return False
    if unended(lines[at].rstrip()) or lines[number].lstrip()[0].islower():
        return True
    item = lines[lines.above(at)]
    return below == "else" and match["name"] == "text" and item.lstrip(" -").startswith("when:")


def _is_field(lines: Extents, line: str) -> bool:
    """Whether a line begins a field, with its colon or without; or with what a mail program puts before it."""
    return lines.begins_field(line) or missing_colon(line) is not None or line.lstrip()[:2] == "> "


def _lost_name(lines: Extents, number: int, above: re.Match[str]) -> Misread | None:
    """A text that has lost its name, right below the condition under which it is told."""
    line = lines[number]
    if above["name"] != "when" or not above["dashes"] or indent(line) != above.start("name"):
        return None
    if ID.fullmatch(line.strip()) or begins_item(line) or _is_field(lines, line):
        return None
    message = "This text has lost its own name: it stands below the condition under which it is told."
    corrected = f"{line[: indent(line)]}text: {line.strip()}"
    return Misread("missing", 0, indent(line), message, (corrected,), "Put text: and a space before it.", ask=True)


def without_name(lines: Extents, number: int, line: str) -> Misread | None:
    """An item that has lost the name of its text, if what may stand beside that name is right below it."""
    below, at = LINE.match(lines[lines.ahead(number + 1)]), len(line) - len(line.lstrip(" -"))
    if below is None or below["dashes"] or below["name"] not in _BESIDE_TEXT or below.start("name") != at:
        return None
    if _is_field(lines, line) or (line[at : at + 1] not in ("'", '"') and ": " in line):
        return None  # of which YAML takes the beginning for a name
    message = f"This text has lost its own name: {below['name']}: below it belongs to the same item of the list."
    corrected = f"{line[:at]}text: {line[at:]}"
    return Misread("missing", 0, at, message, (corrected,), "Put text: and a space before it.", ask=True)


def item_beside(lines: Extents, number: int, text: tuple[int, int] | None) -> Misread | None:
    """A text in the column of the dashes of a list, whose item above is a text that is over: the `text` without quotes
    whose first line that is, or one in quotes right above it."""
    line, above = lines[number], lines[text[0] if text else lines.above(number)]
    body, over = line.strip(), lines[lines.above(number)].rstrip()
    whole = body.endswith(SENTENCE_ENDS) and not body[0].islower()
    if whole and (over.endswith(SENTENCE_ENDS) or _is_number(over)) and _beside_fields(lines, number):
        return _lacks_dash(line, indent(line))
    if not above.lstrip().startswith("- ") or indent(above) != indent(line) or lines.begins_field(above):
        return None
    both_ids = ID.fullmatch(body) and ID.fullmatch(above.strip(" -"))
    if not both_ids and (not over.endswith(SENTENCE_ENDS) or body[0].islower()):
        return None
    return _lacks_dash(line, indent(above))


def _is_number(line: str) -> bool:
    """Whether a line is a field that holds a number, with which an item may end."""
    match = LINE.fullmatch(line)
    return match is not None and match["name"] in NUMBERS


def _beside_fields(lines: Extents, number: int) -> bool:
    """Whether a line stands in the column of the dashes of a list of texts, of which the item above it is a group of
    fields."""
    column, fields = indent(lines[number]), False
    for at in range(number - 1, max(0, number - _FAR), -1):
        line = lines[at]
        if not line.strip() or line.lstrip()[0] == "#" or indent(line) > column:
            continue
        match = LINE.match(line)
        if match is not None and match["dashes"] and indent(line) == column:
            fields = fields or lines.begins_field(line)
            if not fields:
                return False
            continue
        name = match["name"] if match and not match["value"] else ""
        return fields and (name in TOLD or bool(name in LISTS and NAMES.get(name)))
    return False


def _lacks_dash(line: str, column: int) -> Misread:
    """What is wrong with a line that may be one of a list. A note that lost its sign looks the
    same, and nobody may make a text of that unasked."""
    message = "This line lacks its dash: it seems to be one of a list, as the lines around it are."
    mend = f"Put a dash and a space before it; the dash belongs in column {column + 1}."
    body = _OTHER_DASH.sub("", line.strip())
    ask = body == line.strip() and body[0] not in "\"'" and ID.fullmatch(body) is None
    if ask:
        mend = f"If it is one of them, put a dash and a space before it, the dash in column {column + 1}. {_NOTE}"
    if body != line.strip():
        message = "This line seems to be one of a list, and the sign before it is another than the dash of a list."
        mend = "Put a hyphen (-) and a space in its place."
    return Misread("list-dash", 0, indent(line), message, (f"{' ' * column}- {body}",), mend, ask=ask)
