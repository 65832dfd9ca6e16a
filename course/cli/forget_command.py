"""`fineline forget`: delete what the journal keeps. Asks first."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course.cli.common import open_folder, open_journal
from course.cli.exit_status import CouldNotRun
from course.journal import NotSaved
from course.reading import contents_cache
from course.system import paths
from course.system.waiting import wait_for_line


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument("--course", metavar="PATH", help="forget this course alone; without it, every course")


def run(options: argparse.Namespace) -> int:
    """Delete the attempts at one course, or at every course, once the user has agreed."""
    course = open_folder(options.course).course if options.course else None
    path = paths.journal_file()
    if not path.exists():
        contents_cache.forget()
        print(f"Nothing is kept: there is no journal at {path}.", file=sys.stderr)
        return 0
    if not options.yes and not _agreed(f"in {course.title}" if course else "in every course", path):
        print("Nothing was deleted.", file=sys.stderr)
        return 0
    with open_journal() as journal:
        if not journal.saved:
            raise CouldNotRun("The journal cannot be opened, so nothing was deleted.")
        try:
            gone = journal.forget(course.id if course else None)
        except NotSaved as problem:
            raise CouldNotRun(str(problem)) from None
    contents_cache.forget()
    print(f"Deleted {gone} attempt{'' if gone == 1 else 's'}.")
    for aside in sorted(path.parent.glob(f"{path.stem}.set-aside-*")):
        print(f"Set aside earlier, and left as it is: {aside}", file=sys.stderr)
    return 0


def _agreed(where: str, path: Path) -> bool:
    what = f"This deletes every answer you have given {where}, and the results that rest on them, from {path}."
    if not sys.stdin.isatty():
        raise CouldNotRun(f"{what} To do it without being asked: fineline forget --yes")
    print(what, file=sys.stderr)
    print("It cannot be undone. Type yes to do it: ", end="", file=sys.stderr, flush=True)
    wait_for_line(sys.stdin)
    return sys.stdin.readline().strip().lower() in ("yes", "y")
