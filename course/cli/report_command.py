"""`fineline report`: the takeaway, one page of what the learner did and should keep."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from course.cli.common import course_option, open_folder, open_journal
from course.cli.exit_status import CouldNotRun
from course.cli.learner import learner, learner_option
from course.progress.as_json import as_json, takeaway_data
from course.progress.takeaway.gather import gather
from course.progress.takeaway.html import html
from course.progress.takeaway.markdown import markdown
from course.system.files import NotWritten, save_over
from course.words.files import not_written


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--html", metavar="FILE", type=Path, help="write it as a web page that can be printed")
    form.add_argument("--md", metavar="FILE", type=Path, help="write it as Markdown")
    form.add_argument("--json", action="store_true", help="print it as data")
    course_option(parser)
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the page as Markdown, or write it."""
    folder = open_folder(options.course)
    with open_journal(learner(options.learner)) as journal:
        past = journal.past(folder.course.id)
    scenarios = [head.id for head in folder.scenarios]
    page = gather(folder.course, scenarios, past, folder.open, datetime.now().astimezone().date())
    if page is None:
        raise CouldNotRun("There is nothing to take along yet. Play a scenario first: fineline play")
    if options.json:
        print(as_json(takeaway_data(page)))
    elif options.html or options.md:
        path = options.html or options.md
        try:
            save_over(path, html(page) if options.html else markdown(page))
        except NotWritten as problem:
            raise CouldNotRun(not_written(problem)) from None
        print(f"Written to {path}.")
    else:
        print(markdown(page), end="")
    return 0
