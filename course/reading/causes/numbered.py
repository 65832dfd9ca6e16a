"""The numbers of lines that came along with them, as an editor or a check shows lines, or a mend that is offered.

If less is wrong without them, and nothing at these lines, that is what was the matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from course.model.record import replace
from course.reading.causes.anew import errors, read_anew
from course.reading.causes.sure_mends import columns
from course.reading.format.tables import NAMES
from course.reading.problems.codes import Level
from course.reading.problems.problem import Edit, Findings, Meant

_FIELD = re.compile(r" *(?:- +)?([a-z][\w-]*) *:(\s.*)?")
NUMBER = re.compile(
    r" *(?P<stamp>(?P<number>\d{1,5})(?: ?[:|])?|line (?P<shown>\d+) (?:is:(?: {6})?|would be:))"
    r"(?P<gap>\s*)(?P<rest>(?:[^\s\d].*)?)"
)
"""The number of a line before it, as an editor or a check shows it, or as a mend is shown."""
_AS_IT_IS = re.compile(r" *line (\d+) is:\s.*\n *line \1 would be:.*")
"""What a mend shows of a line, and what it would make of it below; of the two, that one is wanted."""
CARET = re.compile(r" *\| *\^ *")
"""What is shown under a line in which something is wrong."""
_MOST_PIECES, _MOST_COLUMNS = 4, 6
"""Pieces of one file with numbers of which it is tried, and columns."""

Read = Callable[[Findings], object]


def name_them(findings: Findings, lines: Sequence[str], wrong: set[int], read: Read) -> bool:
    """Name the numbers that some lines begin with, if all is well there without them; whether there are any."""
    pieces = [piece for piece in _numbered(lines) if not wrong.isdisjoint(range(piece[0], piece[-1] + 2))]
    reported = Findings(findings.file, findings.text)
    edits: list[Edit] = []
    best = findings
    if 1 < len(pieces) <= _MOST_PIECES:  # one may be the reason that nobody sees the other
        all_of_them = [next(_without_numbers(lines, piece), []) for piece in pieces]
        together = [edit for each in all_of_them for edit in each]
        other = read_anew(findings, lines, together, read)
        if better(findings, other, together):
            edits, best, pieces = together, other, []
            for each in all_of_them:
                _report_numbers(reported, each)
    for piece in pieces[:_MOST_PIECES]:
        tried = [(each, read_anew(findings, lines, [*edits, *each], read)) for each in _without_numbers(lines, piece)]
        good = [each for each in tried if better(best, each[1], each[0])]
        if good:
            new, best = min(good, key=lambda each: errors(each[1]))
            edits += new
            _report_numbers(reported, new)
    if edits:
        left = [replace(each, meant=None) for each in best.found]  # which nobody has tried
        findings.found = sorted([*reported.found, *left], key=lambda each: each.place)
    return bool(edits)


def _numbered(lines: Sequence[str]) -> list[list[int]]:
    """Lines that begin with a number, each with those right below it that count on, with a field among them."""
    pieces: list[list[int]] = []
    last = 0
    for number, line in enumerate(lines, 1):
        match = NUMBER.fullmatch(line)
        if CARET.fullmatch(line) and pieces and pieces[-1][-1] == number - 1:
            pieces[-1].append(number)
            continue
        count = int(match["number"] or match["shown"]) if match else 0
        next_one = count == last + 1 or _goes(lines, number - 1)
        if match and pieces and pieces[-1][-1] == number - 1 and next_one:
            pieces[-1].append(number)
        elif match:
            pieces.append([number])
        last = count
    return [each for each in pieces if any(_is_numbered(lines[number - 1]) for number in each)]


def _without_numbers(lines: Sequence[str], piece: Sequence[int]) -> Iterator[list[Edit]]:
    """The lines without their numbers, as far in as they may have been: mostly by what stands behind the numbers."""
    gone = [number for number in piece if _goes(lines, number)]
    stay = [number for number in piece if number not in gone]
    found = [(number, match) for number in stay if (match := NUMBER.fullmatch(lines[number - 1]))]
    full = [len(match["gap"]) for _, match in found if match["rest"]]
    around = sorted(columns(lines, piece[0]), key=lambda each: abs(each - full[0]))
    for first in list(dict.fromkeys((full[0] - 1, full[0], full[0] - 2, *around)))[:_MOST_COLUMNS]:
        if min(full) + first - full[0] >= 0:
            yield [
                *(
                    Edit(number, match[0], " " * max(0, len(match["gap"]) + first - full[0]) + match["rest"])
                    for number, match in found
                ),
                *(Edit(each, lines[each - 1], "", gone=True) for each in gone),
            ]


def _goes(lines: Sequence[str], number: int) -> bool:
    """Whether a line goes as a whole: it shows where something is wrong, or how a line is that would be another."""
    shown = "\n".join(lines[number - 1 : number + 1])
    return CARET.fullmatch(lines[number - 1]) is not None or _AS_IT_IS.fullmatch(shown) is not None


def _report_numbers(reported: Findings, edits: Sequence[Edit]) -> None:
    first, gone = edits[0], [each for each in edits if each.gone]
    more = len(edits) - 1 - len(gone)
    match = NUMBER.fullmatch(first.old)
    what = match["stamp"].strip() if match and match["shown"] else f"the number {re.findall(r'[0-9]+', first.old)[0]}"
    column = len(first.new) - len(first.new.lstrip()) + 1
    message = f"This line begins with {what}, which seems to have come along when it was copied."
    mend = f"Take it away, and begin the line in column {column}."
    if more:
        mend = f"{mend} So too the {f'{more} lines' if more > 1 else 'line'} below it, each as much further left."
    if gone:
        mend += f" Delete line {gone[0].number}, {'with the ^' if CARET.fullmatch(gone[0].old) else 'as it was'}."
    reported.add("pasted", (first.number, 1), message, mend, meant=Meant(tuple(edits), ask=True))


def better(findings: Findings, other: Findings, edits: Sequence[Edit]) -> bool:
    """Whether less is wrong then, and nothing at these lines."""
    at = {each.number for each in edits}
    still = any(each.place.line in at for each in other.found if each.level is Level.ERROR)
    return not still and errors(other) < errors(findings)


def is_field(text: str) -> bool:
    """Whether a text begins with one of the names of our fields, or stands for an id."""
    match = _FIELD.fullmatch(text)
    return match is not None and (match[1] in NAMES or not (match[2] or "").strip())


def _is_numbered(line: str) -> bool:
    match = NUMBER.fullmatch(line)
    return match is not None and is_field(match["rest"])
