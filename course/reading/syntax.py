"""What YAML says of a file that it cannot read, in plain English, and the line as it was probably meant."""

from __future__ import annotations

import yaml

from course.model.record import Record
from course.reading.alignment import Move, lined_up
from course.reading.lines import Lines
from course.reading.positions import Spot
from course.reading.problems import Findings, Problem

_LINE_UP = "Fields that belong together begin in the same column; what belongs under one begins further right."


class Mended(Record):
    """The number of a line, what it was probably meant to begin with, and the problem that was reported of it."""

    number: int
    begin: str
    problem: Problem


class _Trouble(Record):
    """Where YAML gave up, in what, where that began, and what YAML said."""

    lines: Lines
    at: Spot
    began: Spot
    inside: str
    said: str


class _Report(Record):
    code: str
    spot: Spot
    message: str
    mend: str


def explain(error: yaml.YAMLError, text: str, findings: Findings) -> Mended | None:
    """Report the error where an author would look for it. Gives what mends it, where that is clear."""
    trouble = _trouble(error, text)
    report = _in_value(trouble)
    if report is None:
        move = lined_up(trouble.lines, trouble.at[0])
        if move is not None:
            return _report_alignment(trouble.lines, move, findings)
        report = _other(trouble)
    findings.add(report.code, report.spot, report.message, report.mend)
    return None


def _trouble(error: yaml.YAMLError, text: str) -> _Trouble:
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None) or mark
    mark = mark or began
    at, start = [(each.line + 1, each.column + 1) if each else (1, 1) for each in (mark, began)]
    said = str(getattr(error, "problem", None) or error)
    return _Trouble(Lines(text), at, start, str(getattr(error, "context", None) or ""), said)


def _in_value(trouble: _Trouble) -> _Report | None:
    """Trouble within one value, after which nobody can tell where the next one begins."""
    at, began, inside, said = trouble.at, trouble.began, trouble.inside, trouble.said
    both = f"{inside} {said}"
    if "quoted scalar" in inside:
        if any(word in said for word in ("escape", "hexadecimal", "hexdecimal", "Unicode")):
            message = "In double quotes, only a few letters may follow a backslash."
            return _Report("syntax", at, message, "Put the text in single quotes, or write the backslash twice.")
        mend = "Close it at the end of the text, or take it away."
        return _Report("open-quote", began, "The quote that opens here is never closed.", mend)
    if "flow" in inside:
        mend = "Close it, and put a comma between the items; or, if it is part of a text, put the text in quotes."
        return _Report("syntax", began, "The list that this bracket opens has no proper end.", mend)
    if "directive" in both or "YAML document" in both:
        return _Report("directive", at, "This is an instruction to YAML. Courses do without them.", "Take it out.")
    if " tag" in both:
        return _Report("tag", began, "This is a tag. Courses do without tags.", "Take it out, or quote the text.")
    if "anchor" in inside or "alias" in inside:
        return _Report("needs-quotes", at, "A text that begins with & or * must be in quotes.", "Put it in quotes.")
    if "block scalar" in inside:
        mend = "Write | alone, and the text on the lines under it, each indented by as many spaces."
        return _Report("syntax", began, "This block of text is not laid out well.", mend)
    if "cannot start any token" in said:
        return _Report("needs-quotes", at, "No text may begin with this character.", "Put the whole text in quotes.")
    return None


def _report_alignment(lines: Lines, move: Move, findings: Findings) -> Mended:
    line, other = lines[move.number], lines[move.other]
    body = line.lstrip()
    indent = len(line) - len(body)
    if move.begin.endswith("- "):
        message = f"This line lacks its dash. It seems to begin a new item, as line {move.other} does."
        mend = "Put a dash and a space before it; or, if it belongs to the item above, take one of the two out."
    else:
        message = f"This line begins in column {indent + 1}; it seems to belong with line {move.other}, where it would "
        message += f"begin in column {len(move.begin) + 1}."
        mend = _LINE_UP
    also = [findings.place((move.other, len(other) - len(other.lstrip()) + 1))]
    spot = (move.number, indent + 1)
    findings.add("misaligned", spot, message, mend, also=also)
    return Mended(move.number, move.begin, findings.found[-1])


def _other(trouble: _Trouble) -> _Report:
    at, began, inside, said = trouble.at, trouble.began, trouble.inside, trouble.said
    if "expected ':'" in said or "simple key" in inside:
        mend = (
            "Write a name, a colon, a space and then the text; or, if it belongs to the text above, indent it further."
        )
        return _Report("needs-colon", began, "This line has no name with a colon after it.", mend)
    if "mapping values" in said:
        mend = f"If it is part of a text, put the text in quotes. If not: {_LINE_UP[0].lower()}{_LINE_UP[1:]}"
        return _Report("syntax", at, "There is a colon here that does not fit in with the line above.", mend)
    if "tab" in said:
        return _Report("tab", at, "Here is a tab, where YAML wants spaces.", "Use the space bar instead.")
    if "block" in inside or "expected" in said or "not allowed" in said:
        return _Report("misaligned", at, "This line does not line up with those above it.", _LINE_UP)
    return _Report("syntax", at, f"YAML cannot read on from here. It says: {said}.", _LINE_UP)
