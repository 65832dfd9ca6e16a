"""Notes within a text under a |, where everything is text: learners would read them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.reading.leftovers.markup import CODE
from course.reading.problems.problem import Findings

_PERHAPS = re.compile(r"^ +(?:#|//|<!--)", re.MULTILINE)
"""What there is in a file that holds such a note; where there is none, nothing more is looked for."""
_NOTE = re.compile(r" +(?:#|//|<!--)(?= )")
_BEGINS = re.compile(r"(?P<before> *(?:- +)*)(?:[\w.-]+ *: +)?[|>][-+1-9]{0,2} *(?: #.*)?")
"""A line under which a text stands."""
_DASH = re.compile(r"- +$")


def find(findings: Findings) -> None:
    """Report the first of them, and how many more there are."""
    if not _PERHAPS.search(findings.text):
        return
    found = [*_notes(findings.text)]
    if found:
        number, column, line = found[0]
        more = f" The same goes for {len(found) - 1} more in this file." if found[1:] else ""
        message = f"Under a | everything is text, so learners see this line with its {line.split()[0]}.{more}"
        mend = "If it is a note, move it above the line with the |; if it is part of the text, take the sign away."
        findings.add(CODE, (number, column), message, mend)


def _notes(text: str) -> Iterator[tuple[int, int, str]]:
    """The number of each such line, the column in which it begins, and the line."""
    depth, inset = -1, -1
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        column = len(line) - len(line.lstrip(" "))
        if depth >= 0 and column > depth and column >= inset:
            inset = column if inset < 0 else inset
            if _NOTE.match(line):
                yield number, column + 1, line
            continue
        match = _BEGINS.fullmatch(line)
        named = match is not None and line[match.end("before")] not in "|>"
        before = match["before"] if match else ""
        depth = -1 if match is None else len(before if named else _DASH.sub("", before))
        inset = -1
