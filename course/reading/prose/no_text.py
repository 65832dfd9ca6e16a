"""Values of fields under which no text belongs, such as ids, numbers, lists and groups of fields: there, quotes mend
nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from course.model.record import replace
from course.reading.format.fields import Facts, Items, One, Records, Text, Texts, Told
from course.reading.format.tables import FIELDS, MANY, NAMES
from course.reading.prose import condition_text, groups, notes, stray_signs
from course.reading.prose.misread import BRACKETS, Misread, misread

_TEXTS = Text | Texts | Told | Facts
_WORDED = {
    each.name for each in FIELDS if isinstance(each.kind, _TEXTS) or (isinstance(each.kind, One) and each.kind.text)
}
WORDLESS = frozenset(each.name for each in FIELDS) - _WORDED
"""The names of such fields."""
_GROUPS = {each.name: each.kind.table.by_name for each in FIELDS if isinstance(each.kind, One) and not each.kind.text}
_HOLDERS = {each.name for each in FIELDS if isinstance(each.kind, Records | One | Items)}
"""The names of those under which others stand."""
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ID = re.compile(_ID)
"""An id, as it should be."""
_SIGNED = re.compile(rf"([!@%`])({_ID})")
_DASHED = re.compile(rf"-[ \t]+({_ID})")
_COLON = re.compile(rf"({_ID}):")
_LINK = re.compile(rf"\[({_ID})\]\([^\s()]*\)")
"""An id of which a program has made a link, as Markdown writes one."""
_QUOTED = re.compile(rf"""(["']){_ID}\1(?:\s*,\s*(["']){_ID}\2)+""")
_GROUP = re.compile(r"[({\[]?\s*(([a-z-]+): .*?)\s*[)}\]]?")


def wrong_with(name: str, lines: Sequence[str], *, under: bool = False) -> Misread | None:
    """What is wrong with the value of a field of that name, or of something else; None if it is nothing. `under` says
    that it stands on lines of its own."""
    return notes.kept(lines, partial(_wrong_with, name, under=under), NAMES.get(name))


def _wrong_with(name: str, lines: Sequence[str], *, under: bool) -> Misread | None:
    if (
        found := condition_text.misread(name, lines)
        or stray_signs.around_one(name, lines)
        or groups.misread(name, lines)
        or stray_signs.closes_in_text(lines)
    ):
        return found
    found = misread(lines, NAMES.get(name))
    if found is None and under and lines[0][0].isalnum() and not all(lines):
        return Misread("lost-text", 0, 0, "The empty line in it would begin no new paragraph.")
    if found is not None and name in WORDLESS:
        return as_no_text(found, lines, name)
    return found


def as_no_text(found: Misread, lines: Sequence[str], name: str) -> Misread | None:
    """What is wrong with a value of such a field, other than that it is no text that is in quotes; None if it is
    nothing."""
    text = "\n".join(lines)
    if found.code == "alias":
        return found
    if found.code in ("lost-text", "maybe-lost-text") and len(lines) == 1:
        return None  # a comment, whatever follows its sign
    if text[0] in BRACKETS and (left := _left_open(lines)):
        return left
    mend = f"No text belongs under {name}:, so quotes are no help. Take out what is too much."
    if text.startswith("- "):
        mend = "Begin the list on the next line, and each of its items with a dash and a space."
    return _of_one_line(text, name) or replace(found, mend=mend, unsure=True)


def _left_open(lines: Sequence[str]) -> Misread | None:
    """What is wrong with a value that begins with a bracket, if it is only that nothing closes it."""
    closed, sign = _closed(lines), lines[0][0]
    if not closed:
        return None
    message = f"The {sign} that opens here is never closed."
    return Misread("open-quote", 0, 0, message, closed, f"Close it with {BRACKETS[sign]}, behind what belongs to it.")


def _closed(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines with the one bracket closed that is open; none if there are more, or others."""
    text = "\n".join(lines)
    lacking = {opening: text.count(opening) - text.count(closing) for opening, closing in BRACKETS.items()}
    if lacking.pop(text[0]) != 1 or any(lacking.values()):
        return ()
    return (*lines[:-1], lines[-1].rstrip(" ,") + BRACKETS[text[0]])


def _of_one_line(text: str, name: str) -> Misread | None:
    """What was meant by a short value."""
    if signed := groups.counted(name, text):
        return Misread("wrong-kind", 0, 0, signed[1], (text[len(signed[0]) :],), signed[2], ask=True)
    if (group := _GROUP.fullmatch(text)) and group[2] in _GROUPS.get(name, ()):
        message = f"{group[2]}: cannot stand on the line of {name}: like that."
        mend = f"Put {{ and }} around it; or write it on the line under {name}:, indented further."
        return Misread("wrong-kind", 0, 0, message, (f"{{{group[1]}}}",), mend)
    if name not in _HOLDERS and (colon := _COLON.fullmatch(text)):
        message = f"There is a colon behind {colon[1]}, where the line should end."
        return Misread("bad-value", 0, len(text) - 1, message, (colon[1],), "Take the colon away.", ask=True)
    if link := _LINK.fullmatch(text):
        message = f"A program has made a link of {link[1]} here."
        mend = f"Write {link[1]}, without the brackets and the address."
        return Misread("bad-value", 0, 0, message, (link[1],), mend, ask=True)
    if sign := _SIGNED.fullmatch(text):
        message = f"The {sign[1]} here is a sign of YAML's own, so {sign[2]} is not read as an id."
        return Misread("alias", 0, 0, message, (sign[2],), f"Take the {sign[1]} away.", ask=True)
    if dash := _DASHED.fullmatch(text):
        message = f"A list cannot begin on the line of {name}:."
        mend = "Take the dash away; or, for a list, begin it on the next line, each with a dash and a space."
        return Misread("bad-value", 0, 0, message, (dash[1],), mend, ask=True)
    if name in MANY and _QUOTED.fullmatch(text):
        message = f"{name}: holds several ids here, and a list of them needs brackets."
        return Misread("bad-value", 0, 0, message, (f"[{text}]",), f"Write [{text}].", ask=True)
    return None
