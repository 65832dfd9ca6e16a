"""Where names and texts stand in a text, as YAML reads it, whatever they mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress

from course.model.record import Record
from course.reading.format.tables import NAMES
from course.reading.problems.lines import LINE, Lines
from course.reading.problems.problem import Findings
from course.reading.yaml.parsing import END, LIST, MAPPING, STOPPED, Budget, Parser

_ID_ALONE = re.compile(r"\s*[a-z0-9-]+:\s*")
_SCENE_DEEP = 2
"""How deep in a file the names of scenes stand, and those of pairs."""
_NEVER = 10**9


class Value(Record):
    """A text, the last line that it may reach to, and the sign with which it is written."""

    text: str
    last: int
    sign: str


def begins_field(line: str) -> bool:
    """Whether a line looks as if a field began there, or a scene."""
    match = LINE.match(line)
    return match is not None and (match["name"] in NAMES or _ID_ALONE.fullmatch(line) is not None)


class Outline:
    """The names and texts of a file by line, and the line `end` from which on nothing could be read."""

    def __init__(self, text: str) -> None:
        self.lines = Lines(text)
        self.names: dict[int, list[str]] = defaultdict(list)
        self.values: dict[int, list[Value]] = defaultdict(list)
        self.items = 0
        """How many things stand in lists."""
        self.parts = [1]
        """The lines at which a scene, a pair or a field of the head begins."""
        self.end = _NEVER
        self._open: list[bool | None] = []
        """What is open: None is a list; a mapping says whether its next text is a name."""
        self._last: tuple[int, str, str] | None = None
        self._read(text)

    def texts(self) -> Iterator[tuple[int, Value]]:
        """All texts, each with the line that it begins on."""
        return ((line, value) for line, values in self.values.items() for value in values)

    def part(self, number: int) -> range:
        """The lines of the scene, pair or field of the head that a line belongs to."""
        begin = max(each for each in self.parts if each <= number)
        return range(begin, min((each for each in self.parts if each > number), default=self.end + 1))

    def _read(self, text: str) -> None:
        line = 1
        parser = Parser(text, Findings("", text), Budget())
        with suppress(*STOPPED):
            while True:
                kind, value, line, column = parser.next()
                self._close(line)
                if kind is END:
                    self._open.pop()
                    continue
                self._begin(value, line, self.lines[line][column - 1 : column])
                if kind in (MAPPING, LIST):
                    self._open.append(True if kind is MAPPING else None)
        if self._open or self._last:
            self.end = line  # where this began may be all that could be read of it
        self._close(line)

    def _begin(self, text: str, line: int, sign: str) -> None:
        """Take a text, or whatever else begins here."""
        names = self._open[-1] if self._open else None
        self.items += names is None
        if names:
            self.names[line].append(text)
            if len(self._open) <= _SCENE_DEEP:
                self.parts.append(line)
        else:
            self._last = (line, text, sign)
        if names is not None:
            self._open[-1] = not names

    def _close(self, line: int) -> None:
        """End the text that came last, at the latest before this line."""
        if self._last:
            begin, text, sign = self._last
            self.values[begin].append(Value(text, max(begin, line - 1), sign))
            self._last = None
