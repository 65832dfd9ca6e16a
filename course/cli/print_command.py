"""`fineline print`: a scenario on paper, for a room without a network."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.cli.common import check_command, no_scenario, open_folder
from course.cli.exit_status import CouldNotRun
from course.cli.parser import course_option, not_empty
from course.cli.writing import Form, file_for, force_option, write
from course.system.printing import put
from course.words import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("scenario", metavar="SCENARIO", type=not_empty, help=say("command.print.scenario"))
    parser.add_argument("-o", "--output", metavar="FILE", type=file_for(Form.HTML), help=say("command.print.output"))
    parser.add_argument("--room", metavar="CODE", default="", help=say("command.print.room"))
    force_option(parser)
    course_option(parser)


def run(options: argparse.Namespace) -> int:
    """Write the page. Raises CouldNotRun."""
    from course.handout.page import Joining, page

    folder = open_folder(options.course)
    if folder.head(options.scenario) is None:
        raise no_scenario(folder, options.scenario)
    scenario = folder.open(options.scenario)
    if scenario is None:
        why, command = folder.unavailable[options.scenario], check_command(options.course)
        raise CouldNotRun(say("command.play.unavailable", why=why, command=command))
    joining = None
    if options.room:
        from course.serving import scanning
        from course.serving.addresses import addresses, origin
        from course.serving.nearby import remembered

        hosts = [each.host for each in addresses()] or ["127.0.0.1"]
        at, code = origin(hosts[0], remembered().port), options.room.upper()
        joining = Joining(at, code, scanning.svg(scanning.address(at, code)))
    file = options.output or Path(f"{options.scenario}.html")
    if write(file, page(folder.course, scenario, joining), force=options.force):
        put(say("command.print.written", file=file))
    return 0
