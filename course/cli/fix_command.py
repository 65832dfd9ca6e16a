"""`fineline fix`: mend what is mechanical, shown first, asked first, and nothing else touched."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from course.authoring.fix.mechanical import mended
from course.authoring.fix.page import Doubtful, Page
from course.authoring.fix.trial import problems_with
from course.cli.common import check_command, find_for_author
from course.cli.fix_offers import Offers, can_ask
from course.cli.fix_questions import Questions, askable
from course.cli.outcome import FINE, PROBLEMS, CouldNotRun
from course.reading import Level, Problem, read_course
from course.reading.files import scenario_files
from course.reading.find import COURSE_FILE
from course.reading.tables import COURSE, SCENARIO

_NO_TEXT = frozenset({"not-readable", "too-large"})
"""Codes of files that the reader does not take in; nobody else should."""
_MOST_LEFT = 30


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="the course folder, or one file in it")
    parser.add_argument("--yes", action="store_true", help="do not ask; names and ids are still asked about")
    parser.add_argument("--diff", action="store_true", help="show what would be changed, and change nothing")


def run(options: argparse.Namespace) -> int:
    """Mend file after file; the status says whether anything is left. Raises CouldNotRun."""
    folder = find_for_author(options.path)
    files = _files(folder, options.path)
    offers = Offers(folder, yes=options.yes, only_show=options.diff)
    unread = {problem.place.file for problem in read_course(folder).problems if problem.code in _NO_TEXT}
    for file in files:
        if file not in unread:
            _mend(file, offers)
    if not options.diff and can_ask():
        Questions(folder, offers).ask(files)
    return _report(files, options.path, offers)


def _files(folder: Path, path: str | None) -> list[str]:
    """The files to look at: all of the course, or the one that was named. Raises CouldNotRun."""
    files = [COURSE_FILE, *scenario_files(folder)]
    named = Path(path).expanduser() if path is not None else folder
    if named.is_dir():
        return files
    for place in (named.parent.resolve() / named.name, named.resolve()):
        if place.is_relative_to(folder.resolve()) and place.relative_to(folder.resolve()).as_posix() in files:
            return [place.relative_to(folder.resolve()).as_posix()]
    raise CouldNotRun(f"{path} is none of the course's files: those are {COURSE_FILE} and the scenarios, in YAML.")


def _mend(file: str, offers: Offers) -> None:
    """Offer the mechanical mends of one file, all at once."""
    try:
        page = Page.read(offers.folder / file)
    except (OSError, Doubtful):
        return  # the report says so
    after = mended(page, COURSE if file == COURSE_FILE else SCENARIO)
    if after.encoded() != page.data:
        offers.make(file, page, after, yes=offers.yes)


def _report(files: list[str], path: str | None, offers: Offers) -> int:
    """Say what is left; the exit status."""
    if offers.only_show:
        problems = problems_with(offers.folder, {file: page.encoded() for file, page in offers.shown.items()})
    else:
        problems = read_course(offers.folder).problems
    left = [problem for problem in problems if problem.place.file in files and problem.level is not Level.INFO]
    _show_left(left, path)
    if not left and not offers.shown:
        print(
            f"All is mended. What else there is to say: {check_command(path)}" if offers.written else "Nothing to mend."
        )
    return PROBLEMS if offers.shown or any(problem.level is Level.ERROR for problem in left) else FINE


def _show_left(left: list[Problem], path: str | None) -> None:
    for problem in left[:_MOST_LEFT]:
        place = problem.place
        print(f"Left for you: {place.file}:{place.line}:{place.column}: {problem.message} [{problem.code}]")
    if len(left) > _MOST_LEFT:
        print(f"… and {len(left) - _MOST_LEFT} more.")
    if left and not can_ask() and any(map(askable, left)):
        print(f"In a terminal, this asks about names and ids: {_command(path)}")
    if left:
        print(f"To see how: {check_command(path)}")


def _command(path: str | None) -> str:
    return shlex.join(["fineline", "fix", *([path] if path else [])])
