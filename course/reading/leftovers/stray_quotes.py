"""Quotes that were meant for the file and that learners would see: curly ones around a whole text, as word processors
make them of straight ones, and one at the end of a text whose beginning has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from course.reading.problems.problem import Edit, Findings, Meant

CODE = "stray-quotes"
_BEFORE = r"^(?P<before> *(?:- +)*(?:[\w-]+: +)?)"
_NOTE = r"(?P<note>[ ]{2,}#[\s#!].*)?$"
"""A note behind the text, for certain."""
_CURLY = re.compile(rf"{_BEFORE}(?:[“„]|«(?!\s))(?P<inner>[^“”„«»\n]+)[”“»]{_NOTE}", re.MULTILINE)
_SINGLE = re.compile(rf"{_BEFORE}‘(?P<inner>[^‘\n]+)[’']{_NOTE}", re.MULTILINE)
_OVER_LINES = re.compile(
    rf"{_BEFORE}[“„](?P<inner>[^“”„«»\n]+(?:\n +[^\s#“”„«»][^“”„«»\n]*)+)[”“](?P<note>)$", re.MULTILINE
)
"""Curly ones around a text on several lines."""
_LONE_DOUBLE = re.compile(rf"{_BEFORE}(?P<inner>[^\s\"'|>\[{{#-][^\"\n]*[^\"\d\s])\"{_NOTE}", re.MULTILINE)
_LONE_SINGLE = re.compile(
    rf"{_BEFORE}(?P<inner>[^\s\"'|>\[{{#-](?:[^\"'\n]|(?<=\w)'(?=\w)|(?<=s)'(?=[ ,;:]))*[.!?…])'{_NOTE}", re.MULTILINE
)
"""A single quote behind a sentence, where none opens: others are in the place of letters, or of an owner's s."""
_LONE = {'"': _LONE_DOUBLE, "'": _LONE_SINGLE}
_BEGAN = re.compile(r" *(?:- +)*(?:(?:[\w-]+: +)?[|>][-+1-9]*|(?:[\w-]+: +(?!.*#)|(?!.*[#:]))[^\s#\[{&!*?:-].*[^\s,])")
"""A line on which surely a text begins, so that what stands under it further in belongs to that text."""
_SPEECH = re.compile(r'(?<![\w"])"\w[^"\n]*[^"\s]"')
"""What somebody says, in straight quotes."""


def find(findings: Findings) -> None:
    """Report both in the text of a file."""
    text = findings.text
    found = [*_lone(text)]
    if not text.isascii() and _SPEECH.search(text):
        for patterns, signs, each in (((_CURLY, _OVER_LINES), "“”„«»", 2), ((_SINGLE,), "‘", 1)):
            there = sum(map(text.count, signs))
            around = [match for pattern in patterns for match in pattern.finditer(text)] if there else []
            if len(around) * each == there:  # else what somebody says is in such quotes here
                found += around
    if not found or (findings.as_read == text and not _may_begin(text, found)):
        return  # as nearly always, and YAML need not be asked
    from course.reading.yaml.outline import Outline  # only where something may be wrong

    texts = Outline(findings.as_read).texts()
    plain = {(line, value.last) for line, value in texts if value.sign not in "|>\"'"}
    for match in found:
        line = text.count("\n", 0, match.start()) + 1
        if (line, line + match[0].count("\n")) in plain:
            _report(match, line, findings)


def _lone(text: str) -> Iterator[re.Match[str]]:
    """The lines whose text ends with a quote, of which there is no other."""
    for sign, behind in (('"', "\n"), ('"', "  #"), ("'", "\n"), ("'", "  #")):
        end = text.find(sign + behind)
        while end >= 0:
            start = text.rfind("\n", 0, end) + 1
            if (sign == "'" or text.find(sign, start) == end) and (match := _LONE[sign].match(text, start)):
                yield match
            end = text.find(sign + behind, end + 1)


def _may_begin(text: str, found: Iterable[re.Match[str]]) -> bool:
    """Whether a text may begin on any of those lines; not where each has no name and goes on with what stands above."""
    judged: dict[int, int] = {}
    for match in found:
        start, depth = match.start(), len(match["before"])
        if match["before"].strip() or not depth:
            return True
        here, above = start, ""
        while start and (not above or len(above) - len(above.lstrip(" ")) >= depth):
            end = start - 1
            start = text.rfind("\n", 0, end) + 1
            if start == judged.get(depth):
                break
            above = text[start:end].rstrip()
        else:
            if not _BEGAN.fullmatch(above):
                return True
        judged[depth] = here
    return False


def _report(match: re.Match[str], number: int, findings: Findings) -> None:
    from course.reading.prose.misread import quoted  # only where something is wrong

    line, before, note = match[0], match["before"], match["note"] or ""
    end = len(line) - len(note)
    column = len(before) + 1 if line[len(before)] in "“„«‘" else end
    message = f"The {line[column - 1]} is a part of this text, and learners would see it."
    mend = "If the quotes are to be around the text, use the straight ones of the keyboard; if somebody says it, put "
    mend += "the whole text in single quotes, with double ones in them."
    if column == end:
        message = "A quote ends this text, and none begins it; learners would see it."
        mend = "Take it away, or put one before the text too."
    inner = match["inner"].lstrip("“„«‘") if column < end else match["inner"]
    first, *below = quoted(inner.split("\n"))
    new = [before + first, *below]
    new[-1] += note
    pairs = zip(line.split("\n"), new, strict=True)
    edits = tuple(Edit(at, was, now) for at, (was, now) in enumerate(pairs, number))
    findings.add(CODE, (number, column), message, mend, meant=Meant(edits, ask=True))
