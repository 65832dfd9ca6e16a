"""A name that is none: the beginning of a text in which a colon stands, such as `Jonas: first call`, and to which YAML
therefore gives the place of a field."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.reading.format.tables import NAMES
from course.reading.problems.lines import LINE
from course.reading.problems.positions import Spot
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose import notes
from course.reading.prose.extents import MARKED, SENTENCE_ENDS, Extents, glued, indent
from course.reading.prose.misread import colon_taken
from course.reading.prose.no_text import wrong_with

_BEGINS = re.compile(r"[^\"'\[\]{}#&*!|>%@`\s](?:[^:\n]|:(?=\S))*?(?P<colon>[ \t]*:)(?:[ \t]+|$)(?P<value>.*)")
"""A text with a colon in it: what stands before the colon, of one word or of several, and what behind it."""
_BLOCK = re.compile(r"[|>][-+]?[ \t]*")
_IN_IT = ("needs-quotes", "needs-indent", "lost-text", "maybe-lost-text")
"""What is said of the lines of a text that was taken for a field."""
_QUOTE_ALL = (
    "If it is part of that text, put the whole text in quotes, from its first line to its last; or move it under "
)
_QUOTE_ALL += "a | on lines of its own."
_FAR = 100
"""Lines above one among which the name of its text is looked for."""


def is_text(where: Spot, findings: Findings) -> bool:
    """Whether a name that stands where it means nothing begins a text, which is reported: an item of a list, or what
    stands under the name of a text."""
    number = where[0]
    lines = Extents(findings.text if number not in findings.moved else findings.as_read)
    match = LINE.fullmatch(lines[number])
    if match is None or match["name"] in NAMES:
        return False
    start, dashed = match.start("name" if match["name"] else "value"), bool(match["dashes"])
    begins = _BEGINS.match(lines[number], start)
    if begins is None or start != where[1] - 1 or not (match["name"] or dashed):
        return False
    above, column = LINE.fullmatch(lines[lines.above(number)]), len(match["indent"])
    if not dashed:
        if above is None or above["value"] or not NAMES.get(above["name"] or "") or above.start("name") >= column:
            return False
        column = above.start("name")
    value = begins["value"]
    if value[:1] in tuple("|>[{&*!"):
        return False
    end = _end(lines, number, column)
    more = dashed and lines.begins_field(lines[end]) and indent(lines[end]) == start
    edits = _in_quotes(lines.lines(number, end), number, start, before="text: " * more)
    code, message, mend = colon_taken(bool(value))
    if more:  # fields that go with it
        mend = "Write text: behind the dash, and then the whole text in quotes."
    mend += notes.said(lines.lines(number, end))
    inside = range(number, end)  # of which nothing else is to be said
    findings.found = [each for each in findings.found if each.code not in _IN_IT or each.place.line not in inside]
    findings.add(
        code, (number, begins.start("colon") + 1), message, mend, meant=Meant(edits, ask=True) if edits else None
    )
    return True


def goes_on(name: str, where: str, spot: Spot, findings: Findings) -> bool:
    """Whether a line that begins with no field of what stands here (`where`) seems to go on with the text above it,
    which is reported."""
    lines, number, column = Extents(findings.corrected.text), spot[0], spot[1] - 1
    if lines[number][:column].strip() or not lines[number].startswith(f"{name}:", column):
        return False
    begin = next((at for at in range(number - 1, max(0, number - _FAR), -1) if 0 <= _column(lines[at]) <= column), 0)
    match, over = LINE.fullmatch(lines[begin]), lines[lines.above(number)].rstrip()
    if match is None or match.start("name") != column or not NAMES.get(match["name"] or ""):
        return False
    value = match["value"].strip()
    if not value or value[0] in MARKED or not (name[0].isupper() or not over.endswith(SENTENCE_ENDS)):
        return False
    message = f"{where} has no field called {name}; this line seems to go on with the text above it."
    if _BLOCK.fullmatch(value):
        inset = lines[lines.ahead(begin + 1)]
        edits: tuple[Edit, ...] = (Edit(number, lines[number], inset[: indent(inset)] + lines[number].lstrip()),)
        code, mend = "needs-indent", "If it is part of that text, indent it as far as the text."
        edits = () if notes.are_in([lines[number]]) else edits  # in a block, a note would be spoken
    else:
        text = lines.lines(begin, _end(lines, number, column))
        edits = _in_quotes(text, begin, match.start("value"))
        code, mend = "needs-quotes", _QUOTE_ALL + notes.said(text)
    findings.add(code, spot, message, mend, meant=Meant(edits, ask=True) if edits else None)
    return True


def _end(lines: Extents, number: int, column: int) -> int:
    """The number behind the last line of a text of which one is that line, and the others are further in than the
    column. An empty line ends it, and so does a note."""
    end = number + 1
    while lines[end].strip() and indent(lines[end]) > column:
        if lines.begins_field(lines[end]) or (lines[end].lstrip()[0] == "#" and not glued(lines[end])):
            break
        end += 1
    return end


def _in_quotes(old: Sequence[str], number: int, start: int, *, before: str = "") -> tuple[Edit, ...]:
    """The lines of a text, the first of which has that number, in quotes; the text begins at `start`, and what belongs
    `before` it is put there."""
    text = [old[0][start:].rstrip(), *(each.rstrip() for each in old[1:])]
    found = wrong_with("text", text) if not notes.are_in(old[:-1]) else None
    new = (found.meant or found.corrected) if found else notes.in_quotes(text)
    pairs = zip(old, (f"{old[0][:start]}{before}{new[0]}", *new[1:]), strict=True) if new else ()
    return tuple(Edit(at, was, now) for at, (was, now) in enumerate(pairs, number))


def _column(line: str) -> int:
    """The column of the name that a line begins with, behind its dashes; of an empty line, none."""
    match = LINE.match(line)
    return match.start("name") if match and match["name"] else indent(line) if line.strip() else -1
