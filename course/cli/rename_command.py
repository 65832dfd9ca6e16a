"""`fineline rename`: another id for a scenario, a scene, a pair, a rule, an option or a person, wherever it is used."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from course.authoring.rename.edits import CannotRename
from course.authoring.rename.plan import Asked, Change, ProblemsFirst, plan
from course.authoring.rename.uses import KINDS
from course.authoring.rename.writing import write
from course.cli.asking import can_ask
from course.cli.authors import from_here, own_course
from course.cli.changes import change, yes
from course.cli.common import check_command
from course.cli.exit_status import FINE, PROBLEMS, CouldNotRun
from course.cli.parser import course_option, not_empty
from course.cli.working import working
from course.system.files import ChangedMeanwhile, NotWritten
from course.system.printing import put
from course.words.files import not_written, reason


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("kind", choices=KINDS, type=str.lower, metavar="|".join(KINDS), help="what has the id")
    parser.add_argument("old", metavar="OLD", type=not_empty, help="the id that it has")
    parser.add_argument("new", metavar="NEW", type=not_empty, help="the id that it gets")
    parser.add_argument("--scenario", metavar="ID", default="", help="the scenario it belongs to, if several have it")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    course_option(parser)


def run(options: argparse.Namespace) -> int:
    """Show every line that changes, ask, and write all of it or nothing. Raises CouldNotRun."""
    try:
        folder = own_course(options.course, "fineline rename … --course PATH", writes=True)
        with working("Looking wherever the id is used"):
            changes = plan(folder, Asked(options.kind, options.old, options.new, options.scenario))
        _show(changes)
        if options.kind == "scenario":
            put("No file gets another name: a scenario goes by the id: in its file, whatever the file is called.")
        return _write(changes) if _agreed(changes, yes_to_all=options.yes) else PROBLEMS
    except CannotRename as problem:
        raise CouldNotRun(str(problem)) from None
    except ProblemsFirst:
        mend = f"This course has problems that must be mended first: {check_command(options.course)}"
        raise CouldNotRun(mend) from None
    except ChangedMeanwhile:
        raise CouldNotRun(
            "A file has been saved by somebody else meanwhile, so all was left alone. Run this again."
        ) from None
    except (NotWritten, OSError) as error:
        why = not_written(error) if isinstance(error, NotWritten) else f"{reason(error)}."
        raise CouldNotRun(f"{why} All files are as they were.") from None


def _show(changes: Sequence[Change]) -> None:
    for each in changes:
        put(f"{from_here(each.path)}:")
        for line in change(each.edits, most=len(each.edits)):
            put(f"  {line}")


def _agreed(changes: Sequence[Change], *, yes_to_all: bool) -> bool:
    if yes_to_all:
        return True
    if not can_ask():
        put("Not written, since nobody could be asked. With --yes it is written without a question.")
        return False
    return yes(f"Write this to {from_here(changes[0].path) if len(changes) == 1 else f'these {len(changes)} files'}?")


def _write(changes: Sequence[Change]) -> int:
    for each, kept in zip(changes, write(changes), strict=True):
        put(f"Wrote {from_here(each.path)}. As it was, it is kept beside it: {kept.name}")
    return FINE
