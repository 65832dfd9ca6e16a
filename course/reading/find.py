"""Where a course lies."""

from __future__ import annotations

from pathlib import Path

COURSE_FILE = "course.yaml"
_SHIPPED = "after-the-interview"


class CourseNotFound(Exception):
    """There is no course there. The message is a sentence for the user."""


def find_course(path: Path | None) -> Path:
    """The course folder: the shipped one, or the one that `path` names or lies in.

    `path` may be the folder, its course.yaml, a scenario file in it, or a folder that holds one course.
    """
    if path is None:
        return _shipped()
    if not path.exists():
        raise CourseNotFound(f"There is nothing at {path}.")
    folder = path if path.is_dir() else path.parent
    for candidate in [folder] if path.is_dir() else [folder, *folder.absolute().parents[:4]]:
        if (candidate / COURSE_FILE).exists():
            return candidate
    inside = sorted(each.parent for each in folder.glob(f"*/{COURSE_FILE}")) if path.is_dir() else []
    if len(inside) == 1:
        return inside[0]
    if inside:
        names = ", ".join(each.name for each in inside)
        raise CourseNotFound(f"There is more than one course in {path}: {names}. Name one of them.")
    raise CourseNotFound(f"There is no {COURSE_FILE} in {path}. A course is a folder with a {COURSE_FILE} in it.")


def _shipped() -> Path:
    package = Path(__file__).resolve().parents[1]
    for content in (package / "content", package.parent / "content"):
        if (content / _SHIPPED / COURSE_FILE).exists():
            return content / _SHIPPED
    raise CourseNotFound("The shipped course is missing. Install Fine Line again, or name a course with --course.")
