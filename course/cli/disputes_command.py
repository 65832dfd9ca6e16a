"""`fineline disputes`: what learners see differently, by scene, with file and line."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from course.authoring.disputes import Contested, Reason, contested
from course.cli.authors import from_here, own_course
from course.cli.common import broken, open_at, open_journal
from course.cli.exit_status import FINE, CouldNotRun
from course.cli.import_command import read_exported
from course.cli.learner import learner
from course.cli.parser import NAMED, learner_option, refused_option
from course.journal.carried import CarriedDispute
from course.journal.records import Dispute
from course.model import Course
from course.model.encoding import to_json
from course.reading.courses import read_with_positions
from course.system.paths import expanded
from course.system.printing import put, put_data, warn


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    refused_option(parser, "--course", NAMED)
    about = "the course folder, and files that learners have exported; without a file, your own journal is read"
    parser.add_argument("paths", nargs="*", metavar="COURSE|FILE", help=about)
    parser.add_argument("--mine", action="store_true", help="read your own journal beside the files")
    parser.add_argument("--json", action="store_true", help="print it as data")
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print what learners see differently. Raises CouldNotRun."""
    courses, files = _sorted_out(options.paths)
    folder = own_course(courses[0] if courses else None, "fineline disputes PATH")
    reading, positions = read_with_positions(folder)
    course = reading.course
    if course is None:
        raise broken(courses[0] if courses else None)
    brought = [dispute for file in files for dispute in read_exported(file).disputes]
    disputes = [_alone(each) for each in brought if each.course == course.id]
    if options.mine or not files:
        with open_journal(learner(options.learner), open_at(folder, None)) as journal:
            disputes += journal.disputes(course.id)
    found = contested(course, reading.scenarios, positions, disputes)
    if options.json:
        put_data(to_json({"version": 1, "course": course.id, "contested": found}, indent=2))
        return FINE
    for line in _lines(course, folder, found):
        put(line)
    for line in _others(course, brought):
        warn(line)
    return FINE


def _sorted_out(paths: Sequence[str]) -> tuple[list[str], list[Path]]:
    """What names a course, at most one, and the exported files. Raises CouldNotRun."""
    files = [each for each in paths if expanded(each).is_file() and expanded(each).suffix not in (".yaml", ".yml")]
    courses = [each for each in paths if each not in files]
    if len(courses) > 1:
        raise CouldNotRun(f"These would be several courses: {', '.join(courses)}. Name one, and any number of files.")
    return courses, [expanded(each) for each in files]


def _alone(carried: CarriedDispute) -> Dispute:
    """The dispute, without what says which course it is about."""
    return Dispute(*(getattr(carried, field) for field in Dispute.__struct_fields__))


def _lines(course: Course, folder: Path, found: Iterable[Contested]) -> Iterator[str]:
    found = tuple(found)
    if not found:
        yield f"Nobody has seen anything differently in {course.title}, as far as these records go."
        return
    for each in found:
        where = f"{from_here(folder / each.file)}:{each.line}" if each.file else "no longer in the course"
        yield f"{each.title}  ({where})"
        yield f"  {each.said}"
        yield from (f"    {_reason(reason)}" for reason in each.reasons)
        yield ""
    count = sum(len(each.reasons) for each in found)
    yield f"Seen differently: {count}, about {len(found)} {'answer' if len(found) == 1 else 'answers'}."


def _reason(reason: Reason) -> str:
    edited = " (the scene has been edited since)" if reason.edited else ""
    return f"{reason.at:%Y-%m-%d}: {reason.why or 'no reason given'}{edited}"


def _others(course: Course, brought: Iterable[CarriedDispute]) -> Iterator[str]:
    """That files hold disputes about other courses, so that nobody looks for them here."""
    others = sorted({each.course for each in brought if each.course != course.id})
    if others:
        yield f"These files also hold what is seen differently in other courses: {', '.join(others)}."
