"""What a chat window or an editor puts before lines, and what came along when they were copied: the time and the name
of whoever wrote them, or the number of the line.

Nobody writes such a thing into a scenario before a field. So where something is wrong, the text is read without it; if
less is wrong then, and nothing at these lines, that is what was the matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from course.model.record import replace
from course.reading.causes import numbered
from course.reading.causes.anew import LONGEST, errors, read_anew
from course.reading.causes.numbered import CARET, NUMBER, Read, better, is_field
from course.reading.problems.codes import Level
from course.reading.problems.problem import Edit, Findings, Meant

_DATE = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
_HOUR = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
_WHEN = rf"(?:{_DATE},? )?{_HOUR}(?:,? {_DATE})?"
_WHO = r"[^\W\d_][^\[\]{}:,#\n]{0,40}"
_TIME = re.compile(rf"(?P<inset> *)(?P<stamp>\[{_WHEN}\]|{_WHEN}) (?P<rest>.*)")
_BEFORE = re.compile(rf"(?P<inset> *)(?P<stamp>(?:\[{_WHEN}\]|{_WHEN}(?: [-–])?) {_WHO}:) (?P<rest>.*)")
"""A time, without a name and with one, and on the same line what was written then."""
_NAMED = re.compile(rf"(?P<stamp>{_WHO}:) (?P<rest>.*)")
_ALONE = re.compile(
    rf"\[{_WHEN}\](?: {_WHO}:?)?|(?:(?![a-z]){_WHO}?  ?|{_WHO}?(?:, ?| [—–-] ))(?:\w+ at )?{_WHEN}"
    rf"|{_WHEN}(?:(?: [-–])? (?:{_WHO}:|(?![a-z]){_WHO}(?<![.!?])))?"
)
"""A time and a name, and what was written then stands below. Words in small letters may be the rest of a text."""
_DIFF = re.compile(r"(?P<sign>[+-])(?!--|\+\+)(?P<rest>.*)")
"""What a comparison of two versions puts at the margin before a line that is new, or that is gone."""
_MARGIN = frozenset(">|│┃¦")
"""What stands there before what is answered, and at the left edge of a table or of what a terminal shows."""
_EDGE = re.compile(r"\s*[|│┃¦]\s*$")
_NO_EDGE = re.compile(r"(?!)")
_ALL = 8
"""So many lines are a whole file."""


def name_them(findings: Findings, read: Read) -> bool:
    """Name what came along, in place of all that follows from it; whether there was anything. `read` reads another
    text in the file's place, and reports what is wrong with it."""
    if len(findings.text) > LONGEST:
        return False
    lines = findings.text.split("\n")
    wrong = {each.place.line for each in findings.found if each.level is Level.ERROR}
    if compared := _compared(findings, lines, read):
        _report_compared(findings, *compared)
        return True
    if answered := _answered(findings, lines, read):
        _report_answered(findings, *answered)
        return True
    stamps = _times_alone(lines) or _names_alone(lines)
    stamps = stamps or [edit for at, line in enumerate(lines, 1) if (edit := _without_stamp(at, line, wrong))]
    stamps = stamps or [Edit(each, lines[each - 1], "", gone=True) for each in sorted(wrong) if _lone_sign(lines, each)]
    if stamps:
        other = read_anew(findings, lines, stamps, read)
        if better(findings, other, stamps) or _all_of_it(lines, stamps):
            _report(findings, other, stamps)
            return True
    return numbered.name_them(findings, lines, wrong, read)


def _times_alone(lines: Sequence[str]) -> list[Edit]:
    """The lines without their times, if each has one and hardly any a name behind it."""
    times = [(number, match) for number, line in enumerate(lines, 1) if (match := _TIME.fullmatch(line))]
    named = sum(not is_field(match["rest"]) and _BEFORE.fullmatch(match[0]) is not None for _, match in times)
    edits = [Edit(number, match[0], match["inset"] + match["rest"]) for number, match in times]
    return edits if named * 2 < len(times) and _all_of_it(lines, edits) else []


def _names_alone(lines: Sequence[str]) -> list[Edit]:
    """The lines without the name of whoever wrote them, if it is the same before each."""
    found = [(number, match) for number, line in enumerate(lines, 1) if (match := _NAMED.fullmatch(line))]
    edits = [Edit(number, match[0], match["rest"]) for number, match in found]
    return edits if len({match["stamp"] for _, match in found}) == 1 and _all_of_it(lines, edits) else []


def _compared(findings: Findings, lines: Sequence[str], read: Read) -> tuple[Findings, list[Edit]] | None:
    """What comes of the lines without the signs of a comparison, and what it takes; None if there are none. A line that
    is gone in it goes, one that is new stays, as far in as the lines around it."""
    signs = [(number, match) for number, line in enumerate(lines, 1) if (match := _DIFF.fullmatch(line))]
    gone = any(match["sign"] == "+" for _, match in signs)  # else nobody knows whether the others are
    signs = [each for each in signs if gone or each[1]["rest"].startswith("  ")]
    if not signs:
        return None
    tries: list[list[Edit]] = []
    for instead in ("", " "):
        new = [(number, match, instead * bool(match["rest"].strip()) + match["rest"]) for number, match in signs]
        out = [gone and match["sign"] == "-" for _, match, _ in new]
        tries.append([Edit(at, match[0], rest * (not no), no) for no, (at, match, rest) in zip(out, new, strict=True)])
    return _best(findings, lines, tries, read)


def _report_compared(findings: Findings, other: Findings, edits: Sequence[Edit]) -> None:
    """Put the signs of a comparison in place of what followed from them."""
    first, *more = edits
    new = not first.gone
    message = f"The {first.old[0]} at the beginning of this line comes from a comparison of two versions"
    message += "." if first.old[0] == "+" else ", where it is before lines that are gone."
    space = " and put a space in its place" if first.new[:1] == " " and first.new[1:] == first.old[1:] else ""
    mend = (
        f"Take the {first.old[0]} away{space}, and leave the rest of the line where it is"
        if new
        else "Delete this line"
    )
    if more:
        gone = len({each.old[0] for each in edits}) > 1
        mend += f"; so too on {_others(more)}" + (" (before + take it away, with - delete the line)" if gone else "")
    _put(findings, other, (first.number, 1), message, f"{mend}.", edits)


def _answered(findings: Findings, lines: Sequence[str], read: Read) -> tuple[Findings, list[Edit]] | None:
    """What comes of some lines without the sign of an answer or the bar at their margin, and at their end if there is
    one too, and what it takes; None where there are none, or all lines have a >, which is said of the file."""
    found = [(number, line) for number, line in enumerate(lines, 1) if line[:1] in _MARGIN and line]
    sign = found[0][1][0] if found else ""
    marked = [(number, line) for number, line in found if line[0] == sign]
    every = len(marked) == sum(line.strip() != "" for line in lines)
    if not marked or (sign == ">" and every):
        return None
    edges = [_EDGE] if sign != ">" and all(_EDGE.search(line, 1) for _, line in marked) else []
    tries = [
        [Edit(at, line, end.sub("", line).removeprefix(before).removeprefix(sign)) for at, line in marked]
        for end in (*edges, _NO_EDGE)
        for before in dict.fromkeys((marked[0][1][:2], sign))
    ]
    best = _best(findings, lines, tries, read)
    return best or ((read_anew(findings, lines, tries[0], read), tries[0]) if _all_of_it(lines, tries[0]) else None)


def _report_answered(findings: Findings, other: Findings, edits: Sequence[Edit]) -> None:
    """Put the signs at the margin in place of what followed from them."""
    first, more = edits[0], len(edits) - 1
    sign, where = first.old[0], "a mail program, which puts it before what is answered"
    if sign != ">":
        where = "a table, or from what a terminal shows, and came along when this was copied"
    message = f"The {sign} at the beginning of this line comes from {where}."
    space = " and the space behind it" if first.old.startswith(f"{sign} {first.new}") else ""
    end = ", and the one at its end" if _EDGE.search(first.old, 1) and not _EDGE.search(first.new) else ""
    mend = f"Take it away{space}{end}, and leave the rest of the line where it is"
    if more:
        mend += f"; so too on {f'{more} more lines' if more > 1 else f'line {edits[1].number}'}"
    _put(findings, other, (first.number, 1), message, f"{mend}.", edits)


def _without_stamp(number: int, line: str, wrong: set[int]) -> Edit | None:
    """The line without what a chat window put before it; what stands further in may be part of a text."""
    match = _stamp(line)
    if match is None and line[:1] != " " and _ALONE.fullmatch(line.rstrip()):
        return Edit(number, line, "", gone=True)
    if match is None or (match["inset"] and not (number in wrong and is_field(match["rest"]))):
        return None
    return Edit(number, line, match["inset"] + match["rest"])


def _lone_sign(lines: Sequence[str], number: int) -> bool:
    """Whether a line is the one that is shown under another, which has not come along with its number."""
    above = lines[number - 2] if number > 1 else ""
    return CARET.fullmatch(lines[number - 1]) is not None and NUMBER.fullmatch(above) is None


def _stamp(line: str) -> re.Match[str] | None:
    """A time, or a time and a name, and what stands behind them. The name of a field is nobody's."""
    match = _TIME.fullmatch(line)
    if match is not None and is_field(match["rest"]):
        return match
    return _BEFORE.fullmatch(line)


def _stamped(edit: Edit) -> str:
    """What such an edit takes away."""
    found = [match["stamp"] for each in (_TIME, _BEFORE, _NAMED) if (match := each.fullmatch(edit.old))]
    return next((each for each in found if edit.old.replace(f"{each} ", "", 1) == edit.new), edit.old.strip())


def _best(
    findings: Findings, lines: Sequence[str], tries: Iterable[list[Edit]], read: Read
) -> tuple[Findings, list[Edit]] | None:
    """What comes of the edits with which least is wrong, of those with which less is, and these edits; None if it is
    so with none."""
    tried = [(read_anew(findings, lines, edits, read), edits) for edits in tries]
    good = [each for each in tried if better(findings, *each)]
    return min(good, key=lambda each: errors(each[0]), default=None)


def _all_of_it(lines: Sequence[str], edits: Sequence[Edit]) -> bool:
    """Whether each line begins so: then it is that, whatever else is wrong."""
    full = sum(line.strip() != "" for line in lines)
    return len(edits) >= _ALL and len(edits) * 10 >= full * 9 and any(is_field(each.new) for each in edits)


def _report(findings: Findings, other: Findings, edits: Sequence[Edit]) -> None:
    """Put what came along from a chat in place of what followed from it."""
    first, *more = edits
    what = _stamped(first)
    message = f"{what} is what a chat window writes before a message: it came along when this was copied."
    if CARET.fullmatch(first.old):
        message = "This line, with its ^, is what a check shows under another one: it came along when that was copied."
    mend = (
        "Delete this line" if not first.new else "Delete it, with the space behind it, and leave the rest of the line"
    )
    if more:
        mend = f"{mend}; so too on {_others(more)}"
    _put(findings, other, (first.number, 1), message, f"{mend}.", edits)


def _others(more: Sequence[Edit]) -> str:
    return f"line {more[0].number}" if len(more) == 1 else f"{len(more)} more lines, the next of them {more[0].number}"


def _put(
    findings: Findings, other: Findings, where: tuple[int, int], message: str, mend: str, edits: Sequence[Edit]
) -> None:
    reported = Findings(findings.file, findings.text)
    reported.add("pasted", where, message, mend, meant=Meant(tuple(edits), ask=True))
    left = [replace(each, meant=None) for each in other.found]  # which nobody has tried
    findings.found = sorted([*reported.found, *left], key=lambda each: each.place)
