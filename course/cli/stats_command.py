"""`fineline stats`: what a course holds, which rules it practises, and how its choices fare with guessers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from course.authoring.check.wording.tools.guessers import Guesser, battery
from course.authoring.check.wording.tools.items import Items
from course.authoring.stats import Coverage, Stats, coverage, stats
from course.cli.common import broken, find_for_author
from course.cli.exit_status import FINE
from course.model.encoding import to_json
from course.model.record import Record
from course.reading.courses import read_course


class _Data(Record):
    """What `--json` prints."""

    version: int
    course: str
    scenarios: Sequence[Stats]
    rules: Sequence[Coverage]
    guessers: Sequence[Guesser]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="the course folder, or a file in it")
    parser.add_argument("--json", action="store_true", help="print it as data")


def run(options: argparse.Namespace) -> int:
    """Print the counts. Raises CouldNotRun."""
    reading = read_course(find_for_author(options.path))
    course = reading.course
    if course is None:
        raise broken(options.path)
    counted = [stats(course, scenario) for scenario in reading.scenarios]
    covered = coverage(course, counted)
    guessers = battery(Items(reading.scenarios))
    if options.json:
        print(to_json(_Data(1, course.id, counted, covered, guessers), indent=2))
        return FINE
    from course.cli.stats_lines import lines

    for line in lines(course, counted, covered, guessers):
        print(line.rstrip())
    for each in reading.unavailable:
        print(f"Not counted, since it cannot be played: {each.title} ({each.file}).")
    return FINE
