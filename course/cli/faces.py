"""Which face a learner gets: the Textual one on a real terminal, the plain one anywhere else."""

from __future__ import annotations

import gc
import os
import sys

from course.cli.common import broken, find
from course.cli.learner import called, learner
from course.visit.course_folder import CourseBroken
from course.visit.request import Request


def open_face(
    course: str | None,
    *,
    whose: str | None = None,
    scenario: str = "",
    at: str = "",
    seed: int | None = None,
    companion: bool = False,
    plain: bool = False,
) -> int:
    """Open the course in the face that fits, for the learner who was named, if one was; the exit status. Raises
    CouldNotRun."""
    request = Request(find(course), scenario, at, seed, learner(whose), called(whose), companion)
    try:
        if plain or not is_screen():
            from course.faces.plain import run as run_plain

            return run_plain(request)
        gc.disable()  # until the first page is painted: nothing that is imported will ever be garbage
        from course.faces.textual.app import run as run_tui

        return run_tui(request)
    except CourseBroken:
        raise broken(course) from None


def is_screen() -> bool:
    """Whether there is a terminal at every end that can draw. Textual draws on standard error."""
    terminal = all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    return terminal and os.environ.get("TERM", "dumb") != "dumb"
