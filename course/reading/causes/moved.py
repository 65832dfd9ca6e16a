"""Several lines that were moved together, as an item of a list or a scene is that was pasted too far left or right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.model.record import Record
from course.reading.causes.sure_mends import begin
from course.reading.format.tables import NAMES
from course.reading.problems.lines import LINE
from course.reading.problems.problem import Edit
from course.reading.prose.extents import IN, indent

_MOST = 400
"""Lines that are moved together; a longer scene was not pasted by hand."""


class _Open(Record):
    """A dash or a name under which something may stand: its column, and how far in its text begins if it has one on the
    lines below; -1 for a name that has one on its own line, so that nothing may."""

    column: int
    inset: int = 0


def blocks(lines: Sequence[str], number: int) -> Iterator[list[Edit]]:
    """The line of that number with all that belongs to it, or all that stands in its column or further in, in each of
    the columns in which the line could stand."""
    line = lines[number - 1]
    own = indent(line)
    if not line.strip() or line.lstrip()[0] == "#":
        return
    for column in sorted(_columns(lines, number)):
        ends = sorted({_end(lines, number, column, several=several) for several in (False, True)})
        for end in ends if column != own else ():
            block = range(number, end)
            edits = [Edit(each, lines[each - 1], _moved(lines[each - 1], column - own)) for each in block]
            edits = [each for each in edits if each.old.strip()]
            if len(edits) > 1:
                yield edits
        if column > own and len(flat := _flat(lines, number, column)) > 1:
            yield flat


def _flat(lines: Sequence[str], number: int, column: int) -> list[Edit]:
    """The line of an item and those of its fields that stand right under its dash, as all do that have lost the spaces
    they began with; as they belong in that column."""
    own, found = indent(lines[number - 1]), list[Edit]()
    for at in range(number, min(number + _MOST, len(lines) + 1)):
        line = lines[at - 1]
        dashed = "-" in begin(line)
        if indent(line) != own or dashed != (at == number) or not _is_field(line):
            break
        found.append(Edit(at, line, " " * (column + (0 if dashed else IN)) + line.lstrip()))
    return found


def _columns(lines: Sequence[str], number: int) -> set[int]:
    """Where a line of that sort could stand: in line with one like it, or under a name alone."""
    line, found, inmost = lines[number - 1], set[int](), len(lines[number - 1]) + _MOST
    for above in reversed(lines[max(0, number - _MOST) : number - 1]):
        match = LINE.fullmatch(above)
        if match is None or above.lstrip()[:1] in ("", "#") or indent(above) >= inmost:
            continue
        if match["name"] and not match["value"]:
            found.add(match.start("name") + IN)
        if "-" in begin(line):
            found |= {indent(above)} if match["dashes"] else set()
        elif match["name"] and (match["name"] in NAMES) == _is_field(line):
            found.add(match.start("name"))
        inmost = indent(above)
    return found


def first_beside(lines: Sequence[str], number: int) -> int:
    """The number of the first item of the list that a line with a dash seems to belong to; 0 if there is none."""
    column = indent(lines[number - 1])
    if "-" in begin(lines[number - 1]):
        for at in range(number - 1, max(0, number - _MOST), -1):
            match = LINE.fullmatch(lines[at - 1])
            if match and match["name"] and not (match["dashes"] or match["value"]) and len(match["indent"]) < column:
                return at + 1 if lines[at].lstrip()[:1] == "-" and at + 1 < number else 0
    return 0


def above(lines: list[str], number: int) -> int:
    """The number of the line above one that holds something."""
    return next((each for each in range(number - 1, 0, -1) if lines[each - 1].strip()), 1)


def below(lines: list[str], number: int) -> int:
    """The number of the line below one that holds something; 0 if there is none."""
    return next((each for each in range(number + 1, len(lines) + 1) if lines[each - 1].strip()), 0)


def said(edits: Sequence[Edit]) -> tuple[str, str]:
    """What is wrong with lines that were moved together, and what mends it."""
    first, last = edits[0], edits[-1]
    by = indent(first.new) - indent(first.old)
    spaces, way = f"{abs(by)} space{'s' * (abs(by) > 1)}", "left" if by > 0 else "right"
    message = (
        f"Lines {first.number} to {last.number} stand {abs(by)} column{'s' * (abs(by) > 1)} too far to the {way}; "
    )
    message += f"the first of them seems to belong in column {indent(first.new) + 1}."
    mend = f"Put {spaces} before each of them." if by > 0 else f"Take {spaces} away before each of them."
    if by != indent(last.new) - indent(last.old):
        message = f"Lines {first.number} to {last.number} seem to have lost the spaces that they began with."
        mend = (
            f"Put the dash in column {indent(first.new) + 1}, and what belongs to it in column {indent(last.new) + 1}."
        )
    return message, mend


def _moved(line: str, by: int) -> str:
    return " " * by + line if by > 0 else line[min(-by, indent(line)) :]


def _end(lines: Sequence[str], number: int, column: int, *, several: bool) -> int:
    """The number behind the last line that was moved together with the one of that number, if that belongs in the
    column: the first that stands further left, that could not stand there under what is above it, or that is of the
    same sort and stands in that column already. With `several`, items or names beside it were moved, too."""
    first = lines[number - 1]
    own, dashed, named = indent(first), "-" in begin(first), _is_field(first)
    around: list[_Open] = []
    for at in range(number, min(number + _MOST, len(lines) + 1)):
        line = lines[at - 1]
        if not line.strip():
            continue
        inset = indent(line)
        if around and around[-1].inset > 0 and inset >= around[-1].inset:
            continue  # a text
        alike = dashed == ("-" in begin(line)) and named == _is_field(line)
        if at > number and (inset < own or (alike and inset == column > own)):
            return at
        if at > number and inset == own and not (alike and (several or (named and not dashed))):
            return at
        beside = _Open(-1)
        while around and around[-1].column >= inset:
            beside = around.pop()
        under = beside if beside.column == inset and "-" in begin(line) else around[-1] if around else _Open(-1)
        if under.inset:
            return at
        around += _opened(lines, at)
    return min(number + _MOST, len(lines) + 1)


def _is_field(line: str) -> bool:
    match = LINE.match(line)
    return match is not None and match["name"] in NAMES


def _opened(lines: Sequence[str], at: int) -> Iterator[_Open]:
    """What the line of that number opens."""
    line = lines[at - 1]
    match = LINE.fullmatch(line)
    if match is None or line.lstrip()[0] == "#":
        return
    if match["dashes"]:
        yield _Open(indent(line))
    if match["name"]:
        value = match["value"].strip()
        below = next((each for each in lines[at:] if each.strip()), "")
        text = indent(below) if value[:1] in tuple("|>") and value else -1 if value and value[0] not in "#\"'[{" else 0
        yield _Open(match.start("name"), text)
