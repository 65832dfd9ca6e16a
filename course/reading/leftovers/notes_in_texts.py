"""Notes and fields within a text under a |, where everything is text: learners would read them. A field is there where
its line was joined to the last one of the text above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.model.record import Record
from course.reading.format.tables import NAMES
from course.reading.leftovers.markup import CODE
from course.reading.problems.problem import Findings

_PERHAPS = re.compile(r"^ +(?:#|//|<!--)", re.MULTILINE)
"""What there is in a file that holds such a note; where there is none, nothing more is looked for."""
_NOTE = re.compile(r" +(?:#{1,6}|//|<!--)(?= )")
_FIELD = re.compile(r"""[.!?…,;)"'”](?: *(?=[a-z-]+:[ ]*$)|(?=[a-z-]+:[ ]))(?P<name>[a-z-]+):""", re.MULTILINE)
"""A name right behind the end of a sentence, or alone behind it at the end of its line."""
_GROUP = re.compile(r"^( +)(?!- |[a-z-]+:)\S.*\n+\1(?P<name>[a-z-]+): +[{\[]", re.MULTILINE)
"""A field that holds a group or a list, as nobody writes in a sentence, right below some words that are as far in; its
item may have lost its dash."""
_BEGINS = re.compile(r"(?P<before> *(?:- +)*)(?:[\w.-]+ *: +)?[|>][-+1-9]{0,2} *(?: #.*)?")
"""A line under which a text stands."""
_DASH = re.compile(r"- +$")


class _Line(Record):
    """A line of such a text: its number, how far in it begins, and how far in what stands above the text does."""

    number: int
    column: int
    depth: int
    line: str


def find(findings: Findings) -> None:
    """Report the first note, how many more there are, and every field."""
    text = findings.text
    fields = [found for found in _FIELD.finditer(text) if found["name"] in NAMES]
    groups = [found for found in _GROUP.finditer(text) if found["name"] in NAMES]
    if not (fields or groups) and not _PERHAPS.search(text):
        return
    lines = [*_in_texts(text)]
    notes = [each for each in lines if _NOTE.match(each.line)]
    if notes:
        first = notes[0]
        more = f" The same goes for {len(notes) - 1} more in this file." if notes[1:] else ""
        message = f"Under a | everything is text, so learners see this line with its {first.line.split()[0]}.{more}"
        mend = "If it is a note, move it above the line with the |; if it is part of the text, take the sign away."
        findings.add(CODE, (first.number, first.column + 1), message, mend)
    by_number = {each.number: each for each in lines}
    for field, report in (*((each, _alone) for each in groups), *((each, _joined) for each in fields)):
        at = field.start("name")
        each = by_number.get(text.count("\n", 0, at) + 1)
        if each is not None:
            report(each, field["name"], at - text.rfind("\n", 0, at), findings)


def _alone(each: _Line, name: str, column: int, findings: Findings) -> None:
    """Report a field that stands in a text on a line of its own."""
    message = f"{name}: is a field, and as far in as this it is a part of the text above, so learners would read it."
    mend = f"If it begins an item, put a dash and a space before it, the dash in column {each.depth + 1}."
    findings.add("out-of-place", (each.number, column), message, mend)


def _joined(each: _Line, name: str, column: int, findings: Findings) -> None:
    """Report a field that is in a text."""
    message = f"Two lines seem to be joined here: {name}: is a field, and begins the second. Under a | it is a part of "
    message += "the text, so learners would read it."
    mend = f"Put it on a line of its own, in column {each.depth + 1}."
    findings.add("out-of-place", (each.number, column), message, mend)


def _in_texts(text: str) -> Iterator[_Line]:
    """The lines of all texts under such a sign."""
    depth, inset = -1, -1
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        column = len(line) - len(line.lstrip(" "))
        if depth >= 0 and column > depth and column >= inset:
            inset = column if inset < 0 else inset
            yield _Line(number, column, depth, line)
            continue
        match = _BEGINS.fullmatch(line)
        named = match is not None and line[match.end("before")] not in "|>"
        before = match["before"] if match else ""
        depth = -1 if match is None else len(before if named else _DASH.sub("", before))
        inset = -1
