"""Where the course is, and its files: `course.yaml`, and every other YAML file under its folder is a scenario, but
for those of a course that lies within it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from itertools import islice
from pathlib import Path

from course.system.paths import expanded

COURSE_FILE = "course.yaml"
SHIPPED = "after-the-interview"
MOST_FILES = 2_000
_SUFFIXES = (".yaml", ".yml")
_MEANT = re.compile(r"course(?:\b.*\.ya?ml\b.*|\.?(?:te?xt|docx?|rtf|odt|md|json)?)", re.IGNORECASE)
"""A name that may have been meant for the course's own."""
_MAYBE_COPY = re.compile(r"[ (]|\.sync-|-[A-Z]")
"""What stands in the name of every copy: one of these."""
_DEEPEST = 6
_MOST_ENTRIES = 20_000
_NEXT = "Go to a course's folder, or begin a course with fineline new course NAME."
_PACKAGE = Path(__file__).resolve().parents[2]


class CourseNotFound(Exception):
    """There is no course at that path; the sentence says what was looked for."""


class NothingLikeIt(CourseNotFound):
    """Nor is there anything that may have been meant for one."""


def find_course(path: Path | None = None) -> Path:
    """The folder of the course at `path`, or of the shipped course.

    A path may be the course folder, a folder with exactly one course in it, a `course.yaml`, or any
    file inside a course. Raises CourseNotFound.
    """
    if path is None:
        return _shipped()
    try:
        return _at(path)
    except OSError as error:
        raise CourseNotFound(f"{path} cannot be opened: {error.strerror}.") from None


def _shipped() -> Path:
    for folder in (_PACKAGE / "content" / SHIPPED, _PACKAGE.parent / "content" / SHIPPED):
        if (folder / COURSE_FILE).is_file():
            return folder
    raise CourseNotFound("The course that comes with Fine Line is missing. Install Fine Line again, or name a course.")


def _at(path: Path) -> Path:
    path = expanded(path)
    if path.is_dir():
        return _in_folder(path)
    if not path.exists():
        raise CourseNotFound(f"There is nothing at {path}.")
    for folder in (*path.absolute().parents, *path.resolve().parents):  # a link belongs where it lies, if anywhere
        if (folder / COURSE_FILE).exists():
            return folder
    raise _not_there(
        f"{path} belongs to no course: there is no {COURSE_FILE} beside it or above it.", path.absolute().parent
    )


def _in_folder(path: Path) -> Path:
    if (path / COURSE_FILE).exists() or (path / COURSE_FILE).is_symlink():
        return path
    inside = sorted(each for each in path.iterdir() if (each / COURSE_FILE).exists())
    misnamed = _misnamed(path)
    if len(inside) == 1 and not misnamed:
        return inside[0]
    if inside and not misnamed:
        names = ", ".join(each.name for each in inside)
        raise CourseNotFound(f"There are several courses in {path}: {names}. Name one of them.")
    for folder in path.resolve().parents:
        if (folder / COURSE_FILE).exists():
            return folder
    raise _not_there(f"There is no course in {path}: a course folder holds a {COURSE_FILE}.", path)


def _not_there(problem: str, folder: Path) -> CourseNotFound:
    """What to raise where no course is; mostly it has another name, there or in the folder above."""
    for each, where in ((folder, "Here is"), (above := folder.resolve().parent, f"In {above} is")):
        if meant := _misnamed(each):
            return CourseNotFound(f"{problem} {where} {meant}; if that is meant, call it {COURSE_FILE}.")
    return NothingLikeIt(f"{problem} {_NEXT}")


def _misnamed(folder: Path) -> str:
    """The file in it that may have been meant for the course's own, or `""`."""
    found = (each.name for each in sorted(folder.iterdir()) if _MEANT.fullmatch(each.name) and each.is_file())
    return next(found, "")


def scenario_files(folder: Path) -> list[str]:
    """Their paths relative to the folder, with forward slashes, in order. Hidden ones do not count.

    When there are more than MOST_FILES, those that come first and one more.
    """
    found: list[str] = []
    _look(folder, "", 0, found)
    return sorted(found)


def _is_copy(file: os.DirEntry[str], beside: Collection[str]) -> bool:
    """Whether it is a copy of a file beside it."""
    if not _MAYBE_COPY.search(file.name):
        return False
    from course.reading.files.copies import original  # seldom needed: not before the first page

    return bool(original(Path(file.path), beside))


def _look(folder: Path, prefix: str, depth: int, found: list[str]) -> None:
    try:
        with os.scandir(folder) as entries_found:
            entries = sorted(islice(entries_found, _MOST_ENTRIES), key=lambda entry: entry.name)
    except OSError:
        return
    names = {entry.name for entry in entries}
    if prefix and COURSE_FILE in names:
        return  # another course
    for entry in entries:
        name = entry.name
        if name.startswith((".", "~$")) or len(found) > MOST_FILES:  # ~$ is Word's, beside an open file
            continue
        if name.lower().endswith(_SUFFIXES):
            if (prefix or name != COURSE_FILE) and not _is_copy(entry, names):
                found.append(prefix + name)
        elif depth < _DEEPEST and entry.is_dir(follow_symlinks=False):
            _look(Path(entry.path), f"{prefix}{name}/", depth + 1, found)
