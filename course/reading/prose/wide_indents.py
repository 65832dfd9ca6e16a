"""Files that are indented by four spaces at a time, as some editors do it, with one space after a dash all the same.
The fields of an item do not line up then; how far in they stand says how many spaces belong after the dash."""

from __future__ import annotations

import re

from course.reading.prose import slips
from course.reading.prose.extents import Extents, indent
from course.reading.prose.likely import listed
from course.reading.prose.misread import Misread

_NARROW = re.compile(r"^( *)- \w[\w.-]*:.*\n(?:(?:\1 {5}.*| *(?:#.*)?)\n)*+\1    [\w\"']", re.MULTILINE)
"""A dash with the first field of an item, and the next one four columns further right than the dash."""
_NOT_FOURS = re.compile(r"^(?: {4})* {1,3}[^ \n]", re.MULTILINE)
_NAME_ALONE = re.compile(r".*:\s*(?:[|>][-+]?\s*)?(?:#.*)?")
_STEP = 4


class Widely:
    """A text that may be such a one, which is gone through from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.is_so = _NARROW.search(text) is not None and not _NOT_FOURS.search(text)
        """Whether all of it is indented by four spaces, or eight, and so on, with one space after a dash."""
        self._next = -1

    def next_narrow(self, text: str, start: int) -> int:
        """Where the next dash stands that the fields of its item do not line up with."""
        if self._next < start:
            match = _NARROW.search(text, start) if self.is_so else None
            self._next = match.start() if match else len(text)
        return self._next

    def dash(self, lines: Extents, number: int, line: str) -> Misread | None:
        """What is wrong with the spaces behind the dash of a line."""
        return slips.wide_dash(line, self._field_beside(lines, number), self.is_so)

    def other_dash(self, lines: Extents, number: int, line: str) -> Misread | None:
        """What is wrong with another sign in the place of a dash, and with the spaces behind it."""
        return slips.other_dash(line, listed(lines, number, line), self._field_beside(lines, number))

    def _field_beside(self, lines: Extents, number: int) -> str:
        """The line below one that begins an item, or in such a file the next one that is no further in than the item's
        fields, if a field begins there that has no dash; `""` if none does. What stands below a name alone may belong
        to that."""
        below = "" if _NAME_ALONE.fullmatch(lines[number]) else lines[number + 1]
        if self.is_so:
            inmost = indent(lines[number]) + _STEP
            further = (lines[each] for each in range(number + 1, lines.end))
            below = next(
                (each for each in further if indent(each) <= inmost and each.strip() and each.lstrip()[0] != "#"), ""
            )
        return below if lines.begins_field(below) and below.lstrip()[0] != "-" else ""
