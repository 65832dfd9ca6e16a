"""`fineline list`: the stories, and how they went."""

from __future__ import annotations

import argparse

from course.cli import faces
from course.cli.outcome import CouldNotRun


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--course", metavar="PATH", help="another course than the one that came along")


def run(options: argparse.Namespace) -> int:
    """Print one line for each story: id, minutes, how it went, title."""
    from course import places, wording
    from course.journal import Journal
    from course.journal.progress import progress
    from course.shelf import CourseBroken, Shelf

    try:
        shelf = Shelf(faces.find(options.course))
    except CourseBroken as problem:
        raise CouldNotRun(str(problem)) from None
    shelf.check()
    journal = Journal.open(places.journal_file())
    standing = progress(journal.attempts(shelf.course.id)).scenarios
    begun = {each.scenario for each in journal.unfinished(shelf.course.id)}
    width = max((len(head.id) for head in shelf.heads), default=0)
    for head in shelf.heads:
        state = wording.standing_words(standing.get(head.id))
        state = "unavailable" if head.id in shelf.unavailable else "begun" if head.id in begun else state
        minutes = f"{head.minutes} min" if head.minutes else ""
        print(f"{head.id:<{width}}  {minutes:>6}  {state:<22}  {head.title}")
        if head.id in shelf.unavailable:
            print(f"{'':<{width}}  {shelf.unavailable[head.id]}")
    journal.close()
    return 0
