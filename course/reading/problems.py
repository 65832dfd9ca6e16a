"""Problems: what is wrong, where, what was probably meant, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from course.model.record import Record
from course.reading.codes import CODES, Level
from course.reading.lines import Lines
from course.text.clean import UNSAFE, clean

MOST = 100
"""Problems reported of one file; past that, one more says that there are others."""
MOST_OF_ALL = 1_000
"""Problems reported of a course, likewise."""


_LONGEST = 4000
"""Characters of a line that are kept for showing it."""


class Place(Record, order=True):
    """A place in a file; line and column are counted from 1, in characters."""

    file: str
    line: int
    column: int


class Problem(Record):
    """One problem, in words for a person who writes courses and no programs."""

    code: str
    place: Place
    message: str
    mend: str
    meant: str = ""
    """What was probably meant: a name, or the corrected line; `""` when there is no telling."""
    source_line: str = ""
    also: tuple[Place, ...] = ()
    """Other places that have to do with it, such as the first of two equal names."""
    source_column: int = 1
    """The column in which `source_line` begins; 1 but for a line of thousands of characters."""
    given: Level | None = None
    """The level that the course gives this code, where it has one of its own."""

    @property
    def level(self) -> Level:
        """How grave it is."""
        return self.given or CODES[self.code].level

    def as_data(self) -> dict[str, Any]:
        """The problem as plain data, for `fineline check --format json`."""
        return {
            "code": self.code,
            "level": self.level,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "message": self.message,
            "meant": self.meant,
            "mend": self.mend,
            "source": self.source_line,
            "also": [{"file": place.file, "line": place.line, "column": place.column} for place in self.also],
        }


def more_problems(place: Place) -> Problem:
    """What is said in place of all further problems."""
    return Problem("more-problems", place, "There are more problems than these.", "Mend these first, then check again.")


class Findings:
    """The problems of one file, gathered while it is read. `text` is its text, once there is one."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self.text = text
        self.found: list[Problem] = []
        self.sound = False
        """Whether the text is clean as it stands, and with it all values in it but those with escapes."""
        self.moved: dict[int, int] = {}
        """How much further right than in the file a line stands in what is read, where it has been mended."""

    @cached_property
    def lines(self) -> Lines:
        """The lines of the file; asked for only when something is wrong."""
        return Lines(self.text)

    def add(
        self,
        code: str,
        spot: tuple[int, int],
        message: str,
        mend: str,
        *,
        meant: str = "",
        also: Sequence[Place] = (),
    ) -> None:
        """Report something at a line and column of the file."""
        first_error = CODES[code].level is Level.ERROR and not self.errors
        if self.full and not first_error:
            if self.found[-1].code == "more-problems":
                return
            self.found.append(more_problems(self.place(spot)))
            return
        line, column = spot[0], max(1, spot[1] - self.moved.get(spot[0], 0))
        source = self.lines[line]
        start = 0
        if len(source) > _LONGEST:
            start = max(0, min(column - _LONGEST // 2, len(source) - _LONGEST))
            source = source[start : start + _LONGEST]
        self.found.append(
            Problem(
                code,
                Place(self.file, line, column),
                clean(message),
                clean(mend),
                clean(meant) if len(meant) <= _LONGEST else "",
                UNSAFE.sub("", source).replace("\t", " "),
                tuple(also),
                start + 1,
            )
        )

    def let_go(self) -> None:
        """Keep the problems, and not the text of the file."""
        self.text = ""
        self.__dict__.pop("lines", None)

    def place(self, spot: tuple[int, int]) -> Place:
        """A spot of this file as a place."""
        return Place(self.file, *spot)

    @property
    def full(self) -> bool:
        """Whether there are so many that most others will not be kept."""
        return len(self.found) >= MOST

    @property
    def errors(self) -> bool:
        """Whether any of them keeps the file from being played."""
        return any(problem.level is Level.ERROR for problem in self.found)
