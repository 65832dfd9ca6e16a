"""`fineline new`: a small course, or a small scenario, to write over."""

from __future__ import annotations

import argparse

from course.authoring.new.texts import kinds
from course.authoring.new.writing import NotStarted, new_course, new_scenario
from course.cli.authors import from_here, here, own_course
from course.cli.common import check_command
from course.cli.exit_status import FINE, CouldNotRun
from course.cli.parser import not_empty
from course.system.printing import put
from course.text.shell import typed


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("what", choices=("course", "scenario"), metavar="course|scenario", help="what to begin")
    parser.add_argument(
        "name", metavar="NAME", type=not_empty, help='its title, such as "The thank-you"; for a course also a path'
    )
    parser.add_argument("--course", metavar="PATH", help="the course that the scenario is for; else the one you are in")
    parser.add_argument("--pair", metavar="PAIR", default="", help="the pair that the scenario practices")
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
            course = own_course(options.course, "fineline new scenario NAME --course PATH", writes=True)
            written = new_scenario(course, options.name, options.pair, options.kind, at=here())
            shown = written[0]
    except NotStarted as problem:
        raise CouldNotRun(str(problem)) from None
    for file in written:
        put(f"Wrote {from_here(file)}.")
    put(f"To see it while you write: {typed(['fineline', 'preview', from_here(shown)])}")
    put(f"To check it: {check_command(from_here(shown))}")
    return FINE
