"""What a chat window or an editor puts before lines, and what came along when they were copied: the time and the name
of whoever wrote them, or the number of the line.

Nobody writes such a thing into a scenario before a field. So where something is wrong, the text is read without it; if
less is wrong then, and nothing at these lines, that is what was the matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from course.model.record import replace
from course.reading.codes import Level
from course.reading.problems import Edit, Findings, Meant
from course.reading.sure_mends import columns
from course.reading.tables import NAMES

_DATE = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
_HOUR = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
_WHEN = rf"(?:{_DATE},? )?{_HOUR}(?:,? {_DATE})?"
_WHO = r"[^\W\d_][^\[\]{}:,#\n]{0,40}"
_TIME = re.compile(rf"(?P<inset> *)(?P<stamp>\[{_WHEN}\]|{_WHEN}) (?P<rest>.*)")
_BEFORE = re.compile(rf"(?P<inset> *)(?P<stamp>(?:\[{_WHEN}\]|{_WHEN}(?: [-–])?) {_WHO}:) (?P<rest>.*)")
"""A time, without a name and with one, and on the same line what was written then."""
_ALONE = re.compile(
    rf"\[{_WHEN}\](?: {_WHO}:?)?|{_WHO}?(?:, ?|  ?| [—–-] )(?:\w+ at )?{_WHEN}|{_WHEN}(?:(?: [-–])? {_WHO}:?)?"
)
"""A time and a name, and what was written then stands below."""
_FIELD = re.compile(r" *(?:- +)?([a-z][\w-]*) *:(\s.*)?")
_NUMBERED = re.compile(r" *(?P<number>\d{1,5})(?: ?[:|])?(?P<gap>\s*)(?P<rest>(?:- +)?[a-z][\w-]*:(?:\s.*)?)")
_LONGEST = 100_000
"""Characters; a longer file is not read again."""
_MOST_NUMBERS = 4
"""Lines of one file with a number of which it is tried."""
_MOST_COLUMNS = 6
_ALL = 8
"""So many lines are a whole file."""

Read = Callable[[Findings], object]


def name_them(findings: Findings, read: Read) -> bool:
    """Name what came along, in place of all that follows from it; whether there was anything. `read` reads another
    text in the file's place, and reports what is wrong with it."""
    if len(findings.text) > _LONGEST:
        return False
    lines = findings.text.split("\n")
    wrong = {each.place.line for each in findings.found if each.level is Level.ERROR}
    stamps = _times_alone(lines)
    stamps = stamps or [edit for at, line in enumerate(lines, 1) if (edit := _without_stamp(at, line, wrong))]
    if stamps:
        other = _read(findings, lines, stamps, read)
        if _better(findings, other, stamps) or _all_of_it(lines, stamps):
            _report(findings, other, stamps)
            return True
    found = False
    for number in [each for each in sorted(wrong) if _is_numbered(lines[each - 1])][:_MOST_NUMBERS]:
        found = _name_number(findings, lines, number, read) or found
    return found


def _times_alone(lines: Sequence[str]) -> list[Edit]:
    """The lines without their times, if each has one and hardly any a name behind it."""
    times = [(number, match) for number, line in enumerate(lines, 1) if (match := _TIME.fullmatch(line))]
    named = sum(not _is_field(match["rest"]) and _BEFORE.fullmatch(match[0]) is not None for _, match in times)
    edits = [Edit(number, match[0], match["inset"] + match["rest"]) for number, match in times]
    return edits if named * 2 < len(times) and _all_of_it(lines, edits) else []


def _without_stamp(number: int, line: str, wrong: set[int]) -> Edit | None:
    """The line without what a chat window put before it; what stands further in may be part of a text."""
    match = _stamp(line)
    if match is None and line[:1] != " " and _ALONE.fullmatch(line.rstrip()):
        return Edit(number, line, "")
    if match is None or (match["inset"] and not (number in wrong and _is_field(match["rest"]))):
        return None
    return Edit(number, line, match["inset"] + match["rest"])


def _stamp(line: str) -> re.Match[str] | None:
    """A time, or a time and a name, and what stands behind them. The name of a field is nobody's."""
    match = _TIME.fullmatch(line)
    if match is not None and _is_field(match["rest"]):
        return match
    return _BEFORE.fullmatch(line)


def _stamped(edit: Edit) -> str:
    """What such an edit takes away."""
    found = [match["stamp"] for each in (_TIME, _BEFORE) if (match := each.fullmatch(edit.old))]
    return next((each for each in found if edit.old.replace(f"{each} ", "", 1) == edit.new), edit.old.strip())


def _is_field(text: str) -> bool:
    """Whether a text begins with one of the names of our fields, or stands for an id."""
    match = _FIELD.fullmatch(text)
    return match is not None and (match[1] in NAMES or not (match[2] or "").strip())


def _is_numbered(line: str) -> bool:
    match = _NUMBERED.fullmatch(line)
    return match is not None and _is_field(match["rest"])


def _read(findings: Findings, lines: Sequence[str], edits: Sequence[Edit], read: Read) -> Findings:
    """What comes of reading these lines with these edits."""
    new = {each.number: each.new for each in edits}
    other = Findings(findings.file, "\n".join(new.get(number, line) for number, line in enumerate(lines, 1)))
    read(other)
    return other


def _better(findings: Findings, other: Findings, edits: Sequence[Edit]) -> bool:
    """Whether less is wrong then, and nothing at these lines."""
    at = {each.number for each in edits}
    still = any(each.place.line in at for each in other.found if each.level is Level.ERROR)
    return not still and _errors(other) < _errors(findings)


def _all_of_it(lines: Sequence[str], edits: Sequence[Edit]) -> bool:
    """Whether each line begins so: then it is that, whatever else is wrong."""
    full = sum(line.strip() != "" for line in lines)
    return len(edits) >= _ALL and len(edits) * 10 >= full * 9 and any(_is_field(each.new) for each in edits)


def _report(findings: Findings, other: Findings, edits: Sequence[Edit]) -> None:
    """Put what came along from a chat in place of what followed from it."""
    first, *more = edits
    what = _stamped(first)
    message = f"{what} is what a chat window writes before a message: it came along when this was copied."
    mend = (
        "Delete this line" if not first.new else "Delete it, with the space behind it, and leave the rest of the line"
    )
    if more:
        where = (
            f"line {more[0].number}" if len(more) == 1 else f"{len(more)} more lines, the next of them {more[0].number}"
        )
        mend = f"{mend}; so too on {where}"
    _put(findings, other, (first.number, 1), message, f"{mend}.", edits)


def _name_number(findings: Findings, lines: Sequence[str], number: int, read: Read) -> bool:
    """Name the number that a line begins with, if all is well there without it."""
    line = lines[number - 1]
    tried = []
    for column in _insets(lines, number):
        match = _NUMBERED.fullmatch(line)
        assert match is not None
        edits = [Edit(number, line, " " * column + match["rest"])]
        tried.append((edits, _read(findings, lines, edits, read)))
        if not _errors(tried[-1][1]):
            break
    good = [each for each in tried if _better(findings, each[1], each[0])]
    if not good:
        return False
    edits, other = min(good, key=lambda each: _errors(each[1]))
    column = len(edits[0].new) - len(edits[0].new.lstrip()) + 1
    number_there = re.findall(r"\d+", line)[0]
    message = f"This line begins with the number {number_there}, which seems to have come along when it was copied."
    _put(findings, other, (number, 1), message, f"Take it away, and begin the line in column {column}.", edits)
    return True


def _insets(lines: Sequence[str], number: int) -> Iterator[int]:
    """How many spaces the line may begin with, without its number: mostly as many as stand behind it."""
    match = _NUMBERED.fullmatch(lines[number - 1])
    gap = len(match["gap"]) if match else 0
    around = sorted(columns(lines, number), key=lambda each: abs(each - gap))
    yield from list(dict.fromkeys(each for each in (gap - 1, gap, gap - 2, *around) if each >= 0))[:_MOST_COLUMNS]


def _put(
    findings: Findings, other: Findings, where: tuple[int, int], message: str, mend: str, edits: Sequence[Edit]
) -> None:
    reported = Findings(findings.file, findings.text)
    reported.add("pasted", where, message, mend, meant=Meant(tuple(edits), ask=True))
    left = [replace(each, meant=None) for each in other.found]  # which nobody has tried
    findings.found = sorted([*reported.found, *left], key=lambda each: each.place)


def _errors(findings: Findings) -> int:
    return sum(each.level is Level.ERROR for each in findings.found)
