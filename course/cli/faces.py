"""Which face a learner gets: the Textual one on a real terminal, the plain one anywhere else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from course.cli.outcome import CouldNotRun
from course.opening import Opening


def find(course: str | None) -> Path:
    """The course folder that was named, or the shipped one."""
    from course.reading import CourseNotFound, find_course

    try:
        return find_course(Path(course) if course else None)
    except CourseNotFound as problem:
        raise CouldNotRun(str(problem)) from None


def open_face(
    course: str | None, *, scenario: str = "", at: str = "", seed: int | None = None, plain: bool = False
) -> int:
    """Open the course in the face that fits."""
    from course.shelf import CourseBroken

    opening = Opening(find(course), scenario, at, seed)
    try:
        if plain or not _is_screen():
            from course.plain import run as run_plain

            return run_plain(opening)
        import gc

        gc.disable()  # until the first page is painted: nothing that is imported will ever be garbage
        from course.tui.app import run as run_tui

        return run_tui(opening)
    except CourseBroken as problem:
        raise CouldNotRun(str(problem)) from None


def _is_screen() -> bool:
    """Whether there is a terminal at every end that can draw. Textual draws on stderr."""
    terminal = all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    return terminal and os.environ.get("TERM", "dumb") != "dumb"
