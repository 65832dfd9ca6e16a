"""`fineline report`: the takeaway, one page of what the learner did and should keep."""

from __future__ import annotations

import argparse
from datetime import datetime

from course.cli.common import open_folder, open_journal
from course.cli.learner import called, learner
from course.cli.parser import course_option, learner_option
from course.cli.writing import file_for, force_option, write
from course.progress.as_json import as_json, takeaway_data
from course.progress.takeaway.html import html
from course.progress.takeaway.markdown import markdown
from course.system import paths
from course.system.printing import put, put_data, warn
from course.visit import settings
from course.visit.takeaway import of
from course.words import say
from course.words.files import Form


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--html", metavar="FILE", type=file_for(Form.HTML), help=say("command.report.html"))
    form.add_argument("--md", metavar="FILE", type=file_for(Form.MARKDOWN), help=say("command.report.md"))
    form.add_argument("--json", action="store_true", help=say("command.option.json"))
    force_option(parser)
    course_option(parser)
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the page as Markdown, or write it."""
    folder, whose = open_folder(options.course), learner(options.learner)
    chosen, notice = settings.load(paths.settings_file(whose))
    if notice:
        warn(notice)
    with open_journal(whose, folder) as journal:
        past = journal.past(folder.course.id)
    page = of(folder, past, chosen, datetime.now().astimezone().date(), called(options.learner))
    if options.json:
        put_data(as_json(takeaway_data(page)))
    elif options.html or options.md:
        path = options.html or options.md
        if write(path, html(page) if options.html else markdown(page), force=options.force):
            put(say("command.report.written", path=path))
    else:
        put(markdown(page), end="")
    return 0
