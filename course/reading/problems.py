"""Problems: what is wrong, where, what was probably meant, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from course.reading.clean import clean

MOST = 100
"""Problems reported of one file; past that, one more says that there are others."""


class Level(StrEnum):
    """How grave a problem is. Only an error keeps something from being played."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Code:
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
        Code("lost-text", "Text that YAML drops without a word"),
        Code("maybe-lost-text", "A comment, or text that is dropped?", Level.WARN),
        Code("syntax", "The file's layout cannot be understood"),
        Code("too-deep", "Nested too deep"),
        Code("alias", "An anchor or alias"),
        Code("tag", "A tag"),
        Code("second-document", "More than one document in a file"),
        Code("duplicate-key", "The same name twice"),
        Code("unknown-key", "A name nobody knows"),
        Code("missing", "Something is missing"),
        Code("empty", "Something is empty"),
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
        Code("more-problems", "There are more problems than are shown"),
    )
}
"""Every code, by its id."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
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


@dataclass
class Findings:
    """The problems of one file, gathered while it is read."""

    file: str
    lines: Sequence[str] = ()
    found: list[Problem] = field(default_factory=list)

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
        if len(self.found) > MOST:
            return
        if len(self.found) == MOST:
            code, meant, also = "more-problems", "", ()
            message, mend = "There are more problems than these.", "Mend these first, then check again."
        line, column = spot
        source = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        self.found.append(
            Problem(
                code,
                Place(self.file, line, column),
                clean(message),
                clean(mend),
                clean(meant),
                clean(source),
                tuple(also),
            )
        )

    def place(self, spot: tuple[int, int]) -> Place:
        """A spot of this file as a place."""
        return Place(self.file, *spot)

    @property
    def errors(self) -> bool:
        """Whether any of them keeps the file from being played."""
        return any(problem.level is Level.ERROR for problem in self.found)
