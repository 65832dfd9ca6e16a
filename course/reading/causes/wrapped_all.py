"""A whole file that a mail program has wrapped: each longer line is broken at a blank, its rest stands at the margin.

Such a program breaks a line only where the next word does not fit. So it shows which lines go on with the one above
them, and each can be joined with it again as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from course.model.record import replace
from course.reading.causes.anew import LONGEST, errors, read_anew
from course.reading.format.fields import Table
from course.reading.problems.lines import LINE
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose.extents import NOTE

_FEWEST = 3
"""Lines that go on with the one above them; where there are fewer, somebody may have wrapped them by hand."""
_NARROWEST = 50
"""Signs in a line that such a program leaves."""


def found(
    findings: Findings, table: Table, read: Callable[[Findings], object]
) -> tuple[list[Edit], list[int], Findings] | None:
    """What joins the lines of such a file, the numbers of those that go on with others, and what comes of it; None if
    it is none. `read` reads another text in the file's place, and reports what is wrong with it."""
    if len(findings.text) > LONGEST:
        return None
    lines = findings.text.split("\n")
    rests = _rests(lines, table)
    if len(rests) < _FEWEST:
        return None
    edits = [*_joined(lines, rests)]
    joined = read_anew(findings, lines, edits, read)
    return (edits, rests, joined) if errors(joined) < errors(findings) else None


def report(findings: Findings, edits: Sequence[Edit], rests: Sequence[int], others: Findings) -> None:
    """Put the wrapping in place of all that followed from it; `others` holds what else is wrong."""
    reported, more = Findings(findings.file, findings.text), len(rests) - 1
    message = "A mail program seems to have wrapped this file: this line is the rest of the one above it, and so it is "
    message += f"with {more} more lines, the next of them {rests[1]}."
    mend = "Put each of them at the end of the line above it, behind a space; or have the file sent as an attachment."
    reported.add("needs-indent", (rests[0], 1), message, mend, meant=Meant(tuple(edits), ask=True))
    left = [replace(each, meant=None) for each in others.found]  # their lines are others, once these are joined
    findings.found = sorted([*reported.found, *left], key=lambda each: each.place)


def _rests(lines: Sequence[str], table: Table) -> list[int]:
    """The numbers of the lines at the margin whose first word did not fit on the line above, in the width that makes
    most of them so."""
    gaps = []
    for number, line in enumerate(lines[1:], 2):
        name = LINE.match(line)
        field = name is not None and name["name"] in table.by_name
        above = len(lines[number - 2].rstrip())
        if above and line[:1].strip() and not NOTE.match(line) and not field:
            gaps.append((number, above, above + len(line.split()[0])))
    widths = sorted({above for _, above, _ in gaps if above >= _NARROWEST})
    fitting = ([number for number, above, over in gaps if above <= width <= over] for width in widths)
    most = max(fitting, key=len, default=[])
    return most if 2 * len(most) > len(gaps) else []  # else all lines stand at the margin, for another reason


def _joined(lines: Sequence[str], rests: Sequence[int]) -> Iterator[Edit]:
    """What puts these lines at the end of those above them."""
    wholes: dict[int, list[str]] = {}
    first = 0
    for number in rests:
        first = first if number - 1 in rests else number - 1
        wholes.setdefault(first, [lines[first - 1].rstrip()]).append(lines[number - 1].rstrip())
    yield from (Edit(number, lines[number - 1], " ".join(pieces)) for number, pieces in wholes.items())
    yield from (Edit(number, lines[number - 1], "", gone=True) for number in rests)
