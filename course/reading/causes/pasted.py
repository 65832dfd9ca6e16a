"""What a whole file is that cannot be read, where that is the cause of all else: two versions at once, a file with
something around it that came along, or one of another program.

It is looked for only where something is wrong. What is found stands alone, since all else follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.model.record import Record
from course.reading.causes import cut_off
from course.reading.causes.other_formats import other_format
from course.reading.format.fields import Table
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.problems.suggest import one_of

_MERGED = re.compile(r"(<{7}|={7}|>{7}|\|{7})( .*)?")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})\s*[\w-]*\s*")
_MAIL_HEAD = re.compile(
    r"(?:From|To|Cc|Subject|Date|Sent|Reply-To|Message-ID|MIME-Version|Content-Type|Von|An|Betreff|Datum|De|Objet): .*"
)
_SENTENCE = re.compile(r"[^\W\d_][^:]*\s[^:]*\s[^:]*[.:!?…]|\S*[!?]")
_LABEL = re.compile(r"(?i)\s*(?:ya?ml|copy(?: code)?|edit|markdown|code|\*\*[^*]+\*\*:?|[-=_*]{4,})\s*")
"""What a chat window writes above a piece of text, and what comes along when that is copied."""
_NAME = re.compile(r"([A-Za-z][\w-]*)\s*:(?:\s|$)")
_LINE_NUMBER = re.compile(r"\s*(\d{1,5})(?:[ \t]*[.:)|])?((?:\s.*)?)")
_FEW = 8
"""Lines; fewer are no file of ours."""
_MOST_ABOVE = 40
"""Lines among which the first field is looked for."""


class Cause(Record):
    """What is the matter with a file as a whole, at which line, and what to do."""

    code: str
    line: int
    message: str
    mend: str
    edits: tuple[Edit, ...] = ()
    """What mends it, where that can be written."""
    sure: bool = False
    """Whether nothing else can have been meant."""


def cause(findings: Findings, table: Table) -> bool:
    """Whether one cause accounts for all that is wrong with a file that should hold such a record; it is then all that
    is reported of it."""
    lines = findings.text.split("\n")
    for look in (
        _zeros,
        _run_together,
        _quoted,
        _numbered,
        _flat,
        _foreign,
        _merged,
        _fenced,
        _wrapped,
        _twice,
        _parted,
        _around,
        _cut_off,
    ):
        found = look(lines, table, findings)
        if found is not None:
            findings.found = []
            meant = Meant(found.edits, ask=not found.sure) if found.edits else None
            findings.add(found.code, (found.line, 1), found.message, found.mend, meant=meant)
            return True
    return False


def _zeros(lines: Sequence[str], _table: Table, findings: Findings) -> Cause | None:
    if any(line.strip(" \ufffd") for line in lines) or not any(
        each.code == "control-character" for each in findings.found
    ):
        return None
    message = "This file holds nothing but zeros, as they are left where saving or syncing was cut short."
    return Cause("not-readable", 1, message, "Get it back from a copy: the sync program keeps older ones, or a backup.")


def _run_together(lines: Sequence[str], table: Table, _findings: Findings) -> Cause | None:
    """All lines in one, or all in a comment that one of them was."""
    full = [number for number, line in enumerate(lines, 1) if line.strip()]
    names = [field.name for field in table.required]
    text = " ".join(lines)
    if len(full) > 2 or "{" in text[:1] or not all(re.search(rf"(?<!\S){name}: ", text) for name in names):
        return None
    message = "All lines of this file have run together into one, so that nobody can tell where each began."
    return Cause(
        "syntax", full[0], message, "Get the file back from a copy, or from whoever sent it, as an attachment."
    )


def _merged(lines: Sequence[str], _table: Table, _findings: Findings) -> Cause | None:
    """Marks of a merge: they stand at the margin, where no text of a scenario does."""
    marks = [(number, match[1][0]) for number, line in enumerate(lines, 1) if (match := _MERGED.fullmatch(line))]
    if not marks:
        return None
    first, (opening, *_) = marks[0][0], (sign for _, sign in marks)
    message = "Two versions of this file were put together here, and this line is a mark between them."
    end = next((number for number, sign in marks if sign == ">"), 0)
    if opening == "<" and end > first:
        mend = f"From here to line {end}, keep one of the two versions, and delete the lines with <, = and > marks."
    else:
        others = ", ".join(str(number) for number, _ in marks[1:6])
        mend = f"Delete this line{others and f', and the marks on line {others}'}. Then see whether something is twice."
    return Cause("two-versions", first, message, mend)


def _fenced(lines: Sequence[str], _table: Table, _findings: Findings) -> Cause | None:
    """A code fence at the margin, as chat windows put them around a text."""
    fences = [number for number, line in enumerate(lines, 1) if line[:1] in "`~" and _FENCE.fullmatch(line)]
    if not fences:
        return None
    first, last = fences[0], fences[-1]
    message = "This line is a fence, as chat windows put them around what they give you."
    full = [number for number, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    above, below = [each for each in full if each < first], [each for each in full if each > last]
    talk = (
        above[:1]
        if not any(_NAME.match(lines[each - 1]) and lines[each - 1].strip()[-1] != ":" for each in above)
        else []
    )
    text = any(lines[each - 1][0] == " " or _NAME.match(lines[each - 1]) for each in below)
    begin = _these(talk[0] if talk else first, first)
    mend = f"Delete {begin}."
    if first < last:
        mend = f"Delete {begin}, and {_these(last, last if text or not below else below[-1])}."
    elif not text and below:
        mend = f"Delete {_these(first, below[-1])}."
    alone = not above and not below and len(fences) < 3
    return Cause(
        "pasted", first, message, mend, tuple(Edit(each, lines[each - 1], "", True) for each in fences * alone), alone
    )


def _wrapped(lines: Sequence[str], table: Table, _findings: Findings) -> Cause | None:
    """All of it one step further right, under a name that is no field."""
    full = [number for number, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    first, inner = full[:1], [lines[each - 1] for each in full[1:]]
    name = _NAME.fullmatch(lines[first[0] - 1].rstrip()) if first else None
    if name is None or name[1] in table.by_name or not inner:
        return None
    step = len(inner[0]) - len(inner[0].lstrip(" "))
    outer = {match[1] for each in inner if (match := _NAME.match(each[step:]))}
    if not step or any(each[:step].strip(" ") for each in inner) or not {each.name for each in table.required} <= outer:
        return None
    message = f"The whole {table.name} stands under {name[1]}: here, and so each line of it is too far right."
    mend = f"Delete this line, and begin all below it {step} column{'s' * (step > 1)} further left."
    edits = [Edit(first[0], lines[first[0] - 1], "", gone=True)]
    below = enumerate(lines[first[0] :], first[0] + 1)
    edits += [Edit(number, line, line[step:]) for number, line in below if line[:step].isspace() and line.strip()]
    return Cause("pasted", first[0], message, mend, tuple(edits))


def _quoted(lines: Sequence[str], _table: Table, _findings: Findings) -> Cause | None:
    """Lines quoted as in the answer to a mail."""
    full = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    marked = [number for number, line in full if line.startswith(">")]
    if len(marked) < 3 or len(marked) * 10 < len(full) * 8:
        return None
    message = "The lines of this file begin with >, as mail programs quote what they answer."
    mend = (
        "Take the > and the space after it away from every line (Replace does it at once), or ask for the file itself."
    )
    return Cause("pasted", marked[0], message, mend)


def _numbered(lines: Sequence[str], table: Table, _findings: Findings) -> Cause | None:
    """The number of each line before it, as some programs show and copy it."""
    found = [_LINE_NUMBER.fullmatch(line) for line in lines if line.strip()]
    numbered = [each for each in found if each]
    numbers = [int(each[1]) for each in numbered]
    if len(numbered) < _FEW or len(numbered) < len(found) - 1 or numbers != sorted(set(numbers)):
        return None
    gap = min(len(each[2]) - len(each[2].lstrip()) for each in numbered if each[2].strip())
    bare = [match[2][gap:] if (match := _LINE_NUMBER.fullmatch(line)) else line for line in lines]
    if not any(_begins(each, table) for each in bare):
        return None
    edits = [Edit(at, old, new) for at, (old, new) in enumerate(zip(lines, bare, strict=True), 1) if old != new]
    message = "Each line of this file begins with its number, which came along when it was copied."
    mend = "Take the numbers away, with the signs and spaces that came with them; or ask for the file itself."
    return Cause("pasted", edits[0].number, message, mend, tuple(edits))


def _flat(lines: Sequence[str], table: Table, _findings: Findings) -> Cause | None:
    """A file of which no line is indented any more."""
    full = [line for line in lines if line.strip() and line[0] != "#"]
    outer = [match[1] for line in full if (match := _NAME.match(line))]
    wanted = {field.name for field in table.required}
    if len(full) < _FEW or any(line[0] in " \t" for line in full) or not wanted <= set(outer):
        return None
    if all(each in table.by_name for each in outer):
        return None
    message = "No line of this file is indented any more: something on its way took the spaces away in front of them."
    mend = "They say what belongs to what, so get the file again: as an attachment, or from a copy made before."
    return Cause("needs-indent", 1, message, mend)


def _twice(lines: Sequence[str], table: Table, _findings: Findings) -> Cause | None:
    """The same file two times, one under the other: its required fields are there twice."""
    starts: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        if (match := _NAME.match(line)) and match[1] in table.by_name:
            starts.setdefault(match[1], []).append(number)
    again = [numbers[1] for numbers in starts.values() if len(numbers) > 1]
    if len(again) < 2 or not all(len(starts.get(field.name, ())) > 1 for field in table.required):
        return None
    begins = min(again)
    if _titles(lines[: begins - 1]).isdisjoint(_titles(lines[begins - 1 :])):
        message = f"Another {table.name} begins here, and a file holds one."
        mend = "Cut out all from here on, and save it as a file of its own beside this one."
        return Cause("two-versions", begins, message, mend)
    message = f"The whole {table.name} stands in this file twice: it begins again here."
    mend = f"Keep one of the two: delete the lines from here on, or those above (lines 1 to {begins - 1})."
    return Cause("two-versions", begins, message, mend)


def _titles(lines: Sequence[str]) -> set[str]:
    """What stands behind title: at the margin."""
    return {line.partition(":")[2].strip() for line in lines if line.startswith("title:")}


def _parted(lines: Sequence[str], table: Table, _findings: Findings) -> Cause | None:
    """Three dashes or dots at the margin, with which a file ends for YAML."""
    full = [number for number, line in enumerate(lines, 1) if line.strip() and line[0] not in "#%"]
    signs = [number for number in full[:-1] if lines[number - 1].rstrip() == "..."]
    signs += [number for number in full[1:-1] if lines[number - 1].rstrip() == "---"]
    if not signs:
        return None
    sign = "dashes" if lines[min(signs) - 1][0] == "-" else "dots"
    message = f"With these three {sign} a file ends for YAML, and what stands below them is not read."
    mend = f"Delete this line; or, if another {table.name} begins below it, save that as a file of its own."
    return Cause("second-document", min(signs), message, mend)


def _around(lines: Sequence[str], table: Table, _findings: Findings) -> Cause | None:
    """The head of a mail or a sentence above the first field, or a sentence below the last."""
    full = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    begin = next((at for at, (_, line) in enumerate(full[:_MOST_ABOVE]) if _begins(line, table)), None)
    if begin is None:
        return None
    above = [line for _, line in full[:begin]]
    heads = sum(_MAIL_HEAD.fullmatch(line) is not None for line in above)
    if above and (heads or _SENTENCE.fullmatch(above[0].strip()) or all(map(_LABEL.fullmatch, above))):
        what = "the head of a mail" if heads else "no part of it"
        message = f"The {table.name} begins on line {full[begin][0]}; what stands above it is {what}."
        return Cause("pasted", full[0][0], message, f"Delete {_these(full[0][0], full[begin - 1][0])}.")
    below = [number for number, line in full if line.rstrip() == "--" and line[0] == "-"]
    last, line = full[-1]
    if not below and line[0] not in " -" and not lines[last - 2].strip() and _SENTENCE.fullmatch(line.rstrip()):
        below = [last]
    if not below:
        return None
    message = f"The {table.name} ends above this line; what stands from here on is no part of it."
    return Cause("pasted", below[0], message, f"Delete {_these(below[0], last)}.")


def _cut_off(lines: Sequence[str], _table: Table, findings: Findings) -> Cause | None:
    found = cut_off.ends_in(lines, findings)
    if found is None:
        return None
    message = f"The file ends here, in the middle of {found[0]}. It may have been cut off when it was saved or sent."
    mend = "Get all of it back from a copy; or, if you are still writing it, go on here."
    mend = " ".join([mend, *(each.mend for each in findings.found if each.code == "dead-end")])
    return Cause("cut-off", found[1], message, mend)


def _begins(line: str, table: Table) -> bool:
    match = _NAME.match(line)
    return match is not None and match[1].lower() in table.by_name


def _these(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"the lines {first} to {last}"


def _no_text(findings: Findings) -> bool:
    """Whether a file is made of bytes that stand for no letters: most of its lines hold such."""
    unreadable = sum(each.code == "control-character" for each in findings.found)
    full = sum(line.strip() != "" for line in findings.text.split("\n"))
    return any(each.code == "encoding" for each in findings.found) and unreadable * 2 > full


def _foreign(_lines: Sequence[str], table: Table, findings: Findings) -> Cause | None:
    """A file of another program."""
    what = other_format(findings.text, table)
    if _no_text(findings) and (not what or " text" in what or "CSV" in what):
        what = "a picture, a sound or another file that holds no text"
    if not what:
        return None
    wanted = one_of([f"{field.name}:" for field in table.required]).replace(" or ", " and ")
    message = f"This is no {table.name}: it looks like {what}. A {table.name} has the fields {wanted}."
    mend = "Move it out of the course's folder"
    if table.name == "scenario":
        mend += "; or, to make a scenario of it, begin one with fineline new scenario, and copy the texts over"
    return Cause("other-format", 1, message, f"{mend}.")
