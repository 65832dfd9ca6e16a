"""`fineline ask`: the extra minute, for somebody about to follow up now. It keeps nothing."""

from __future__ import annotations

import argparse

from course.cli.common import check_command, course_option, open_folder
from course.cli.exit_status import CouldNotRun
from course.cli.faces import open_face
from course.cli.learner import learner, learner_option


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--plain", action="store_true", help="lines of text instead of a screen")
    course_option(parser)
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Ask the questions, and say how it would come across."""
    folder = open_folder(options.course)
    if not folder.course.companion or folder.head(folder.course.companion) is None:
        raise CouldNotRun("This course has no companion: course.yaml names none under companion:.")
    if folder.open(folder.course.companion) is None:
        why = f"{folder.unavailable[folder.course.companion]} To see more: {check_command(options.course)}"
        raise CouldNotRun(f"The companion cannot be asked. {why}")
    return open_face(options.course, learner=learner(options.learner), companion=True, plain=options.plain)
