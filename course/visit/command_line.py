"""Command lines to print: they lead back to the same course and the same learner."""

from __future__ import annotations

from pathlib import Path

from course.reading.files.find import CourseNotFound, find_course
from course.text.shell import typed


def command_line(*words: str, folder: Path | None = None, learner: str = "") -> str:
    """`fineline` and these words; with the course, unless it is the one that came along, and the learner, if named."""
    path = of_course(folder) if folder else []
    course = ["--course", *path] if path else []
    whose = [f"--learner={learner}"] if learner.startswith("-") else ["--learner", learner] if learner else []
    return typed(["fineline", *words, *course, *whose])


def of_course(folder: Path) -> list[str]:
    """The word that names a course on a command line; none for the one that came along."""
    try:
        shipped = folder.resolve() == find_course(None).resolve()
    except CourseNotFound:
        shipped = False
    return [] if shipped else [str(folder)]
