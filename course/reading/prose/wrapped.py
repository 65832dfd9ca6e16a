"""Texts of which a line stands too far left, as mail programs leave them when they wrap long lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.reading.format.tables import NAMES, TABLES
from course.reading.problems.lines import LINE
from course.reading.problems.problem import Edit
from course.reading.prose import slips
from course.reading.prose.extents import IN, MARKED, Extents, indent, unended
from course.reading.prose.likely import item_above, listed
from course.reading.prose.misread import Misread, misread
from course.reading.prose.notes import in_quotes
from course.reading.yaml.outline import begins_field

_NO_TEXT = re.compile(r"---|\.\.\.|- |[\]{}%`#]|={3}|<{3}|\[(?!\d)|>(?! )")
"""What a line that goes on with a text does not begin with."""
_QUOTED = re.compile(r"> |\[\d[^\]]*\] ")
"""What a mail program or a chat window begins a line with: a sign, or the time."""
ANSWER = re.compile(r"\s*>+ (?:>+ )*(?=\S)")
"""What a mail program puts before what it quotes."""
_BLOCK = re.compile(r"[|>][-+1-9]{0,2}\s*")
_SIGN_AT_END = re.compile(r"\s[|>][-+1-9]{0,2}\s*$")
"""What is at the end of a line that begins a block, even if its colon is missing."""
_COLON = re.compile(r":(?:\s|$)")
_COLON_IN_SENTENCE = re.compile(r"\s*[^:]*\w[^:]* [^:]* [^:]*:")
"""A colon behind several words, so that they are no name."""
_WORD = re.compile(r"[\w-]+[.,;]?")
_ID_ALONE = re.compile(r"\s*[\w-]+:\s*")
_LONG = 50
"""Signs of a line after which a mail program may have wrapped it."""
NEITHER = (
    "This line has no name with a colon, and is not indented as part of the text above it.",
    "If it belongs to that text, indent it further than that text's name; if it is a field, begin it with a name, a "
    "colon and a space; if it is a note, put a # and a space before it.",
)
"""What is wrong with a line that is nothing, and what to do."""
COMMENT_INSIDE = (
    "YAML takes this line for a note, which ends the text above it; what follows would be lost.",
    "Move it above the text. If it is part of the text, indent it as far as the lines around it, with a | after the "
    "text's name.",
)
"""What is wrong with a note in the middle of a text, and what to do."""
_NAME = re.compile(r"\w[\w-]*")
_AT_THE_MARGIN = {table.name: frozenset(table.by_name) for table in TABLES if table.name in ("course", "scenario")}
"""The names of the fields that begin in the first column of a course's file, and of a scenario's."""
_FAR = 100
"""Lines above one among which the beginning of its text is looked for."""


def not_far(line: str, inset: str) -> Misread:
    """What is wrong with such a line, which belongs behind so many spaces."""
    column, corrected = indent(line), inset + ANSWER.sub("", line).lstrip()
    if ANSWER.match(line):
        message = f"This line begins with {line.split()[0]}, as a mail program puts it before what is answered, and it "
        message += "is not indented as part of the text above it."
        mend = f"Take the sign away, and begin the line in column {len(inset) + 1}; or, if it is no part of that text, "
        return Misread("needs-indent", 0, column, message, (corrected,), f"{mend}delete it.", ask=True)
    if slips.slipped_in(line):
        message = f"{line.strip()} stands alone on this line, and is not indented as part of the text above it."
        return Misread("needs-indent", 0, column, message, ("",), "Delete it.", ask=True)
    message = "This line is not indented as part of the text above it, as if a mail program had wrapped that text."
    mend = "If it belongs to that text, indent it further than that text's name; if not, delete it, or begin it "
    mend += "with a name and a colon."
    return Misread("needs-indent", 0, column, message, (corrected,), mend, ask=True)


def block_above(lines: Extents, number: int) -> tuple[int, str] | None:
    """How far in the name of the block stands that ends above a line, and what its lines begin with; None if what ends
    there is no block."""
    inside: list[str] = []
    for at in range(number - 1, max(0, number - _FAR), -1):
        match, line = LINE.match(lines[at]), lines[at]
        if match and (match["name"] or match["dashes"]) and _BLOCK.fullmatch(match["value"]):
            depth = match.start("name") if match["name"] else len(match["indent"])
            inset = inside[-1] if inside else " " * (depth + IN)
            return (depth, inset) if all(depth < len(each) for each in inside) else None
        if line.strip():
            inside.append(line[: indent(line)])
    return None


def is_rest(lines: Extents, number: int, depth: int) -> bool:
    """Whether a line below one of a block, but not as far in, is the rest of that line: it is neither a field with its
    colon nor an item, and none that only lacks its sign."""
    line, above = lines[number], lines[lines.above(number)]
    if ANSWER.match(line):
        return True
    match = LINE.match(line)
    if _NO_TEXT.match(line.lstrip()) or begins_field(line) or _SIGN_AT_END.search(line) or listed(lines, number, line):
        return False
    column, breaks_off = indent(line), unended(above)
    if item_above(lines, number, column):  # it may be an item without its dash
        return breaks_off and line.lstrip()[0].islower() and _holds_items_alone(lines, number, column)
    if is_wrapped(lines, number, depth):
        return True
    if match is None or match["name"]:
        return False
    below = lines[lines.ahead(number + 1)]
    goes_on = indent(below) > depth and not begins_field(below) and below.lstrip()[:2] != "- "
    name = _NAME.match(line, column)
    if name and not column and _may_begin_at_the_margin(lines, name[0]):
        inside = len(line.split()) > 1 and indent(below) > 0  # below a field with its text, another would begin
        return breaks_off and (goes_on or inside)
    if column:
        return breaks_off and goes_on
    return depth > 0 or goes_on or breaks_off


def _holds_items_alone(lines: Extents, number: int, column: int) -> bool:
    """Whether only items stand in that column above a line, up to the name of their list, and so no field can."""
    for at in range(number - 1, max(0, number - _FAR), -1):
        line = lines[at]
        if line.strip() and indent(line) < column:
            return True
        if line.strip() and indent(line) == column and line.lstrip()[:2] != "- ":
            return False
    return False


def less_far(corrected: str, column: int) -> Misread:
    """What is wrong with a line of a block that begins further left than the first one."""
    message = "This line is indented less than the first line of the text, which ends the text here."
    mend = "Indent it as far as the first line of the text."
    return Misread("needs-indent", 0, column, message, (corrected,), mend)


def is_wrapped(lines: Extents, number: int, depth: int) -> bool:
    """Whether a line that is not indented as the text above it, whose name stands at `depth`, is part of that text all
    the same: it looks like nothing else, or what is indented goes on below it."""
    line = lines[number]
    if _NO_TEXT.match(line.lstrip()) or begins_field(line):
        return False
    if _QUOTED.match(line.lstrip()):
        return True
    below = lines.ahead(number + 1)
    if _lacks_colon(lines, number, below):
        return False
    goes_on = lines.goes_on(below, depth) and indent(lines[below]) > indent(line)
    if slips.missing_colon(line) or slips.name_alone(line, goes_on):
        return _goes_on_like_a_field(lines, number, depth)
    return not _COLON.search(line) or _COLON_IN_SENTENCE.match(line) is not None


def _goes_on_like_a_field(lines: Extents, number: int, depth: int) -> bool:
    """Whether a line that begins with the name of a field and has no colon is the rest of a sentence all the same: the
    line above breaks off in the middle of one, and here that field cannot begin, or is there already."""
    line, above = lines[number], lines[lines.above(number)].rstrip()
    if not unended(above):
        return False
    if not line[:1].isspace() and (name := _NAME.match(line)):
        may_be_new = depth == 0 or len(above) <= _LONG
        return not _may_begin_at_the_margin(lines, name[0]) or not may_be_new
    return indent(line) != depth and (len(above) > _LONG or _is_there(lines, number))


def _may_begin_at_the_margin(lines: Extents, name: str) -> bool:
    """Whether a field of that name may begin in the first column of the file, where there is none yet."""
    table = "scenario" if _is_at_the_margin(lines, "scenes") else "course"
    return name in _AT_THE_MARGIN[table] and not _is_at_the_margin(lines, name)


def _is_at_the_margin(lines: Extents, name: str) -> bool:
    """Whether a field of that name begins in the first column of the file."""
    return f"\n{name}:" in f"\n{lines.written.text}"


def _lacks_colon(lines: Extents, number: int, below: int) -> bool:
    """Whether a line is an id without its colon: fields stand under it, further in, and another id above it, as far in
    as it stands."""
    line = lines[number]
    column = indent(line)
    if not column or not _WORD.fullmatch(line.strip()) or indent(lines[below]) <= column:
        return False
    beside = (lines[each] for each in range(number - 1, max(0, number - _FAR), -1) if indent(lines[each]) <= column)
    above = next((each for each in beside if each.strip() and each.lstrip()[0] != "#"), "")
    return lines.begins_field(lines[below]) and indent(above) == column and _ID_ALONE.fullmatch(above) is not None


def _is_there(lines: Extents, number: int) -> bool:
    """Whether the field that a line begins like is there already, as far in as this line."""
    line = lines[number]
    name = line[: indent(line)] + line.split()[0] + ":"
    return any(lines[each].startswith(name) for each in range(number - 1, max(0, number - _FAR), -1))


def text_above(lines: Extents, number: int) -> tuple[int, int] | None:
    """The number of the line above at which a text without quotes begins that a line might go on with, and how far in
    its name stands."""
    for above in range(number - 1, max(0, number - _FAR), -1):
        match = LINE.match(lines[above])
        if match is None or not (match["name"] or match["dashes"]):
            continue
        value = match["value"].strip()
        if not value or value[0] in f"{MARKED}|>#" or NAMES.get(match["name"] or "", True) is False:
            return None
        dashes = len(match["dashes"].rstrip())
        return above, match.start("name") if match["name"] else len(match["indent"]) + max(dashes - 1, 0)
    return None


def is_dash_in_text(lines: Extents, number: int, name: str, depth: int) -> bool:
    """Whether a line stands right below a text on the line of its `name`, as far left as that, and goes on with it: it
    begins with a dash, where no list can be, or the text has ended in a colon."""
    line, above = lines[number], lines[lines.above(number)].rstrip()
    if not line.strip() or not NAMES.get(name, False) or indent(line) != depth or begins_field(line):
        return False
    return line[depth : depth + 2] == "- " or (above.endswith(":") and is_wrapped(lines, number, depth))


def as_text(lines: Extents, number: int) -> list[Edit]:
    """A line that looks like a field or an item, as part of the text without quotes right above it, in quotes where
    that needs them; nothing if there is none."""
    text = text_above(lines, number)
    if text is None or indent(lines[number]) <= text[1]:
        return []
    at, depth = text
    match = LINE.match(lines[at])
    end = number + 1
    while lines.goes_on(end, depth):
        end += 1
    assert match is not None  # every part of it may be empty
    start, old = match.start("value"), lines.lines(at, end)
    inset = " " * (depth + 2)
    new: Sequence[str] = [old[0][start:].rstrip(), *(f"{inset}{each.strip()}".rstrip() for each in old[1:])]
    new = in_quotes(new) if misread(new, prose=True) else new
    pairs = zip(old, (old[0][:start] + new[0], *new[1:]), strict=True) if new else ()
    return [Edit(each, was, now) for each, (was, now) in enumerate(pairs, at) if was != now]
