"""The author's desk: the course as it could last be read, what is wrong with it now, and the scenario that is open."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from course.model import Course, Head, Scenario
from course.reading.courses import read_contents, read_scenario, reason
from course.reading.files.find import COURSE_FILE, scenario_files
from course.reading.problems.codes import CODES, Level
from course.reading.problems.problem import Problem
from course.reading.scenarios import read_head
from course.reading.yaml.parsing import Budget

_ALIKE = 2 * 10**9
"""Nanoseconds. Files that were saved so close together were saved by a program, all at once."""


class Desk:
    """Only what has been saved is read again. What can no longer be read stays as it last was.

    Knows no screen: a face calls `take` with what has changed, and `put` with a check of the whole course.
    """

    def __init__(self, folder: Path, scenario: str = "", file: str = "") -> None:
        """With the scenario of that id or in that file; without either, the one that was saved last."""
        self.folder = folder
        self.course: Course | None = None
        self.heads: tuple[Head, ...] = ()
        self.scenario: Scenario | None = None
        """The open scenario, as it could last be read."""
        self.saved = ""
        """The id of another scenario that has been saved meanwhile."""
        self.gone = False
        """Whether the open scenario's file is not there any more."""
        self.unchecked = ""
        """Why the course has not been checked, in a sentence; `""` when it has."""
        self._broken: set[str] = set()
        """The files whose newest version cannot be shown."""
        self._read: dict[str, tuple[Problem, ...]] = {}
        """What reading them found wrong with the files that were read since the last check."""
        self._checked: tuple[Problem, ...] = ()
        self._read_course()
        self.file = file or self._file_of(scenario) or self._last_saved()
        self._read_scenario()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong: errors before warnings, those of the course and of the open scenario first."""
        found = [each for each in self._checked if each.place.file not in self._read or CODES[each.code].checked]
        found += [each for problems in self._read.values() for each in problems if not CODES[each.code].checked]
        return tuple(sorted(found, key=self._rank))

    @property
    def stale(self) -> bool:
        """Whether what is shown is an older version, since the newest one cannot be."""
        return bool(self._broken)

    def take(self, changed: Collection[str]) -> bool:
        """Read again what has changed of the course and of the open scenario; whether anything has."""
        if COURSE_FILE in changed:
            self._read_course()
        if self.file in changed and not (self.folder / self.file).exists():
            self._follow_file(changed)
        others = [each for each in changed if each not in (COURSE_FILE, self.file)]
        if others:
            self._read_heads(others)
        self.file = self.file or self._last_saved()
        ours = self.file in changed or COURSE_FILE in changed
        if ours:
            self._read_scenario()
        return ours

    def put(self, problems: Iterable[Problem]) -> None:
        """Take over what a check of the whole course has found, made after the last change."""
        self._checked, self._read = tuple(problems), {}

    def open(self, scenario: str) -> str:
        """Open another scenario; a sentence if it cannot be."""
        head = next((each for each in self.heads if each.id == scenario), None)
        if head is None or self.course is None:
            return f"There is no scenario {scenario} any more."
        found, problems = read_scenario(self.folder, self.course, head)
        if found is None:
            return f"{head.title} cannot be shown yet. {reason(problems)}"
        self.scenario, self.file, self.gone = found, head.file, False
        self._broken &= {COURSE_FILE}
        self._read[head.file] = problems
        self.saved = "" if self.saved == scenario else self.saved
        return ""

    def _read_course(self) -> None:
        contents = read_contents(self.folder)
        self._read[COURSE_FILE] = tuple(each for each in contents.problems if each.place.file == COURSE_FILE)
        self.heads = contents.heads
        self._broken.discard(COURSE_FILE)
        if contents.course is None:
            self._broken.add(COURSE_FILE)
        else:
            self.course = contents.course

    def _read_heads(self, files: Iterable[str]) -> None:
        heads = {head.file: head for head in self.heads}
        for file in files:
            if (self.folder / file).exists():
                heads[file] = read_head(self.folder, file, Budget()).head
                self.saved = heads[file].id
            else:
                heads.pop(file, None)
        self.heads = tuple(heads.values())

    def _read_scenario(self) -> None:
        self.gone = bool(self.file) and not (self.folder / self.file).exists()
        self._read.pop(self.file, None)
        self._broken &= {COURSE_FILE}
        found = None
        if self.course is not None and self.file and not self.gone:
            found, self._read[self.file] = read_scenario(self.folder, self.course, self.file)
        if found is None:
            self._broken.add(self.file)
        else:
            self.scenario = found

    def _follow_file(self, changed: Collection[str]) -> None:
        """Go on with the file that the open scenario has been renamed to, if there is one."""
        old = self.scenario
        if old is None or self.course is None:
            return
        for file in changed:
            if file != COURSE_FILE and (self.folder / file).exists():
                new, _ = read_scenario(self.folder, self.course, file)
                if new is not None and (new.head.id == old.head.id or new.scenes == old.scenes):
                    self._read.pop(self.file, None)
                    self.file = file
                    return

    def _file_of(self, scenario: str) -> str:
        return next((head.file for head in self.heads if head.id == scenario), "")

    def _last_saved(self) -> str:
        """The file that was saved last; the first of all when no single one was."""
        times = sorted((_saved_at(self.folder / file), file) for file in scenario_files(self.folder))
        if len(times) > 1 and times[-1][0] - times[-2][0] > _ALIKE:
            return times[-1][1]
        return self.heads[0].file if self.heads else ""

    def _rank(self, problem: Problem) -> tuple[object, ...]:
        ours = (COURSE_FILE, self.file)
        grave = list(Level).index(problem.level)
        return (problem.level is not Level.ERROR, problem.place.file not in ours, grave, problem.place)


def _saved_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
