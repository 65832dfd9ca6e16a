"""A list that stands in a text under a |, where everything is text: the line above it that named the list is lost, or
the dashes are its author's own. Learners would read all of it in one line, dashes and names and all."""

from __future__ import annotations

from course.reading.format.tables import NAMES
from course.reading.problems.lines import LINE
from course.reading.problems.positions import Spot
from course.reading.problems.problem import Findings
from course.reading.prose.extents import IN, SENTENCE_ENDS, indent


def report(start: Spot, name: str, findings: Findings) -> None:
    """Report the list in the text of that name that begins there, if there is one. Where its items begin with names of
    fields, it is none of the text's; where they do not, a sentence is over above it."""
    lines, number = findings.corrected, start[0]
    if lines[number][start[1] - 1 : start[1]] not in ("|", ">"):
        return
    above, inset = "", 0
    for at in range(number + 1, len(lines)):
        line = lines[at]
        column = indent(line)
        inset = inset or column
        if line.strip() and column < inset:
            return
        if line[column : column + 2] == "- " and (item := LINE.match(line)):
            if item["name"] in NAMES and above:
                message = f"This line begins like an item of a list, and is a part of the text under {name}: above it."
                mend = f"If it is an item, put the line above it that names its list, in column {column - IN + 1}; "
                mend += "if it is part of the text, take the dash away."
                findings.add("wrong-kind", (at, column + 1), message, mend)
                return
            body = line[column + 2 :].lstrip()
            if above.endswith(SENTENCE_ENDS) and not body[:1].islower():
                message = f"Learners see this dash as it stands: the line is a part of the text under {name}: above it."
                perhaps = "discuss" if line.rstrip().endswith("?") else "know"
                mend = f"If a list begins here, put the line above it that names it, such as {perhaps}:, in column "
                mend += f"{column - IN + 1}; if not, take the dash away."
                findings.add("markup", (at, column + 1), message, mend)
                return
        above = line.rstrip()
