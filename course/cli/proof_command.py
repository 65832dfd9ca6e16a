"""`fineline proof`: a reading copy of a scenario, for an editor with a pencil."""

from __future__ import annotations

import argparse
import gc
import sys

from course.authoring.proof.html import html
from course.authoring.proof.markdown import markdown
from course.authoring.proof.page import Page, page
from course.authoring.proof.proof import proof
from course.authoring.proof.text import text
from course.cli.authors import from_here, open_own, scenario_meant, unavailable
from course.cli.common import broken, wanted_scenarios
from course.cli.exit_status import FINE, PROBLEMS, CouldNotRun
from course.cli.parser import course_option
from course.cli.working import working
from course.cli.writing import file_for, force_option, write
from course.reading.courses import read_with_positions
from course.system.printing import put, warn
from course.system.terminal_size import terminal_size
from course.visit.course_folder import CourseFolder
from course.words.files import Form

_WIDTH = 80


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "scenario", nargs="?", metavar="SCENARIO", help="the scenario's id or file; without it, every scenario"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--html", metavar="FILE", type=file_for(Form.HTML), help="write it there as a page to print")
    form.add_argument("--md", metavar="FILE", type=file_for(Form.MARKDOWN), help="write it there as Markdown")
    force_option(parser)
    course_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the reading copies, or write one to a file; the status says whether every scenario asked for could be
    read. Raises CouldNotRun."""
    gc.disable()  # many small objects, and hardly any of them garbage
    course, asked = scenario_meant(options.course, options.scenario)
    folder = open_own(course, "fineline proof --course PATH")
    wanted = wanted_scenarios(folder, asked)
    file = options.html or options.md
    if file and len(wanted) != 1:
        raise CouldNotRun(f"A reading copy holds one scenario. Name it: {', '.join(wanted)}.")
    with working("Looking for few walks that show all there is to read"):
        pages, missing = _pages(folder, wanted, course)
    if file and pages:
        if write(file, html(pages[0]) if options.html else markdown(pages[0]), force=options.force):
            put(f"Wrote {file}.")
    elif pages:
        width = min(100, terminal_size().columns) if sys.stdout.isatty() else _WIDTH
        put("\n\n\n".join(text(each, width) for each in pages))
    return PROBLEMS if missing else FINE


def _pages(folder: CourseFolder, wanted: list[str], course: str | None) -> tuple[list[Page], int]:
    """The page of each scenario that can be read, and how many cannot."""
    reading, positions = read_with_positions(folder.path)
    if reading.course is None:
        raise broken(course)
    scenarios = {each.head.id: each for each in reading.scenarios}
    pages = []
    for name in wanted:
        scenario = scenarios.get(name)
        if scenario is None:
            why = next((each.reason for each in reading.unavailable if each.id == name), "")
            warn(unavailable(f"No reading copy of {name}", why, course))
            continue
        found = proof(reading.course, scenario, positions[scenario.head.file])
        pages.append(page(found, from_here(folder.path / scenario.head.file)))
    return pages, len(wanted) - len(pages)
