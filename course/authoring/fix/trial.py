"""What would be wrong with a course if some of its files were others: an answer is tried before it is offered."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from course.reading import Problem, read_course
from course.reading.files import scenario_files
from course.reading.find import COURSE_FILE

Problems = tuple[Problem, ...]


def problems_with(folder: Path, changed: Mapping[str, bytes]) -> Problems:
    """What would be wrong with the course in a folder if these files of it held that."""
    with TemporaryDirectory() as place:
        copy = Path(place) / (folder.resolve().name or "course")
        for file in (COURSE_FILE, *scenario_files(folder)):
            target = copy / file
            target.parent.mkdir(parents=True, exist_ok=True)
            if file in changed:
                target.write_bytes(changed[file])
            else:
                _beside(folder / file, target)
        return read_course(copy).problems


def _beside(source: Path, target: Path) -> None:
    try:
        target.symlink_to(source.resolve())
    except OSError:  # not everywhere may everybody make links
        if source.is_file():
            shutil.copyfile(source, target)


def objection(before: Problems, after: Problems, problem: Problem, line: int) -> Problem | None:
    """What speaks against a line that was written to mend a problem; None when nothing does.

    On that line nothing may be wrong but what was; elsewhere nothing new, but for what is uncovered further down.
    """
    file, old = problem.place.file, problem.place.line
    left = Counter(each.code for each in before if (each.place.file, each.place.line) == (file, old))
    left[problem.code] -= 1
    known = Counter(map(_key, before))
    for each in after:
        if each.place.file == file and each.place.line == line:
            left[each.code] -= 1
            if left[each.code] < 0:
                return each
        elif each.place.file != file or each.place.line < line:
            known[_key(each)] -= 1
            if known[_key(each)] < 0:
                return each
    return None


def _key(problem: Problem) -> tuple[str, str, str]:
    """By what it is known again when the lines have other numbers."""
    return problem.place.file, problem.code, problem.source_line
