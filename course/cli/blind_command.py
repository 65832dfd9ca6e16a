"""`fineline blind`: the options of every decision alone, to see how far they are answered without their scene."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.authoring.blind import report, writing
from course.authoring.blind.as_data import data
from course.authoring.blind.items import Item, items
from course.authoring.blind.results import results
from course.authoring.blind.sheet import Sheet, sheet
from course.cli.authors import either_meant, own_course
from course.cli.blind_answers import Came, answered_here, handed_in
from course.cli.common import broken, none_yet, unknown
from course.cli.exit_status import FINE, PROBLEMS, CouldNotRun
from course.cli.parser import course_option, seed
from course.cli.working import working
from course.cli.writing import file_for, force_option, write
from course.model import Course
from course.model.encoding import to_json
from course.model.record import Record
from course.reading.courses import read_with_positions
from course.system.printing import put, put_data, warn
from course.text.clean import clean
from course.visit.command_line import command_line
from course.words import say, speak_for
from course.words.files import Form

FORMATS = ("text", "json")


class _Subject(Record):
    """What is to be answered."""

    course: Course
    every: tuple[Item, ...]
    """All items of the course."""
    wanted: tuple[Item, ...]
    """Those that were asked for."""
    sheet: Sheet
    """The same, as they are asked."""
    titles: dict[str, str]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "of", nargs="?", metavar="COURSE|SCENARIO", help="the course folder, or a scenario's id or file"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--sheet", metavar="FILE", type=file_for(Form.MARKDOWN), help="write a sheet there, for somebody to fill in"
    )
    what.add_argument(
        "--answers", metavar="FILE", type=Path, nargs="+", action="extend", help="sheets that have been filled in"
    )
    what.add_argument(
        "--keep",
        metavar="FILE",
        type=file_for(Form.MARKDOWN),
        help="fill a sheet in here, or go on with one; it is kept there",
    )
    parser.add_argument("--seed", type=seed, metavar="N", default=1, help="put items and options in another order")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print what came of it")
    force_option(parser)
    course_option(parser)


def run(options: argparse.Namespace) -> int:
    """Write a sheet, read some in, or ask one here. The status says whether all answers could be taken. Raises
    CouldNotRun."""
    subject = _subject(options)
    if options.sheet:
        return _write(subject.sheet, options.sheet, _reads(options), force=options.force)
    if options.answers:
        came = handed_in(options.answers, subject.every)
    else:
        tell = warn if options.format == "json" else put
        reader = answered_here(
            subject.sheet, options.keep, subject.every, lambda text, end: tell(text, end, flush=True)
        )
        came = Came((reader,), (), ())
        tell("")
    _print(subject, came, as_data=options.format == "json")
    return PROBLEMS if came.unclear else FINE


def _subject(options: argparse.Namespace) -> _Subject:
    named, scenario = either_meant(options.course, options.of)
    folder = own_course(named, "fineline blind COURSE")
    with working("Reading the course"):
        reading, positions = read_with_positions(folder)
    if reading.course is None:
        raise broken(named)
    speak_for(reading.course)
    if not reading.scenarios and not reading.unavailable:
        raise none_yet(reading.course.title)
    titles = {each.head.id: each.head.title for each in reading.scenarios}
    for each in reading.unavailable:
        if scenario == each.id:
            raise CouldNotRun(f"{each.title} ({each.file}) cannot be played: {each.reason}")
        warn(f"Not asked, since it cannot be played: {each.title} ({each.file}).")
    if scenario and scenario not in titles:
        raise unknown(say("command.no-scenario", asked=scenario), scenario, list(titles))
    every = items(reading.scenarios, positions)
    wanted = tuple(each for each in every if not scenario or each.scenario == scenario)
    if not wanted:
        where = scenario or reading.course.title
        raise CouldNotRun(f"There is nothing to answer in {where}: no decision at which one can be right or wrong.")
    return _Subject(reading.course, every, wanted, sheet(wanted, options.seed), titles)


def _write(sheet: Sheet, file: Path, reads: str, *, force: bool) -> int:
    if write(file, writing.text(sheet, reads), force=force):
        number = len(sheet.items)
        put(f"Wrote {file}, with {number} item{'' if number == 1 else 's'}.")
        put(f"When it comes back: {reads}")
    return FINE


def _reads(options: argparse.Namespace) -> str:
    """The command that reads the sheet in again, from where it was written: the course and what of it was asked are
    named as they were."""
    course = ["--course", options.course] if options.course else []
    of = [options.of] if options.of else []
    return clean(command_line("blind", *of, *course, "--answers", str(options.sheet)))


def _print(subject: _Subject, came: Came, *, as_data: bool) -> None:
    found = results(subject.wanted, came.readers)
    for each in came.unclear:
        warn(f"{each.file}:{each.line}: {each.why}. Not counted. {each.mend}")
    marks = {item.mark for item in subject.wanted}
    for notice in came.notices:
        warn(notice)
    for reader in came.readers:
        if reader.answers and marks.isdisjoint(reader.answers):
            warn(f"{reader.name} has answered nothing of what is asked here, only of other scenarios.")
    if as_data:
        about = {"version": 1, "course": subject.course.id, **data(found), "unclear": came.unclear}
        put_data(to_json(about, fractions=lambda each: {"exact": str(each), "value": float(each)}, indent=2))
        return
    for line in report.lines(found, subject.titles):
        put(line.rstrip())
