"""`fineline progress`: dos and don'ts apart, from first answers; what trips you; how well you can tell."""

from __future__ import annotations

import argparse

from msgspec.structs import asdict

from course.cli.common import course_option, open_folder, open_journal
from course.cli.learner import learner, learner_option
from course.faces.plain import results
from course.journal.records import Dispute
from course.progress.as_json import ProgressData, as_json, progress_data
from course.progress.results import progress


class _Data(ProgressData):
    """What `--json` prints."""

    course: str
    disputes: tuple[Dispute, ...]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--json", action="store_true", help="print it as data")
    course_option(parser)
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the progress."""
    folder = open_folder(options.course)
    with open_journal(learner(options.learner)) as journal:
        standing = progress(journal.past(folder.course.id), folder.course.apart)
        contested = journal.disputes(folder.course.id)
    if options.json:
        print(as_json(_Data(**asdict(progress_data(standing)), course=folder.course.id, disputes=contested)))
        return 0
    for line in results.lines(folder.course, folder.heads, standing):
        print(line)
    if contested:
        print(f"Seen differently: {len(contested)}. With reasons: fineline progress --json")
    return 0
