"""`fineline report`: the takeaway, one page of what the learner did and should keep."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from course.cli.common import open_folder, open_journal
from course.cli.exit_status import CouldNotRun
from course.cli.learner import learner
from course.cli.parser import course_option, learner_option
from course.cli.writing import force_option, write
from course.progress.as_json import as_json, takeaway_data
from course.progress.takeaway.gather import gather
from course.progress.takeaway.html import html
from course.progress.takeaway.markdown import markdown
from course.system.printing import put, put_data
from course.visit.command_line import command_line
from course.words import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--html", metavar="FILE", type=Path, help=say("command.report.html"))
    form.add_argument("--md", metavar="FILE", type=Path, help=say("command.report.md"))
    form.add_argument("--json", action="store_true", help=say("command.option.json"))
    force_option(parser)
    course_option(parser)
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the page as Markdown, or write it."""
    folder, whose = open_folder(options.course), learner(options.learner)
    with open_journal(whose, folder) as journal:
        past = journal.past(folder.course.id)
    scenarios = [head.id for head in folder.scenarios]
    today, twins = datetime.now().astimezone().date(), folder.twins_in(past)
    page = gather(folder.course, scenarios, past, folder.open, today, whose, twins)
    if page is None:
        play = command_line("play", folder=folder.path, learner=whose)
        raise CouldNotRun(say("command.report.nothing", command=play))
    if options.json:
        put_data(as_json(takeaway_data(page)))
    elif options.html or options.md:
        path = options.html or options.md
        if write(path, html(page) if options.html else markdown(page), force=options.force):
            put(say("command.report.written", path=path))
    else:
        put(markdown(page), end="")
    return 0
