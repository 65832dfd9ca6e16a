"""What is said of a line that is out of place, and of lines that are so together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.model.record import replace
from course.reading.causes import moved
from course.reading.causes.sure_mends import begin
from course.reading.causes.tries import Try
from course.reading.format.tables import NAMES
from course.reading.problems.lines import LINE, Lines
from course.reading.problems.problem import Edit, Findings, Meant, Problem
from course.reading.prose import slips, wrapped
from course.reading.prose.extents import IN, indent

_ID = re.compile(r"[a-z0-9-]+:\s*(?:\{.*)?")
_UNDER_WHEN = frozenset({"text", "next"})
"""What begins an item, or goes on with one whose first line says when."""


def one_place(fitting: Sequence[Try], lines: Sequence[str]) -> bool:
    """Whether lines would be a part of the same thing in all columns in which they fit."""
    text = Lines("\n".join(lines))
    return len({_part_of(text, each.edit.number, indent(each.edit.new)) for each in fitting}) == 1


def moved_to_one(fitting: Sequence[Try], lines: Sequence[str]) -> Try:
    """Of the places to which lines may be moved, the one that was most likely meant: where a name stands as far left of
    what is under it as names do, or else the nearest one. Nobody can be sure of it if there are others."""

    def unlikely(each: Try) -> tuple[bool, int]:
        first = each.edit
        new, last = indent(first.new), each.edits[-1].number
        under = next((indent(line) for line in lines[last:] if line.strip()), 0) - new
        return len(each.edits) == 1 and under not in (0, IN), abs(new - indent(first.old))

    best = min(fitting, key=unlikely)
    return replace(best, others=tuple(sorted({indent(each.edit.new) for each in fitting} - {indent(best.edit.new)})))


def _part_of(lines: Lines, number: int, column: int) -> str:
    """What a line would be a part of in that column: the name that it would stand under, or the item."""
    for at in range(number - 1, 0, -1):
        match = LINE.match(lines[at])
        if match is None or not (match["name"] or match["dashes"]) or indent(lines[at]) >= column:
            continue
        if match["name"] and match.start("name") < column:
            return f"{match['name']}: in line {at}"
        return f"the item that begins in line {at}"
    return "the file as a whole"


def _either(findings: Findings, best: Try) -> tuple[str, str]:
    """What is wrong with lines that may belong in several places, and what mends it."""
    first, last = best.edit, best.edits[-1]
    places = (indent(first.new), *best.others)
    columns = " or in ".join(f"column {each + 1}" for each in places)
    parts = ", or ".join(
        f"in column {each + 1} if it is a part of {_part_of(findings.lines, first.number, each)}" for each in places
    )
    if len(best.edits) == 1:
        message = f"This line begins in column {indent(first.old) + 1}; it seems to belong in {columns}."
        return message, f"Begin it {parts}."
    message = f"Lines {first.number} to {last.number} are out of place; the first of them seems to belong in {columns}."
    return message, f"Move all of them by as many spaces, so that the first begins {parts}."


def said(findings: Findings, best: Try) -> Problem:
    """What is wrong with the line, and how it may have been meant."""
    edit, number = best.edit, best.edit.number
    was, now = begin(edit.old), begin(edit.new)
    column = len(now.partition("-")[0]) + 1
    dashes, either = (was.count("-"), now.count("-")), False
    name = edit.old[len(was) :].partition(":")[0]
    right = edit.new[len(now) :].partition(":")[0]
    named = name in NAMES or _ID.fullmatch(edit.old[len(was) :]) is not None
    if right != name and edit.new.partition(":")[2] == edit.old.partition(":")[2]:
        message = f"Two things are wrong with this line: its name seems to be {right}:, not {name}:, and it seems to "
        message += f"belong in column {column}."
        mend = f"Write {right}: in place of {name}:, in column {column}."
        either = named = True
    elif was.strip(" -"):
        message = f"This line is indented with a tab or special spaces; it seems to belong in column {column}."
        mend = "YAML wants ordinary spaces there: use the space bar."
    elif dashes[0] > dashes[1]:
        message = "There is a dash too many before this line."
        mend = f"Take it out, and begin the line in column {column}."
        if now.count("-"):
            mend = f"Leave one, in column {column}."
    elif dashes[0] < dashes[1]:
        message = "This line lacks its dash: it seems to begin a new item of a list."
        mend = f"Put a dash and a space before it; the dash belongs in column {column}."
        if either := name in _UNDER_WHEN and len(was) == len(now):
            mend += f" If a line above it is lost, put that back: - when: and a condition, the dash in column {column}."
            mend += " If it is what is told instead, write else: in place of text:." if name == "text" else ""
    elif named or dashes[0]:
        message = f"This line begins in column {len(was.partition('-')[0]) + 1}; it seems to belong in column {column}."
        mend = "Fields that belong together begin in the same column; what belongs under one begins further right."
    else:
        message = "This line is not indented as part of the text above it."
        mend = f"Indent it as far as that text, to column {column}; or, if it is no part of it, delete it."
    reported = Findings(findings.file, findings.text)
    if best.inside:
        line = edit.old if len(best.edits) == 1 else findings.lines[best.inside]
        like = "an item of a list" if line.lstrip().startswith("- ") else "a field"
        message = f"This line seems to go on with the text above it, and begins like {like}."
        mend = "If it is part of that text, put the whole text in quotes, from its first line to its last."
        if len(best.edits) == 1:
            mend = "If it is part of that text, indent it further than that text's name."
        column = indent(line) + 1
        reported.add("needs-quotes", (best.inside, column), message, mend, meant=Meant(best.edits, ask=True))
        return reported.found[0]
    edits = best.edits
    if len(edits) == 1 and not (named or any(dashes)) and slips.slipped_in(edit.old):
        message, mend = f"{edit.old.strip()} stands alone on this line, and belongs to nothing.", "Delete it."
        edits = (Edit(number, edit.old, "", gone=True),)
    if len(edits) == 1 and wrapped.ANSWER.match(edit.old) and not dashes[1]:
        found = wrapped.not_far(edit.old, now)
        message, mend, edits = found.message, found.mend, (Edit(number, edit.old, found.corrected[0]),)
    if len(best.edits) > 1:
        message, mend = moved.said(best.edits)
    if best.others:
        either, (message, mend) = True, _either(findings, best)
    code = "tab" if was.strip(" -") else "misaligned" if named or any(dashes) else "needs-indent"
    meant = Meant(edits, ask=either or dashes[0] > dashes[1] or not (named or dashes[0]))
    reported.add(code, (number, len(was.partition("-")[0]) + 1), message, mend, meant=meant)
    return reported.found[0]
