"""Problems: what is wrong, where, what was probably meant, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from course.reading.clean import UNSAFE, clean
from course.reading.lines import Lines

MOST = 100
"""Problems reported of one file; past that, one more says that there are others."""
MOST_OF_ALL = 1_000
"""Problems reported of a course, likewise."""


_LONGEST = 4000
"""Characters of a line that are kept for showing it."""


class Level(StrEnum):
    """How grave a problem is. Only an error keeps something from being played."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


class Code(NamedTuple):
    """A kind of problem. Its id never changes its meaning."""

    id: str
    title: str
    level: Level = Level.ERROR


CODES = {
    code.id: code
    for code in (
        Code("not-readable", "The file cannot be read"),
        Code("too-large", "The file is too large"),
        Code("encoding", "The file is not saved as UTF-8"),
        Code("control-character", "An invisible control character", Level.WARN),
        Code("tab", "A tab where spaces belong"),
        Code("needs-quotes", "A text that needs quotes"),
        Code("needs-space", "A colon without a space after it"),
        Code("needs-indent", "A line that is not indented far enough"),
        Code("needs-colon", "A name without its colon"),
        Code("open-quote", "A quote that is never closed"),
        Code("lost-text", "Text that YAML drops without a word"),
        Code("maybe-lost-text", "A comment, or text that is dropped?", Level.WARN),
        Code("misaligned", "A line that does not line up"),
        Code("syntax", "The file's layout cannot be understood"),
        Code("too-deep", "Nested too deep"),
        Code("alias", "An anchor or alias"),
        Code("tag", "A tag"),
        Code("directive", "An instruction to YAML"),
        Code("second-document", "More than one document in a file"),
        Code("duplicate-key", "The same name twice"),
        Code("unknown-key", "A name nobody knows"),
        Code("missing", "Something is missing"),
        Code("empty", "Something is empty"),
        Code("left-empty", "A field that was left empty", Level.WARN),
        Code("wrong-kind", "One kind of thing where another belongs"),
        Code("wrong-count", "Too few or too many"),
        Code("bad-value", "A value that is not allowed here"),
        Code("bad-id", "An id that is not one"),
        Code("format-version", "Another version of the format"),
        Code("duplicate-id", "The same id twice"),
        Code("unknown-rule", "A rule nobody knows"),
        Code("unknown-scene", "A scene nobody knows"),
        Code("unknown-pair", "A pair nobody knows"),
        Code("unknown-scenario", "A scenario nobody knows", Level.WARN),
        Code("no-ending", "A story without an ending"),
        Code("branch-order", "A branch that can never be taken, or none that always can"),
        Code("more-problems", "There are more problems than are shown", Level.INFO),
    )
}
"""Every code, by its id."""


class Place(NamedTuple):
    """A place in a file; line and column are counted from 1, in characters."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
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

    @property
    def level(self) -> Level:
        """How grave it is."""
        return CODES[self.code].level

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
