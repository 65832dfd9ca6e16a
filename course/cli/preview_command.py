"""`fineline preview`: a scenario as learners see it, while it is being written."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.cli.authors import file_in, own_course
from course.cli.common import check_command
from course.cli.exit_status import CouldNotRun
from course.cli.faces import is_screen
from course.cli.parser import NAMED, refused_option
from course.reading.courses import read_contents
from course.reading.problems.suggest import nearest


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="the course folder, or a scenario's file in it")
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="the scenario's id, as fineline list shows it")
    parser.add_argument("--from", dest="at", metavar="SCENE", default="", help="begin at this scene")
    refused_option(parser, "--course", NAMED)


def run(options: argparse.Namespace) -> int:
    """Open the preview. Raises CouldNotRun."""
    path, scenario = options.path, options.scenario or ""
    if path and not scenario and "." not in path and "/" not in path and not Path(path).exists():
        path, scenario = None, path  # a scenario of the course one stands in
    folder = own_course(path, "fineline preview PATH")
    if scenario:
        _check(folder, scenario)
    if not is_screen():
        raise CouldNotRun(f"A preview needs a terminal. To see what is wrong: {check_command(path)}")
    from course.faces.textual.preview.app import run as run_preview

    return run_preview(folder, scenario, file_in(folder, path), options.at)


def _check(folder: Path, scenario: str) -> None:
    ids = [head.id for head in read_contents(folder).heads]
    if scenario not in ids:
        meant = nearest(scenario, ids)
        hint = f" Did you mean {meant}?" if meant else ""
        raise CouldNotRun(f'There is no scenario "{scenario}".{hint} There is: {", ".join(ids) or "none"}.')
