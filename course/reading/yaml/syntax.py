"""What YAML says of a file that it cannot read, in plain English; and of a line out of place, where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import yaml

from course.model.record import Record
from course.reading.format.tables import NAMES
from course.reading.problems.lines import NAME, Lines
from course.reading.problems.positions import Spot
from course.reading.problems.problem import Findings, Problem

_LINE_UP = "Fields that belong together begin in the same column; what belongs under one begins further right."
_LINE = re.compile(rf"( *)((?:- +)*)((?:({NAME})[ \t]*:(?=\s|$))?.*)")
_FAR = 399
"""Lines above or below one among which those that it may belong with are looked for."""
_ANY = 10**9


class Mended(Record):
    """The number of a line, what it was probably meant to begin with, and the problem that was reported of it."""

    number: int
    begin: str
    problem: Problem


_Report = tuple[str, Spot, str, str]
"""A code, where to report it, what is wrong, and what mends it."""


def explain(error: yaml.YAMLError, text: str, findings: Findings) -> Mended | None:
    """Report the error where an author would look for it. Gives what mends it, where that is clear."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    at, began = [(each.line + 1, each.column + 1) if each else (1, 1) for each in (mark or context, context or mark)]
    inside, said = str(getattr(error, "context", None) or ""), str(getattr(error, "problem", None) or error)
    report = _in_value(at, began, inside, said)
    if report is None and (mended := _lined_up(Lines(text), at[0], findings)):
        return mended
    findings.add(*(report or _other(at, began, inside, said)))
    return None


def _in_value(at: Spot, began: Spot, inside: str, said: str) -> _Report | None:
    """Trouble within one value, after which nobody can tell where the next one begins."""
    both = f"{inside} {said}"
    if "quoted scalar" in inside:
        if any(word in said for word in ("escape", "hexadecimal", "hexdecimal", "Unicode")):
            message = "In double quotes, only a few letters may follow a backslash."
            return "syntax", at, message, "Put the text in single quotes, or write the backslash twice."
        mend = "Close it at the end of the text, or take it away."
        return "open-quote", began, "The quote that opens here is never closed.", mend
    if "flow" in inside:
        mend = "Close it, and put a comma between the items; or, if it is part of a text, put the text in quotes."
        return "syntax", began, "The list that this bracket opens has no proper end.", mend
    if "directive" in both or "YAML document" in both:
        return "directive", at, "This is an instruction to YAML. Courses do without them.", "Take it out."
    if " tag" in both:
        return "tag", began, "This is a tag. Courses do without tags.", "Take it out, or quote the text."
    if "anchor" in inside or "alias" in inside:
        return "needs-quotes", at, "A text that begins with & or * must be in quotes.", "Put it in quotes."
    if "block scalar" in inside:
        mend = "Write | alone, and the text on the lines under it, each indented by as many spaces."
        return "syntax", began, "This block of text is not laid out well.", mend
    if "cannot start any token" in said:
        return "needs-quotes", at, "No text may begin with this character.", "Put the whole text in quotes."
    return None


def _other(at: Spot, began: Spot, inside: str, said: str) -> _Report:
    if "expected ':'" in said or "simple key" in inside:
        mend = (
            "Write a name, a colon, a space and then the text; or, if it belongs to the text above, indent it further."
        )
        return "needs-colon", began, "This line has no name with a colon after it.", mend
    if "mapping values" in said:
        mend = f"If it is part of a text, put the text in quotes. If not: {_LINE_UP[0].lower()}{_LINE_UP[1:]}"
        return "syntax", at, "There is a colon here that does not fit in with the line above.", mend
    if "tab" in said:
        return "tab", at, "Here is a tab, where YAML wants spaces.", "Use the space bar instead."
    if "block" in inside or "expected" in said or "not allowed" in said:
        return "misaligned", at, "This line does not line up with those above it.", _LINE_UP
    return "syntax", at, f"YAML cannot read on from here. It says: {said}.", _LINE_UP


class _Line(Record):
    """A line taken apart, with its number."""

    number: int
    indent: int
    dashes: str
    name: str

    @property
    def column(self) -> int:
        """Where its name begins, from 0."""
        return self.indent + len(self.dashes)

    def alike(self, other: _Line) -> bool:
        """Whether the two are of the same sort: begin with a dash, a field's name, or the name of something else."""
        if self.dashes or not other.name:
            return bool(self.dashes and other.dashes)
        return (self.name in NAMES) == (other.name in NAMES)


def _near(lines: Lines, number: int, step: int) -> Iterator[_Line]:
    """From the line of that number on up or down, those that hold more than a comment."""
    for each in range(number, max(0, number + step * _FAR), step):
        match = _LINE.fullmatch(lines[each])
        if match is not None and match[3] and match[3][0] != "#":
            yield _Line(each, len(match[1]), match[2], match[4] or "")


def _lined_up(lines: Lines, number: int, findings: Findings) -> Mended | None:
    """Report the line at which YAML gave up as one that should begin otherwise; None when it cannot be told how."""
    line = next(_near(lines, number, 1), None)
    if line is None or line.number != number or not (line.dashes or line.name):
        return None
    if beside := _item_beside(lines, line):
        message = f"This line lacks its dash: it seems to begin a new item of a list, as line {beside.number} does."
        mend = f"Put a dash and a space before it; the dash belongs in column {line.indent + 1}."
        findings.add("misaligned", (line.number, line.indent + 1), message, mend)
        return Mended(line.number, " " * line.indent + "- ", findings.found[-1])
    other = _belongs_with(lines, line)
    if other is None:
        return None
    if not line.dashes and other.dashes and line.name == other.name and line.indent == other.indent:
        message = f"This line lacks its dash. It seems to begin a new item, as line {other.number} does."
        mend = "Put a dash and a space before it; or, if it belongs to the item above, take one of the two out."
        begin = " " * line.indent + "- "
    else:
        column = other.indent if line.dashes else other.column
        if column == line.indent:
            return None
        shifted = other.indent + line.indent - column
        if not line.dashes and shifted >= 0 and _alone(lines, other) and _followed(lines, line):
            line, other, column = other, line, shifted
        message = f"This line begins in column {line.indent + 1}; it seems to belong with line {other.number}, "
        message += f"where it would begin in column {column + 1}."
        mend, begin = _LINE_UP, " " * column
    also = [findings.place((other.number, other.indent + 1))]
    findings.add("misaligned", (line.number, line.indent + 1), message, mend, also=also)
    return Mended(line.number, begin, findings.found[-1])


def _item_beside(lines: Lines, line: _Line) -> _Line | None:
    """The item of a list right above a field without a dash, in the column of its dash, if the field cannot belong to
    that item, which is a text; None if there is none."""
    if line.dashes or line.name not in NAMES:
        return None
    above = next((each for each in _near(lines, line.number - 1, -1) if each.indent <= line.indent), None)
    return above if above and above.dashes and above.indent == line.indent and not above.name else None


def _belongs_with(lines: Lines, line: _Line) -> _Line | None:
    """The line above whose column is nearest, among those of the same sort. Of two as near, the one further right."""
    best, nearest, inmost = None, _ANY, _ANY
    for each in _near(lines, line.number - 1, -1):
        if each.indent >= inmost:
            continue
        inmost = each.indent
        if each.dashes and not line.dashes and each.indent == line.indent and each.name == line.name:
            return each
        away = abs((each.indent if line.dashes else each.column) - line.indent)
        if line.alike(each) and away < nearest:
            best, nearest = each, away
    return best


def _alone(lines: Lines, line: _Line) -> bool:
    """Whether no line above belongs with this one: then it may be the one that is out of place."""
    above = (each for each in _near(lines, line.number - 1, -1) if each.indent <= line.column)
    return bool(line.dashes) or not any(each.column >= line.column and line.alike(each) for each in islice(above, 1))


def _followed(lines: Lines, line: _Line) -> bool:
    """Whether the next line that is not further right belongs with this one."""
    below = (each for each in _near(lines, line.number + 1, 1) if each.indent <= line.indent)
    return any(each.indent == line.indent and not each.dashes and line.alike(each) for each in islice(below, 1))
