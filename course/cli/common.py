"""What several commands need: which course, its shelf, and the journal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.outcome import CouldNotRun

if TYPE_CHECKING:
    from course.journal import Journal
    from course.shelf import Shelf


def course_option(parser: argparse.ArgumentParser) -> None:
    """Take `--course PATH`."""
    parser.add_argument("--course", metavar="PATH", help="another course than the one that came along")


def find(course: str | None) -> Path:
    """The course folder at a path, or the shipped one. Raises CouldNotRun."""
    from course.reading import CourseNotFound, find_course

    try:
        return find_course(Path(course) if course else None)
    except CourseNotFound as problem:
        raise CouldNotRun(str(problem)) from None


def open_shelf(course: str | None) -> Shelf:
    """The course's table of contents. Raises CouldNotRun."""
    from course.shelf import CourseBroken, Shelf

    try:
        return Shelf(find(course))
    except CourseBroken as problem:
        raise CouldNotRun(str(problem)) from None


@contextmanager
def open_journal() -> Iterator[Journal]:
    """The journal; what it has to tell goes to standard error."""
    from course import places
    from course.journal import Journal

    journal = Journal.open(places.journal_file())
    try:
        yield journal
    finally:
        journal.close()
        for notice in journal.notices:
            print(notice, file=sys.stderr)
