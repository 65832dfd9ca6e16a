"""A field behind whose name nothing stands, or nothing but a note that nobody reads."""

from __future__ import annotations

import re

from course.reading.format.fields import Field
from course.reading.problems.lines import NAME
from course.reading.problems.positions import Spot
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose.quotes import in_single_quotes

_NOTE = re.compile(rf"([ ]*(?:- +)*{NAME}:[ ]+)#+[ ]*(\S.*)")
_NEEDS_QUOTES = re.compile(r"[\s\S]*(?::\s| #)|[\W_]")


def report(where: Spot, field: Field, mend: str, findings: Findings) -> None:
    """Say that a field is empty; where all that stands behind its name is a note to YAML, as the # before a heading
    makes one, say that."""
    code = "empty" if field.required else "left-empty"
    line = findings.corrected[where[0]]
    note = _NOTE.fullmatch(line)
    if note is None or note[1].lstrip(" -").rstrip(" :") != field.name:
        findings.add(code, where, f"{field.called} is empty.", mend)
        return
    text = note[2].rstrip()
    quoted = text[0] in "\"'" and text[-1] == text[0]
    text = in_single_quotes(text) if _NEEDS_QUOTES.match(text) and not quoted else text
    message = f"{field.called} is empty: what stands behind its # is a note, which no learner reads."
    mend = "Take the # away; or, if it belongs to the text, put the whole text in quotes, with the #."
    meant = Meant((Edit(where[0], line, note[1] + text),), ask=True)
    findings.add(code, (where[0], len(note[1]) + 1), message, mend, meant=meant)
