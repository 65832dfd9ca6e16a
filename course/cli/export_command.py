"""`fineline export`: a learner's journal and settings as one file, to be carried to another machine."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.cli.common import open_journal
from course.cli.exit_status import FINE, PROBLEMS, CouldNotRun
from course.cli.learner import learner
from course.cli.parser import learner_option, refused_option
from course.cli.writing import file_for, force_option, write
from course.journal.records import LeftOut
from course.model.encoding import to_json
from course.system import paths
from course.system.printing import put, spelled, warn
from course.text.shell import as_file
from course.visit import journal_words
from course.visit.command_line import command_line
from course.words import say
from course.words.files import Form


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", type=file_for(Form.JSON), help=say("command.export.file"))
    force_option(parser)
    learner_option(parser)
    refused_option(parser, "--course", say("command.carried-whole"))


def run(options: argparse.Namespace) -> int:
    """Write the file, with all that can be read."""
    file: Path = options.file
    whose = learner(options.learner)
    with open_journal(whose) as journal:
        carried = journal.carry()
        notices = journal.take_notices()
        for each in notices:
            warn(journal_words.notice(each))
    if carried is None:
        raise CouldNotRun(say("command.journal-unread"))
    if write(file, spelled(to_json(carried, indent=1), indent=1) + "\n", force=options.force, private=True):
        put(say("command.export.written", n=len(carried.attempts), file=file))
        put(say("command.export.then", command=command_line("import", as_file(file.name), learner=whose)))
    if any(isinstance(each, LeftOut) for each in notices):
        warn(say("command.export.left-out", file=paths.journal_file()))
        return PROBLEMS
    return FINE
