"""`fineline ask`: the extra minute, for somebody about to act now. It keeps nothing."""

from __future__ import annotations

import argparse

from course.cli.common import check_command, open_folder
from course.cli.exit_status import CouldNotRun
from course.cli.faces import open_face
from course.cli.parser import course_option, learner_option, plain_option
from course.words import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    plain_option(parser)
    course_option(parser)
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Ask the questions, and say how it would come across."""
    folder = open_folder(options.course)
    if not folder.course.companion or folder.head(folder.course.companion) is None:
        raise CouldNotRun(say("command.ask.no-companion"))
    if folder.open(folder.course.companion) is None:
        why, command = folder.unavailable[folder.course.companion], check_command(options.course)
        raise CouldNotRun(say("command.ask.unavailable", why=why, command=command))
    return open_face(options.course, whose=options.learner, companion=True, plain=options.plain)
