"""`fineline forget`: delete what is kept of a learner, so that nothing of it is left. Asks first."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course.cli.common import open_folder, open_journal, unknown
from course.cli.exit_status import CouldNotRun
from course.cli.learner import learner, learner_option
from course.journal.records import NotSaved, Trouble
from course.model import Course
from course.model.record import Record
from course.reading import contents_cache
from course.system import paths
from course.system.waiting import wait_for_line
from course.visit import keeping


class _What(Record, gc=True):
    """What is to be forgotten."""

    learner: str
    course: Course | None
    """None for every course."""
    scenario: str
    """`""` for all of them."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument("--course", metavar="PATH", help="forget this course alone; without it, every course")
    parser.add_argument("--scenario", metavar="ID", help="forget one scenario alone, of the course that came along")
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Delete, once the user has agreed."""
    what = _what(options)
    files = _files(what)
    if not files:
        contents_cache.forget()
        print(f"Nothing is kept: there is no journal at {paths.journal_file()}.", file=sys.stderr)
        return 0
    if not options.yes and not _agreed(what):
        print("Nothing was deleted.", file=sys.stderr)
        return 0
    if paths.journal_file().exists():
        print(f"Deleted {_attempts(_forgotten(what))}.")
    contents_cache.forget()
    for file in _files(what):
        if file != paths.journal_file():
            _delete(file)
            print(f"Deleted {file}.")
    return 0


def _what(options: argparse.Namespace) -> _What:
    if options.course is None and options.scenario is None:
        return _What(learner(options.learner), None, "")
    folder = open_folder(options.course)
    ids = [head.id for head in folder.heads]
    if options.scenario and options.scenario not in ids:
        raise unknown("scenario", options.scenario, ids)
    return _What(learner(options.learner), folder.course, options.scenario or "")


def _files(what: _What) -> list[Path]:
    """The files that hold something of it, as they are there now. Of damaged ones nobody knows what they hold."""
    found = [paths.journal_file(), *paths.set_aside(), paths.log_file()]
    if what.course is None:
        found.append(paths.settings_file(what.learner))
    return [each for each in found if each.exists()]


def _forgotten(what: _What) -> int:
    """Delete from the journal; how many attempts. Raises CouldNotRun."""
    with open_journal(what.learner) as journal:
        found = journal.keeping
        if found.trouble:
            raise CouldNotRun(f"Nothing was deleted. {keeping.standing(found)}")
        try:
            return journal.forget(what.course.id if what.course else None, what.scenario or None)
        except NotSaved as problem:
            raise CouldNotRun(_not_deleted(problem.keeping.trouble)) from None


def _not_deleted(trouble: Trouble | None) -> str:
    if trouble:
        return f"It could not be deleted ({keeping.why(trouble)}). Try again: fineline forget"
    return (
        "It is deleted, but another program is reading the journal, so that traces of it are still in the file. "
        "Close other windows of Fine Line, and run fineline forget once more."
    )


def _delete(file: Path) -> None:
    try:
        file.unlink()
    except OSError as error:
        raise CouldNotRun(f"{file} could not be deleted ({error.strerror}).") from None


def _attempts(count: int) -> str:
    return f"{count} attempt{'' if count == 1 else 's'}"


def _agreed(what: _What) -> bool:
    where = f"in {what.course.title}" if what.course else "in every course"
    where = f'in the scenario "{what.scenario}"' if what.scenario else where
    says = f"This deletes every answer you have given {where}, and the results that rest on them"
    settings = "" if what.course else ", your settings"
    says = f"{says}{settings}, the log, and damaged files that were set aside, from {paths.home()}."
    if not sys.stdin.isatty():
        raise CouldNotRun(f"{says} To do it without being asked: fineline forget --yes")
    print(says, file=sys.stderr)
    print("It cannot be undone. Type yes to do it: ", end="", file=sys.stderr, flush=True)
    wait_for_line(sys.stdin)
    return sys.stdin.readline().strip().lower() in ("yes", "y")
