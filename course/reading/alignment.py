"""Lines that do not line up: which one is out of place, and where it belongs."""

from __future__ import annotations

import re

from course.model.record import Record
from course.reading.lines import NAME, Lines
from course.reading.tables import NAMES

_LINE = re.compile(rf"( *)((?:- +)*)((?:({NAME})[ \t]*:(?=\s|$))?.*)")
_FAR = 400
"""Lines above or below one among which those that it may belong with are looked for."""


class Move(Record):
    """A line that should begin otherwise: its number, what it should begin with, and a line it belongs with."""

    number: int
    begin: str
    other: int


class _Line(Record):
    """A line with a name or a dash, taken apart."""

    indent: int
    dashes: str
    name: str

    @classmethod
    def of(cls, line: str) -> _Line | None:
        match = _LINE.fullmatch(line)
        if match is None or not match[3] or match[3][0] == "#":
            return None
        return cls(len(match[1]), match[2], match[4] or "")

    @property
    def column(self) -> int:
        """Where its name begins, from 0."""
        return self.indent + len(self.dashes)

    def alike(self, other: _Line) -> bool:
        """Whether the two are of the same sort: begin with a dash, a field's name, or the name of something else."""
        if self.dashes or not other.name:
            return bool(self.dashes and other.dashes)
        return (self.name in NAMES) == (other.name in NAMES)


def lined_up(lines: Lines, number: int) -> Move | None:
    """How to line up the line at which YAML gave up; None when it cannot be told."""
    line = _Line.of(lines[number])
    if line is None or not (line.dashes or line.name):
        return None
    other = _belongs_with(lines, number, line)
    model = _Line.of(lines[other]) if other is not None else None
    if other is None or model is None:
        return None
    if not line.dashes and model.dashes and line.name == model.name and line.indent == model.indent:
        return Move(number, " " * line.indent + "- ", other)
    column = model.indent if line.dashes else model.column
    if column == line.indent:
        return None
    shifted = model.indent + line.indent - column
    if not line.dashes and shifted >= 0 and _alone(lines, other, model) and _followed(lines, number, line):
        return Move(other, " " * shifted, number)
    return Move(number, " " * column, other)


def _belongs_with(lines: Lines, number: int, line: _Line) -> int | None:
    """The number of the line above whose column is nearest, among those of the same sort. Of two as near,
    the one further right."""
    best: tuple[int, int] | None = None
    inmost = 10**9
    for above in range(number - 1, max(0, number - _FAR), -1):
        each = _Line.of(lines[above])
        if each is None or each.indent >= inmost:
            continue
        inmost = each.indent
        if each.dashes and not line.dashes and each.indent == line.indent and each.name == line.name:
            return above
        away = abs((each.indent if line.dashes else each.column) - line.indent)
        if line.alike(each) and (best is None or away < best[0]):
            best = (away, above)
    return best[1] if best else None


def _alone(lines: Lines, number: int, line: _Line) -> bool:
    """Whether no line above belongs with this one: then it may be the one that is out of place."""
    if line.dashes:
        return True
    for above in range(number - 1, max(0, number - _FAR), -1):
        each = _Line.of(lines[above])
        if each is not None and each.indent <= line.column:
            return each.column < line.column or not line.alike(each)
    return True


def _followed(lines: Lines, number: int, line: _Line) -> bool:
    """Whether the next line that is not further right belongs with this one."""
    for below in range(number + 1, number + _FAR):
        each = _Line.of(lines[below])
        if each is not None and each.indent <= line.indent:
            return each.indent == line.indent and not each.dashes and line.alike(each)
    return False
