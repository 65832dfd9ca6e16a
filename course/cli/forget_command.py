"""`fineline forget`: delete what the journal keeps. Asks first."""

from __future__ import annotations

import argparse
import sys

from course.cli.outcome import CouldNotRun


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(options: argparse.Namespace) -> int:
    """Delete every attempt at every course, once the user has agreed."""
    from course import places
    from course.journal import Journal, NotSaved

    path = places.journal_file()
    if not options.yes:
        if not sys.stdin.isatty():
            raise CouldNotRun("This deletes every answer you have given. Say fineline forget --yes to do it unasked.")
        print(f"This deletes every answer you have given, in every course, from {path}.", file=sys.stderr)
        print("It cannot be undone. Type yes to do it: ", end="", file=sys.stderr, flush=True)
        if sys.stdin.readline().strip().lower() not in ("yes", "y"):
            print("Nothing was deleted.", file=sys.stderr)
            return 0
    journal = Journal.open(path)
    try:
        gone = journal.forget()
    except NotSaved as problem:
        raise CouldNotRun(str(problem)) from None
    finally:
        journal.close()
    print(f"Deleted {gone} attempt{'' if gone == 1 else 's'}.")
    return 0
