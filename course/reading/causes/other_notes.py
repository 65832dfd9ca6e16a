"""Notes that an author wrote as they are written elsewhere: behind //, in <!-- and -->, as a row of signs, behind
TODO:, or with nothing before them at all.

In a course a note begins with a # and a space, so such a line is taken for a field, or for a part of the text above it.
Each is tried as the note that it looks like; if less is wrong then, that is what was the matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from course.model.record import Record
from course.reading.causes.anew import LONGEST, errors, read_anew
from course.reading.format.tables import LISTS, NAMES, ON_A_LINE
from course.reading.problems.codes import Level
from course.reading.problems.lines import LINE
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.problems.suggest import nearest
from course.reading.prose.extents import SENTENCE_ENDS, indent, unended
from course.reading.yaml.outline import begins_field

CODE = "needs-hash"
_SIGN = re.compile(r"(?P<inset> *)(?P<sign>//+|;+|/\*+|<!--+)(?P<rest>.*)")
"""What a note begins with elsewhere."""
_END = re.compile(r"\s*(?:\*+/|--+>)\s*$")
"""What some of these end with."""
_ENDS = {"/*": "*/", "<!": "-->"}
_ROW = re.compile(r" *(?:(?:[-=*_~+•·─═–—/]\s?){4,}|(?P<sign>[-=*_~+/─═])(?P=sign){2,}\s.*\S\s*(?P=sign){2,})\s*")
"""A row of signs, with or without words in the middle of it, as a line between two parts."""
_WORD = re.compile(
    r" *(?:- +)?(?P<word>(?=[A-Z])(?i:note(?: to (?:self|me))?|remark|reminder|comment)|TO-?DO|FIXME|XXX"
    r"|TBD|N\.?B\.?)\s*:\s*[^\s#]"
)
"""A word that says of what follows behind it that it is a note. With nothing behind it, or in small
letters, it may be an id or a field."""
_FIRST = re.compile(r"\W*([\w-]+)(?:\s*([:=.,;])(?=\s|$))?")
_MERGED = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_ID_ITEM = re.compile(r" *- [a-z0-9-]+ *")
"""An item of a list of ids."""
_LONG = 50
"""Signs of a note behind which a mail program may have wrapped it."""
_LONG_NAME = 5
"""Letters of a word that may be a field's name with a slip in it."""
_MOST_WRONG = 20
"""Lines of a file at which something is wrong; where there are more, some words alone are not what is the matter."""
_MOST = 8
"""Notes of one file that are looked at one by one."""

Read = Callable[[Findings], object]


class _Note(Record):
    """Lines that look like one note: what is said of it, and the lines as a note of ours."""

    message: str
    edits: tuple[Edit, ...]
    do: str = "put them before this line"


def found(findings: Findings, read: Read) -> tuple[list[_Note], Findings] | None:
    """The notes of other kinds in a file in which something is wrong, that are what is wrong, and what comes of the
    file with these as notes of ours; None if there are none. `read` reads another text in the file's place, and reports
    what is wrong with it."""
    if len(findings.text) > LONGEST or _MERGED.search(findings.text):
        return None
    lines = findings.text.split("\n")
    wrong = {each.place.line for each in findings.found if each.level is Level.ERROR}
    dashes = {each.place.line for each in findings.found if each.code == "list-dash" and each.meant}
    notes = [*_looking_like_notes(lines, wrong, dashes)]
    if not notes or not any(map(begins_field, lines)):
        return None  # as nothing but notes, it is no such file at all
    best = _as_notes(findings, lines, notes, read)
    still = {each.place.line for each in best.found if each.level is Level.ERROR}
    if inside := [note for note in notes if not still.isdisjoint(edit.number for edit in note.edits)]:
        notes = [each for each in notes if each not in inside]  # what goes on below would be lost
        best = _as_notes(findings, lines, notes, read)
    if errors(best) >= errors(findings):
        return None
    kept = notes
    for each in notes if 1 < len(notes) <= _MOST else ():
        fewer = [other for other in kept if other is not each]
        if fewer and errors(without := _as_notes(findings, lines, fewer, read)) <= errors(best):
            kept, best = fewer, without
    return kept, best


def report(findings: Findings, notes: Sequence[_Note], others: Findings) -> None:
    """Put them in place of all that followed from them; `others` holds what else is wrong."""
    reported = Findings(findings.file, findings.text)
    for each in notes:
        first, *more = each.edits
        mend = f"A note begins with a # and a space; {each.do}."
        if more:
            mend = f"{mend[:-1]}, and so on each of the {len(more) + 1} lines."
        meant = Meant(each.edits, ask=True)
        reported.add(CODE, (first.number, indent(first.old) + 1), each.message, mend, meant=meant)
    left = [each for each in others.found if each.code != CODE or each.meant]
    findings.found = sorted([*reported.found, *left], key=lambda each: each.place)


def _as_notes(findings: Findings, lines: Sequence[str], notes: Sequence[_Note], read: Read) -> Findings:
    """What comes of the file with these as notes of ours."""
    return read_anew(findings, lines, [edit for each in notes for edit in each.edits], read)


def _looking_like_notes(lines: Sequence[str], wrong: set[int], dashes: set[int]) -> Iterator[_Note]:
    """Every line that looks like a note and is none, and those that go on with it. At those of `dashes`, another sign
    stands in the place of a list's."""
    at = 0
    while at < len(lines):
        number, line = at + 1, lines[at]
        at += 1
        if line.lstrip()[:1] in ("", "#"):
            continue
        if match := _SIGN.fullmatch(line):
            edits = [_behind(number, line, match)]
            close = _ENDS.get(match["sign"][:2])
            while close and close not in lines[at - 1] and at < len(lines) and len(edits) < _LONG:
                edits.append(Edit(at + 1, lines[at], _END.sub("", _hashed(lines[at]))))
                at += 1
            if not close:
                while at < len(lines) and (more := _SIGN.fullmatch(lines[at])):
                    edits.append(_behind(at + 1, lines[at], more))
                    at += 1
            sign = match["sign"][:4]
            yield _Note(f"{sign} begins no note here.", tuple(edits), f"write them in the place of {sign}")
        elif _ROW.fullmatch(line):
            yield _Note("A row of signs is no note by itself.", (Edit(number, line, _hashed(line)),))
        elif word := _WORD.match(line):
            if word["word"] not in NAMES:
                message = f"{word['word']}: looks like a note, and here it stands in the place of a field."
                yield _Note(message, (Edit(number, line, _hashed(line)),))
        elif number in dashes:
            continue
        elif _goes_on_with_note(lines, number):
            message = "This line seems to belong to the note above it, as if a mail program had wrapped that."
            yield _Note(message, (Edit(number, line, _hashed(line)),))
        elif number in wrong and len(wrong) <= _MOST_WRONG and _is_lone(lines, number):
            message = "This line looks like a note: it has no name with a colon, as a field has."
            do = "put them before it. If learners should read it, it belongs to a text, and further in than its name"
            yield _Note(message, (Edit(number, line, _hashed(line)),), do)


def _hashed(line: str) -> str:
    """The line as a note."""
    return f"{' ' * indent(line)}# {line.strip()}" if line.strip() else line


def _behind(number: int, line: str, match: re.Match[str]) -> Edit:
    """The line with a # in place of another sign for notes."""
    rest = _END.sub("", match["rest"])
    return Edit(number, line, f"{match['inset']}# {rest[1:] if rest[:1] == ' ' else rest}".rstrip())


def _goes_on_with_note(lines: Sequence[str], number: int) -> bool:
    """Whether a line stands right under a long note and looks like the rest of it."""
    above, line = (lines[number - 2] if number > 1 else ""), lines[number - 1]
    if above.lstrip()[:2] != "# " or len(above) < _LONG or begins_field(line) or line.lstrip()[:1] in "-|>":
        return False
    match = LINE.match(line)
    return indent(line) <= indent(above) and (match is None or not match["name"])


def _is_lone(lines: Sequence[str], number: int) -> bool:
    """Whether a line at which something is wrong is some words in the place of a field, and not the rest of the text
    above it."""
    line = lines[number - 1]
    first = _FIRST.match(line)
    if first is None or first[2] in (":", "=") or not line.strip()[0].isalpha():
        return False
    word, alone = first[1].lower(), len(line.split()) < 2
    heading = alone and first[1] != word
    if not heading and (word in NAMES or (len(word) >= _LONG_NAME and nearest(word, NAMES))):
        return False
    above = next((each for each in reversed(lines[: number - 1]) if each.strip() and each.lstrip()[0] != "#"), "")
    name = LINE.match(above)
    under_id = _ID_ITEM.fullmatch(above) is not None
    if alone and not (heading and under_id):
        return False  # a word alone is a note only where it cannot go on with an id
    if name is None or indent(line) > indent(above) + len(name["dashes"]):
        return False
    text = NAMES.get(name["name"] or "", bool(name["value"]))
    if text and name["value"]:  # it may go on
        short = under_id or (name["name"] in ON_A_LINE and len(above) < _LONG)
        return not line.rstrip().endswith(SENTENCE_ENDS) and (short or not unended(above))
    return not text and (bool(name["value"]) or name["name"] not in LISTS)
