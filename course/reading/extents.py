"""How far the values of a text go on: which lines belong to which, as YAML sees it."""

from __future__ import annotations

import re
from collections.abc import Container

from course.reading.misread import is_open, misread
from course.reading.patterns import NAME

LINE = re.compile(rf"(?P<indent>\s*)(?P<dashes>(?:-[ \t]+)*)(?:(?P<name>{NAME})[ \t]*:(?:[ \t]+|$))?(?P<value>.*)")
"""A line taken apart. Every part of it may be empty."""
HOLDING = re.compile(r"^[ \t]*+[^\s#]", re.MULTILINE)
"""A line that holds more than a comment."""
MARKED = "\"'[{"
"""What begins a value that has an end of its own."""
_FARTHEST = 100
"""Lines among which that end is looked for."""


class Extents:
    """A text, line by line, and what begins and ends there. `names` are the field names there are."""

    def __init__(self, text: str, names: Container[str]) -> None:
        self.text = text if text.endswith("\n") else text + "\n"
        self._names = names

    def line(self, at: int) -> str:
        """The line that begins at this place, with its end; `""` behind the last one."""
        return self.text[at : self.text.index("\n", at) + 1] if at < len(self.text) else ""

    def begins_field(self, line: str, depth: int = -1) -> bool:
        """Whether a line begins one of the fields there are, further right than `depth`."""
        match = LINE.match(line)
        return match is not None and match["name"] in self._names and match.start("name") > depth

    def ahead(self, at: int) -> tuple[list[str], str]:
        """Empty lines and comments, and the line behind them."""
        found: list[str] = []
        while (line := self.line(at)) and not HOLDING.match(line):
            found.append(line)
            at += len(line)
        return found, line

    def goes_on(self, line: str, depth: int) -> bool:
        """Whether a line may go on with a text that is indented further than `depth`."""
        body = line.lstrip()
        return len(line) - len(body) > depth and body[:2] not in ("- ", "-\n") and not self.begins_field(line)

    def below(self, at: int, depth: int, first: str) -> list[str]:
        """The lines of a value under its first. A text without quotes ends at another field, and at a comment
        behind which it does not go on."""
        marked = first[0] in MARKED
        found: list[str] = []
        kept = 0
        while line := self.line(at):
            body = line.strip()
            if body and (len(line) - len(line.lstrip()) <= depth or line.lstrip(" ")[0] == "\t"):
                break
            if body and not marked and self.begins_field(line):
                break
            if body[:1] == "#" and not marked and not self.goes_on(self.ahead(at)[1], depth):
                break
            found.append(line)
            at += len(line)
            if body:
                kept = len(found)
        if marked and is_open([first, *found]):
            return found + self._closing(at, [first, *found])
        return found[:kept]

    def _closing(self, at: int, opened: list[str]) -> list[str]:
        """The lines as far as where that which was opened is closed, if it is before the next field: YAML lets them
        begin anywhere."""
        found: list[str] = []
        while len(found) < _FARTHEST and (line := self.line(at)):
            if line.lstrip()[:2] == "- " or (self.begins_field(line) and opened[0][0] != "{"):
                break
            found.append(line)
            at += len(line)
            value = [each.rstrip("\n\t ") for each in (*opened, *found)]
            if not is_open(value):
                return found if misread(value) is None else []
        return []
