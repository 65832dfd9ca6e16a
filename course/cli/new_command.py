"""`fineline new`: a small course, or a small scenario, to write over."""

from __future__ import annotations

import argparse
import os
import shlex
from pathlib import Path

from course.authoring.new.texts import kinds
from course.authoring.new.writing import NotStarted, new_course, new_scenario
from course.cli.common import check_command, find
from course.cli.exit_status import FINE, CouldNotRun
from course.reading.find import CourseNotFound, find_course
from course.system.printing import put


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("what", choices=("course", "scenario"), metavar="course|scenario", help="what to begin")
    parser.add_argument("name", metavar="NAME", help='its title, such as "The thank-you"; for a course also a path')
    parser.add_argument("--course", metavar="PATH", help="the course that the scenario is for; else the one you are in")
    parser.add_argument("--pair", metavar="PAIR", default="", help="the pair that the scenario practises")
    parser.add_argument(
        "--kind", choices=kinds(), default="", help="an exercise for its second scene: sort, message or calendar"
    )


def run(options: argparse.Namespace) -> int:
    """Write it, and say what was written and what to type next. Raises CouldNotRun."""
    try:
        if options.what == "course":
            if options.course or options.pair or options.kind:
                raise CouldNotRun("--course, --pair and --kind are for scenarios: fineline new scenario NAME")
            written = new_course(options.name)
            shown = written[0].parent
        else:
            written = new_scenario(_course(options.course), options.name, options.pair, options.kind, at=_here())
            shown = written[0]
    except NotStarted as problem:
        raise CouldNotRun(str(problem)) from None
    for file in written:
        put(f"Wrote {_short(file)}.")
    put(f"To see it while you write: {shlex.join(['fineline', 'preview', _short(shown)])}")
    put(f"To check it: {check_command(_short(shown))}")
    return FINE


def _here() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise CouldNotRun("The folder that you are in is no longer there. Go to another one first.") from None


def _course(named: str | None) -> Path:
    """The course that was named, or in which the author stands; never the one that came along, which is not theirs."""
    if named:
        return find(named)
    try:
        return find_course(_here())
    except CourseNotFound:
        raise CouldNotRun(
            "You are in no course. Go to a course's folder, or name it with --course PATH; to begin one: "
            "fineline new course NAME"
        ) from None


def _short(file: Path) -> str:
    """The path from here, where that is not a longer way."""
    try:
        way = os.path.relpath(file)
    except ValueError:  # on another drive
        return str(file)
    return way if len(way) <= len(str(file.resolve())) else str(file.resolve())
