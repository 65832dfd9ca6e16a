"""Where the course is: the shipped one, or the one at a path that somebody gives."""

from __future__ import annotations

from pathlib import Path

COURSE_FILE = "course.yaml"
SHIPPED = "after-the-interview"
_PACKAGE = Path(__file__).resolve().parent.parent


class CourseNotFound(Exception):
    """There is no course at that path; the sentence says what was looked for."""


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
    path = Path(path).expanduser()
    if path.is_dir():
        return _in_folder(path)
    if not path.exists():
        raise CourseNotFound(f"There is nothing at {path}.")
    for folder in (*path.absolute().parents, *path.resolve().parents):  # a link belongs where it lies, if anywhere
        if (folder / COURSE_FILE).exists():
            return folder
    raise CourseNotFound(f"{path} belongs to no course: there is no {COURSE_FILE} beside it or above it.")


def _in_folder(path: Path) -> Path:
    if (path / COURSE_FILE).exists() or (path / COURSE_FILE).is_symlink():
        return path
    inside = sorted(each for each in path.iterdir() if (each / COURSE_FILE).exists())
    if len(inside) == 1:
        return inside[0]
    if inside:
        names = ", ".join(each.name for each in inside)
        raise CourseNotFound(f"There are several courses in {path}: {names}. Name one of them.")
    for folder in path.resolve().parents:
        if (folder / COURSE_FILE).exists():
            return folder
    raise CourseNotFound(f"There is no course in {path}: a course folder holds a {COURSE_FILE}.")
