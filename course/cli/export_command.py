"""`fineline export`: a learner's journal and settings as one file, to be carried to another machine."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.cli.common import open_journal
from course.cli.exit_status import CouldNotRun
from course.cli.learner import learner
from course.cli.parser import learner_option
from course.journal.records import UNREADABLE
from course.model.encoding import to_json
from course.system.files import NotWritten, save_over
from course.system.printing import put
from course.visit.command_line import command_line
from course.words import say
from course.words.files import not_written


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path, help=say("command.export.file"))
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Write the file."""
    file: Path = options.file
    if file.exists() and (file.is_file() or file.is_dir()):
        raise CouldNotRun(say("command.export.exists", file=file))
    whose = learner(options.learner)
    with open_journal(whose) as journal:
        try:
            carried = journal.carry()
        except UNREADABLE as problem:
            raise CouldNotRun(say("command.export.unreadable", problem=problem)) from None
    if carried is None:
        raise CouldNotRun(say("command.journal-unread"))
    try:
        save_over(file, to_json(carried, indent=1) + "\n")
    except NotWritten as problem:
        raise CouldNotRun(not_written(problem)) from None
    put(say("command.export.written", n=len(carried.attempts), file=file))
    put(say("command.export.then", command=command_line("import", file.name, learner=whose)))
    return 0
