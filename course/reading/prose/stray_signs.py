"""What stands behind a name where nothing may, or nothing but another thing: a bracket that was opened and forgotten, a
sign alone, a word above the fields that belong to the name.

YAML would take a bracket for the beginning of a list, and a word for all there is, and nothing below it would fit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from course.model.record import replace
from course.reading.format.fields import (
    Arrivals,
    Items,
    Levels,
    Number,
    One,
    OnLine,
    Records,
    Ref,
    Renames,
    Way,
    Word,
    Wordings,
)
from course.reading.format.tables import FIELDS, LISTS, MANY, NAMES, TOLD
from course.reading.problems.lines import LINE, NAME
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose.extents import HOLDING, MARKED, Extents, indent
from course.reading.prose.misread import ANCHOR_OR_TAG, Misread, is_open, misread
from course.reading.prose.quotes import CLOSED
from course.reading.yaml.parsing import TEXT, Event

_BLOCKS = Records | Items | Levels | Wordings | Renames | Arrivals
_BY_ID = {each.name for each in FIELDS if isinstance(each.kind, Records | Wordings | Levels | Renames)}
"""The names of fields under which others stand, each behind an id."""
_HOLDERS = {
    each.name
    for each in FIELDS
    if isinstance(each.kind, _BLOCKS) or (isinstance(each.kind, One) and not each.kind.text)
}
"""The names of fields under which others stand."""
_ONE = {each.name for each in FIELDS if isinstance(each.kind, Word | Ref | OnLine | Way)}
_SEVERAL = {each.name for each in FIELDS if not isinstance(each.kind, Word | Ref | OnLine | Way)}
_WORD = _ONE - _SEVERAL
"""The names of fields that hold one word."""
WORD_ALONE = _WORD - {each.name for each in FIELDS if isinstance(each.kind, Way)}
"""Those that hold nothing else."""
NUMBERS = frozenset(each.name for each in FIELDS if isinstance(each.kind, Number))
"""The names of fields that hold a number."""
_SIGN = re.compile(r"""[!-"$-/:-=?@\[-^`{}~“”„«»–—](?: ?[!-"$-/:-=?@\[-^`{}~“”„«»–—])?""")
"""Signs alone, which are no text for anybody; but for those that say that the text stands below."""
_BRACKETS = {"[": "]", "{": "}", "(": ")"}
_OPENS = {closing: opening for opening, closing in _BRACKETS.items()}
CLOSES = re.compile(r"[\])}]{1,3}[.,;]?")
"""What closes brackets, where there is nothing else on a line."""
_BLOCK_SIGNS = frozenset(f"{sign}{more}" for sign in "|>" for more in ("", "-", "+"))
_AS_MEANT = frozenset(("…", "{}", "[]", "''", '""'))
"""What may stand there by itself: that nothing is said, or that nothing is there."""
_NEARLY_BLOCK = re.compile(r"[|]{2,}|[¦ǀ∣│｜‖/\\!]|[|][lI!]|[lI!][|]")
"""What looks like the sign of a block, or like two of them."""
_NO_TEXT = frozenset("[{]}-?,&*!%@`")
"""Signs with which no text may begin."""
_CURLY = frozenset("“”„‘’«»")
_OPENING = frozenset((*_BRACKETS, '"', "'"))
_ONE_WORD = re.compile(r"""([\[{(])\s*(["']?)([\w.-]+%?)\2\s*([\]})]?)""")
_BRACKETED = re.compile(rf"(\s*(?:- +)*({NAME}):\s+)(\[.*\])\s*")
_HOLDS_NAME = re.compile(rf"(?:^|[\s{{]){NAME}\s*:(?:\s|$)|[|>]$")
_ID_ALONE = re.compile(rf"\s*{NAME}\s*:\s*(?:#.*)?")


def above_fields(lines: Extents, number: int, name: str, first: str, start: int, depth: int) -> Misread | None:
    """What is wrong where what belongs to the name stands below, and something else on its own line."""
    value = first[start:].strip()
    sign = bool(_SIGN.fullmatch(value)) or value in _BLOCK_SIGNS
    if not value or value[0] == "#" or (not sign and (ANCHOR_OR_TAG.fullmatch(value) or _HOLDS_NAME.search(value))):
        return None  # nothing, or fields: in braces, or another one that was joined
    below = lines[lines.ahead(number + 1)]
    if not _belongs_to(below, name, depth, sign=sign, dashed="- " in first[:start]):
        return None
    what = value if sign else f"“{value}”"
    message = f"{what} does not belong on this line: what belongs to {name}: begins on the line below."
    if sign:
        return Misread(
            "open-quote" if value in _BRACKETS else "wrong-kind", 0, 0, message, ("",), f"Take {value} away."
        )
    mend = "Take it away, or put a # and a space before it: then it is a note that no learner reads."
    return Misread("wrong-kind", 0, 0, message, ("",), mend, (f"# {value}",), ask=True)


def _code(sign: str) -> str:
    return "open-quote" if sign in _OPENING else "empty"


def _belongs_to(below: str, name: str, depth: int, *, sign: bool, dashed: bool) -> bool:
    """Whether a line is the first of what may stand under that name."""
    inset, body = indent(below), below.lstrip()
    if body.startswith("- "):
        listed = name in LISTS or name in TOLD
        return sign and listed and (inset > depth or (inset == depth and not dashed))
    field = LINE.match(body)
    if inset <= depth or field is None or not field["name"]:
        return False
    if name in _BY_ID:
        return _ID_ALONE.fullmatch(body) is not None or (sign and name in _HOLDERS)
    if name in _HOLDERS:
        return field["name"] in NAMES
    return name not in NAMES and "." not in name and field["name"] in NAMES  # an id, and not one of a sentence


def for_a_block(lines: Extents, number: int, name: str, value: str, depth: int) -> Misread | None:
    """What is wrong where a sign stands alone in the place of the | above a text."""
    below = lines[lines.ahead(number + 1)]
    letter = value in ("l", "I") or value in _CURLY
    if not NAMES.get(name) or not (letter or value in _NO_TEXT or _NEARLY_BLOCK.fullmatch(value)):
        return None
    start = below.lstrip()[:1]
    if indent(below) <= depth or not start.isalnum() or (start.islower() and value not in _NO_TEXT):
        return None  # a text that goes on
    closing = _BRACKETS.get(value)
    if lines.begins_field(below) or (closing and lines[lines.behind(number + 1, depth, "-") - 1].endswith(closing)):
        return None
    message = f"This text stands on the lines below, and the sign that says so is |; here is {value}."
    if value.startswith("|") and not value.strip("|"):
        message = f"There is a | too many behind {name}:."
        return Misread("needs-quotes", 0, 0, message, ("|",), "Leave one of them.")
    return Misread("needs-quotes", 0, 0, message, ("|",), f"Write | in the place of {value}.", ask=letter)


def alone(lines: Extents, number: int, value: str, depth: int) -> bool:
    """Whether nothing but a sign stands behind a name, and nothing below it."""
    below = lines[lines.ahead(number + 1)]
    if _SIGN.fullmatch(value) is None or value in _AS_MEANT or indent(below) > depth:
        return False
    if value[0] in CLOSED and not is_open([value, *lines.lines(number + 1, lines.behind(number + 1, depth, value))]):
        return False  # a text in quotes, which goes on below
    return misread([value]) is not None  # else it is a text, whatever it says


def said_alone(findings: Findings) -> None:
    """Say of the fields that were read as empty what stands in them."""
    for number, each in enumerate(findings.found):
        sign = findings.signs.get(each.place.line)
        if sign and each.code in ("empty", "left-empty"):
            called = each.message.partition(" is empty")[0]
            mend = f"In the place of {sign}, {each.mend[0].lower()}{each.mend[1:]}"
            message = f"{called} holds nothing but {sign} here."
            findings.found[number] = replace(each, code=_code(sign), message=message, mend=mend)
    said = {each.place.line for each in findings.found}
    for line, sign in findings.signs.items():
        if line not in said:
            column = len(findings.lines[line].rstrip()) - len(sign) + 1
            message = f"Nothing but {sign} stands behind this name."
            findings.add(_code(sign), (line, column), message, f"Write there what belongs to it, or take {sign} away.")


def in_the_way(event: Event, called: str, wanted: str, findings: Findings) -> tuple[str, str, Meant] | None:
    """What is wrong, what to do and what was meant, where a sign is all that makes something else of a value: brackets
    around one word, or the sign of a block above fields or a list. None if there is no such sign."""
    number, column = event[2:]
    line = findings.corrected[number]
    if (field := _BRACKETED.fullmatch(line)) and (found := around_one(field[2], [field[3]])):
        meant = Meant((Edit(number, line, f"{field[1]}{found.corrected[0]}"),), ask=True)
        return found.message, found.mend, meant
    sign = line[column - 1 :].strip()
    if event[0] is not TEXT or sign not in _BLOCK_SIGNS:
        return None
    meant = Meant((Edit(number, line, line[: column - 1].rstrip()),), ask=True)
    message = f"{called} wants {wanted}, and the {sign} makes one text of all that stands below."
    return message, f"Take the {sign} away.", meant


def closes_nothing(line: str) -> Misread | None:
    """What is wrong with a line that holds nothing but a bracket that closes, where nothing is open."""
    sign = line.strip()
    if not CLOSES.fullmatch(sign):
        return None
    message = f"This {sign} closes nothing: whatever was opened above is closed already."
    return Misread("syntax", 0, indent(line), message, ("",), "Delete this line.", ask=True)


def closes_in_text(lines: Sequence[str]) -> Misread | None:
    """The same of such a line that is far enough in to be a part of the text above it, where learners would see it."""
    if lines[0][0] in MARKED:
        return None
    above = Counter[str]()
    for number, line in enumerate(lines):
        sign = line.strip()
        if number and CLOSES.fullmatch(sign) and above[_OPENS[sign[0]]] <= above[sign[0]]:
            message = f"This {sign} closes nothing, and is read as a part of the text above it."
            corrected = (*lines[:number], "", *lines[number + 1 :])
            return Misread("syntax", number, indent(line), message, corrected, "Delete this line.", ask=True)
        above.update(line)
    return None


def around_one(name: str, lines: Sequence[str]) -> Misread | None:
    """What is wrong with one word in brackets, or with one behind a bracket that nothing closes, where a field holds no
    more than one, or round ones, which mean nothing, are around one of several."""
    match = _ONE_WORD.fullmatch(lines[0])
    if match is None or match[4] not in ("", _BRACKETS[match[1]]) or any(HOLDING.match(each) for each in lines[1:]):
        return None
    if name not in _WORD and not (name in MANY and match[1] != "["):
        return None
    word = match[3]
    if match[4]:
        message = f"{name}: holds one word here, and {match[1]} and {match[4]} are around it."
        return Misread("wrong-kind", 0, 0, message, (word, *lines[1:]), f"Take both away: {name}: {word}.")
    message = f"The {match[1]} before {word} is never closed, and does not belong there: {name}: holds one word."
    return Misread("open-quote", 0, 0, message, (word, *lines[1:]), f"Take it away: {name}: {word}.")
