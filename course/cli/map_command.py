"""`fineline map`: a scenario drawn, to walk in on a terminal, or as text, SVG or Mermaid."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from course.authoring.map import tree
from course.authoring.map.mermaid import mermaid
from course.authoring.map.plan import Plan, plan
from course.authoring.map.svg import svg
from course.cli.authors import open_own, scenario_meant, unavailable
from course.cli.common import wanted_scenarios
from course.cli.exit_status import FINE, PROBLEMS, CouldNotRun
from course.cli.faces import is_screen
from course.cli.parser import course_option
from course.cli.working import working
from course.cli.writing import force_option, write
from course.system.printing import put, shows, warn
from course.system.terminal_size import terminal_size
from course.visit.course_folder import CourseFolder

_WIDTH = 80
_FORMATS: dict[str, Callable[[Plan], str]] = {
    ".svg": svg,
    ".mmd": mermaid,
    ".mermaid": mermaid,
    ".md": lambda drawn: f"```mermaid\n{mermaid(drawn)}```\n",
    ".txt": lambda drawn: "\n".join(tree.lines(drawn, _WIDTH)) + "\n",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "scenario", nargs="?", metavar="SCENARIO", help="the scenario's id or file; without it, every scenario"
    )
    formats = ", ".join(_FORMATS)
    parser.add_argument("--output", metavar="FILE", help=f"write the drawing there; its name ends in one of {formats}")
    force_option(parser)
    course_option(parser)


def run(options: argparse.Namespace) -> int:
    """Open the map of one scenario, print the maps, or write one to a file; the status says whether every scenario
    that was asked for could be drawn. Raises CouldNotRun."""
    course, asked = scenario_meant(options.course, options.scenario)
    folder = open_own(course, "fineline map --course PATH")
    wanted = wanted_scenarios(folder, asked)
    if options.output:
        if len(wanted) != 1:
            raise CouldNotRun(f"A drawing holds one scenario. Name it: {', '.join(wanted)}.")
        return _write(folder, wanted[0], Path(options.output), options)
    if len(wanted) == 1 and is_screen() and folder.open(wanted[0]) is not None:
        from course.faces.textual.preview.app import run as run_preview

        return run_preview(folder.path, wanted[0], mapped=True)
    width = terminal_size().columns if sys.stdout.isatty() else _WIDTH
    width = min(width, 100) - (0 if shows("…→±") else 4)  # of which each is wider in plain letters
    with working("Drawing"):
        plans = [found for each in wanted if (found := _plan(folder, each, options.course)) is not None]
        drawings = ["\n".join(tree.lines(each, width)) for each in plans]
    if drawings:
        put("\n\n\n".join(drawings))
    return FINE if len(plans) == len(wanted) else PROBLEMS


def _plan(folder: CourseFolder, scenario_id: str, course: str | None) -> Plan | None:
    scenario = folder.open(scenario_id)
    if scenario is None:
        warn(unavailable(f"No map of {scenario_id}", folder.unavailable[scenario_id], course))
        return None
    return plan(folder.course, scenario)


def _write(folder: CourseFolder, scenario_id: str, file: Path, options: argparse.Namespace) -> int:
    draw = _FORMATS.get(file.suffix.lower())
    if draw is None:
        raise CouldNotRun(f"The name of a drawing ends in one of {', '.join(_FORMATS)}; {file.name} does not.")
    drawn = _plan(folder, scenario_id, options.course)
    if drawn is None:
        return PROBLEMS
    if write(file, draw(drawn), force=options.force):
        put(f"Wrote {file}.")
    return FINE
