"""Quotes that were meant for the file and that learners would see: curly ones around a whole text, as word processors
make them of straight ones, one at the end of a text whose beginning has none or the other way round, and an apostrophe
that is doubled where it need not be."""

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
_LONE_CURLY = re.compile(
    rf"^(?P<before> *(?:- +(?:[\w-]+: +)?|[\w-]+: +))(?P<inner>[“„‘][^\n]*[^\s]|[^\s\"'|>\[{{#-][^\n]*[”’]){_NOTE}",
    re.MULTILINE,
)
"""A text on its line that a curly quote opens or ends."""
_TWICE = {sign: re.compile(rf"(?<=\w){sign}(?=\w)") for sign in ("''", "’’")}
"""Two apostrophes in a word."""
_IN_SINGLE = re.compile(rf"{_BEFORE}'(?:[^'\n]|'')*+'{_NOTE}", re.MULTILINE)
"""A line with a text in single quotes, in which an apostrophe is doubled."""
_CURLY_IN_WORD = re.compile(r"\w’\w")
_LONE = {'"': _LONE_DOUBLE, "'": _LONE_SINGLE}
_BEGAN = re.compile(r" *(?:- +)*(?:(?:[\w-]+: +)?[|>][-+1-9]*|(?:[\w-]+: +(?!.*#)|(?!.*[#:]))[^\s#\[{&!*?:-].*[^\s,])")
"""A line on which surely a text begins, so that what stands under it further in belongs to that text."""
_SPEECH = re.compile(r'(?<![\w"])"\w[^"\n]*[^"\s]"')
"""What somebody says, in straight quotes."""


def find(findings: Findings) -> None:
    """Report all of them in the text of a file."""
    _around_or_alone(findings)
    _doubled(findings)


def _around_or_alone(findings: Findings) -> None:
    text = findings.text
    found = [*_lone(text)]
    if any(each in text for each in "“”„‘’"):
        found += [each for each in _LONE_CURLY.finditer(text) if _is_lone(each)]
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
    said = set[int]()
    for match in reversed(found):  # what is around the whole text first
        line = text.count("\n", 0, match.start()) + 1
        if line in said:
            continue
        said.add(line)
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


def _doubled(findings: Findings) -> None:
    """Report apostrophes that are doubled where learners see both: outside of single quotes, or curly ones."""
    found = {number: sign for sign in _TWICE for number in _lines_with(findings.text, sign)}
    if not found:
        return
    from course.reading.yaml.outline import Outline  # only where something may be wrong

    texts = [(line, each) for line, each in Outline(findings.as_read).texts() if any(map(each.text.count, _TWICE))]
    said = {each.place.line for each in findings.found if each.code == CODE}
    for number, twice in found.items():
        if number in said:
            continue
        value = next((each for line, each in texts if line <= number <= each.last), None)
        if value is None or not any(each.search(value.text) for each in _TWICE.values()):
            continue
        line = findings.lines[number]
        sign = "''" if value.sign == "'" else "’" if _CURLY_IN_WORD.search(findings.text) else "'"
        new = _TWICE["’’"].sub(sign, line)
        new = new if value.sign == "'" else _TWICE["''"].sub("'", new)
        message = f"Two apostrophes stand here in a row: {twice}; learners would see both."
        mend = "Leave one of them." if sign != "''" else "Type two straight ones, which are one inside single quotes."
        column = line.index(twice) + 1
        findings.add(CODE, (number, column), message, mend, meant=Meant((Edit(number, line, new),), ask=True))


def _lines_with(text: str, twice: str) -> Iterator[int]:
    """The numbers of the lines in which two apostrophes stand in a word, but for those of single quotes."""
    at = text.find(twice)
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        if twice == "''" and _IN_SINGLE.match(text, start):
            at = text.find("\n", at)
        elif _TWICE[twice].match(text, at):
            yield text.count("\n", 0, start) + 1
        at = text.find(twice, at + 1) if at >= 0 else at


def _is_lone(match: re.Match[str]) -> bool:
    """Whether such a quote has no other half, and the text makes sense without it."""
    from course.reading.prose.quotes import meant  # only where something may be wrong
    from course.reading.prose.speech import sound

    if sound(match["inner"]):
        return False
    reading = meant(match["inner"])
    return not (reading.curly or reading.speech)


def _report(match: re.Match[str], number: int, findings: Findings) -> None:
    from course.reading.prose.misread import misread  # only where something is wrong
    from course.reading.prose.quotes import meant

    line, before, note = match[0], match["before"], match["note"] or ""
    raw = line[len(before) : len(line) - len(note)]
    reading = meant(raw)
    written = reading.written
    if not reading.curly and raw[reading.at] in "“„‘”’" and misread(reading.text.split("\n"), prose=True) is None:
        written = reading.text  # which wants no quotes
    message = f"{reading.message[:-1]}; learners would see it."
    if reading.curly:
        message = f"The {raw[0]} is a part of this text, and learners would see it."
    pairs = zip(line.split("\n"), f"{before}{written}{note}".split("\n"), strict=True)
    edits = tuple(Edit(at, was, now) for at, (was, now) in enumerate(pairs, number))
    at = reading.at if "\n" not in raw else 0
    findings.add(CODE, (number, len(before) + at + 1), message, reading.mend, meant=Meant(edits, ask=True))
