"""Problems: what is wrong, where, what was probably meant, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property

from course.model.record import Record, replace
from course.reading.problems.codes import CODES, Level
from course.reading.problems.lines import Lines
from course.reading.problems.suggest import seen
from course.text.clean import UNSAFE, clean
from course.text.isolates import closed

MOST = 100
"""Problems reported of one file; past that, one more says that there are others."""
MOST_OF_ALL = 1_000
"""Problems reported of a course, likewise."""


_MOST_ALIKE = 1_000
_LEAVE_OUT = ", or take the line out."
"""What is added where a field may be left out."""
_LONGEST = 4000
"""Characters of a line that are kept for showing it."""
_MOST_EDITS = 10_000
_WORD_GOES_ON = re.compile(r"[\w-]")


class Place(Record, order=True):
    """A place in a file; line and column are counted from 1, in characters."""

    file: str
    line: int
    column: int


class Edit(Record):
    """One line of a file, by its number from 1: as it stands there, and as it should be. Neither has a line end, but
    for those between the lines that one should become."""

    number: int
    old: str
    new: str
    gone: bool = False
    """Whether nothing is left of the line, not even an empty one."""


class Meant(Record):
    """What was probably meant, line by line. Later edits of a line go on from what earlier ones made of it."""

    edits: tuple[Edit, ...]
    word: str = ""
    """The one name that was meant, where all else on the line stays."""
    ask: bool = False
    """Whether something else may have been meant, so that only the author can tell."""
    tried: tuple[Edit, ...] = ()
    """Edits that read the same and leave as many lines, where one line becomes several: what is tried in their place,
    so that all else is found on its own line."""

    @property
    def text(self) -> str:
        """The name, or the first of the lines, fit to be shown."""
        return self.word or shown(self.edits[0].new.partition("\n")[0])


def shown(line: str) -> str:
    """A line of a file without what may not be shown."""
    return closed(UNSAFE.sub("", line).replace("\t", " "))


class Problem(Record):
    """One problem, in words for a person who writes courses and no programs."""

    code: str
    place: Place
    message: str
    """What is wrong, in a sentence or two."""
    mend: str
    """What to do about it, in a sentence or two to read. What could be written into the file is `meant`."""
    meant: Meant | None = None
    """What was probably meant, as changes of lines, of which `sure_mends` finds out whether `fineline fix` may write
    them; None when there is no telling, or when to write it would do harm."""
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


def more_problems(place: Place) -> Problem:
    """What is said in place of all further problems."""
    return Problem("more-problems", place, "There are more problems than these.", "Mend these first, then check again.")


class Findings:
    """The problems of one file, gathered while it is read. `text` is its text, once there is one."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self.text = text
        self.found: list[Problem] = []
        self.rules: Collection[str] = ()
        """The ids of the course's rules, where they are known: what advice may name."""
        self.unended = False
        """Whether the last line of the file has no end, as when it was cut off."""
        self.lost: set[str] = set()
        """What has lost its id, such as a rule: nobody is to blame who refers to it."""
        self.sound = False
        """Whether the text is clean as it stands, and with it all values in it but those with escapes."""
        self.moved: dict[int, int] = {}
        """How much further right than in the file a line stands in what is read, where it has been mended."""
        self.signs: dict[int, str] = {}
        """What stands behind a name as all there is, by line, and is a sign alone, where it is read as empty."""
        self.enough = MOST_OF_ALL
        """So many errors that it is known then what the text is worth, where one is only tried."""
        self._corrected = ""

    @property
    def as_read(self) -> str:
        """The text as it is read: as the reader corrects it, with as many lines."""
        return self._corrected or self.text

    @cached_property
    def lines(self) -> Lines:
        """The lines of the file; asked for only when something is wrong."""
        return Lines(self.text)

    @cached_property
    def corrected(self) -> Lines:
        """The lines as they are read."""
        return self.lines if self.lines.text is self.as_read else Lines(self.as_read)

    def correct(self, text: str) -> None:
        """What is read is this from now on, and all spots are those of this text."""
        self._corrected = text
        self.__dict__.pop("corrected", None)

    def instead(self, spot: tuple[int, int], wrong: str, right: str) -> Meant | None:
        """What was meant, if a name should be another; None if there is no other, or it cannot be put in its place."""
        line = self.corrected[spot[0]]
        at = spot[1] - 1
        at += line[at : at + 1] in ("'", '"')
        end = at + len(wrong)
        if not right or line[at:end] != wrong or _WORD_GOES_ON.match(line, end):
            return None
        ask = seen(wrong) != right or len(wrong.split()) > 1  # what cannot be seen, nobody meant
        return Meant((Edit(spot[0], line, line[:at] + right + line[end:]),), right, ask=ask)

    def add(
        self,
        code: str,
        spot: tuple[int, int],
        message: str,
        mend: str,
        *,
        meant: Meant | None = None,
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
                meant if meant and _short(meant) else None,
                shown(source),
                tuple(also),
                start + 1,
            )
        )

    def needed(self, spot: tuple[int, int]) -> bool:
        """Whether a field was reported there as left empty; if so, that has to be mended, since it is needed."""
        for number, each in enumerate(self.found):
            if each.code == "left-empty" and each.place.line == spot[0]:
                self.found[number] = replace(each, code="empty", mend=each.mend.replace(_LEAVE_OUT, "."))
                return True
        return False

    def let_go(self) -> None:
        """Keep the problems, and not the text of the file."""
        self.text = self._corrected = ""
        self.__dict__.pop("lines", None)
        self.__dict__.pop("corrected", None)

    def place(self, spot: tuple[int, int]) -> Place:
        """A spot of this file as a place."""
        return Place(self.file, *spot)

    @property
    def full(self) -> bool:
        """Whether there are so many that most others will not be kept. Those that read alike count as one."""
        many = len(self.found)
        if many < MOST or many >= _MOST_ALIKE:
            return many >= MOST
        return len({(each.code, each.message) for each in self.found}) >= MOST

    @property
    def errors(self) -> bool:
        """Whether any of them keeps the file from being played."""
        return any(problem.level is Level.ERROR for problem in self.found)


def _short(meant: Meant) -> bool:
    """Whether it is no more than anybody could look at."""
    return len(meant.edits) <= _MOST_EDITS and all(len(edit.new) <= _LONGEST for edit in meant.edits)
