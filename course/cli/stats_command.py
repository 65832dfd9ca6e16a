"""`fineline stats`: what a course holds, which rules it practices, and how its choices fare with guessers."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from course.authoring.check.wording.tools.guessers import Guesser, battery
from course.authoring.check.wording.tools.items import Items
from course.authoring.stats import Coverage, Stats, coverage, stats
from course.cli.authors import file_in, own_course, unavailable
from course.cli.common import broken, none_yet
from course.cli.exit_status import FINE, PROBLEMS
from course.cli.parser import NAMED, refused_option
from course.cli.working import working
from course.model import Course, Side
from course.model.encoding import to_json
from course.reading.courses import read_course
from course.system.printing import put, put_data, warn
from course.text.percent import percent
from course.text.width import cells, shorten
from course.words import speak_for
from course.words.sentences import side_name

_TITLE = 24


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    refused_option(parser, "--course", NAMED)
    parser.add_argument("path", nargs="?", metavar="PATH", help="the course folder; or a scenario, by its file or id")
    parser.add_argument("--json", action="store_true", help="print it as data")


def run(options: argparse.Namespace) -> int:
    """Print the counts; the status says whether every scenario that was asked for could be counted. Raises
    CouldNotRun."""
    folder = own_course(options.path, "fineline stats PATH")
    with working("Reading the course"):
        reading = read_course(folder)
    course = reading.course
    if course is None:
        raise broken(options.path)
    speak_for(course)
    if not reading.scenarios and not reading.unavailable:
        raise none_yet(course.title)
    file = file_in(folder, options.path)
    scenarios = [each for each in reading.scenarios if not file or each.head.file == file]
    missing = [each for each in reading.unavailable if not file or each.file == file]
    counted = [stats(course, scenario) for scenario in scenarios]
    covered = [each for each in coverage(course, counted) if not file or each.scenarios]
    guessers = battery(Items(scenarios)) if scenarios else ()
    if options.json:
        data = {"version": 1, "course": course.id, "scenarios": counted, "rules": covered, "guessers": guessers}
        put_data(to_json(data, indent=2))
    elif counted or not missing:
        for line in _lines(course, counted, covered, guessers):
            put(line.rstrip())
    for each in missing:
        warn(unavailable(f"{each.title} is not counted", each.reason, options.path))
    return PROBLEMS if missing else FINE


def _lines(
    course: Course, counted: Sequence[Stats], covered: Sequence[Coverage], guessers: Sequence[Guesser]
) -> Iterator[str]:
    """The whole report."""
    yield course.title
    yield ""
    yield from _scenarios(counted)
    yield ""
    yield from _pairs(course, counted)
    yield ""
    yield from _rules(course, covered)
    if guessers:
        yield ""
        yield from _guessers(guessers)


def _scenarios(counted: Sequence[Stats]) -> Iterator[str]:
    yield _row("scenario", "scenes", "words", "minutes", "decisions", "endings", "grade")
    rows = []
    for each in counted:
        numbers = each.scenes, each.words, each.minutes or each.reading_minutes, each.decisions
        rows.append((*numbers, sum(each.endings.values())))
        yield _row(each.title, *_shown(rows[-1]), _grade(each.grade))
    if len(counted) > 1:
        yield _row("all together", *_shown([sum(column) for column in zip(*rows, strict=True)]), "")
    if any(each.grade is not None for each in counted):
        yield "grade: the year of school in which one reads it with ease; up to 8 is good."
    lost = sum(each.unreached for each in counted)
    if lost:
        yield f"{lost} scene{'' if lost == 1 else 's'} cannot be reached; fineline check says which."
    yield f"Endings: {', '.join(f'{sum(each.endings[side] for each in counted)} {side_name(side)}' for side in Side)}."


def _grade(grade: float | None) -> str:
    """The formula goes below the first grade, and below nought, where sentences are short."""
    return "" if grade is None else "<1" if grade < 1 else f"{grade:.1f}"


def _shown(numbers: Sequence[int]) -> list[str]:
    scenes, words, *others = numbers
    return [str(scenes), f"{words:,}", *map(str, others)]


def _row(title: str, *columns: str) -> str:
    widths = (7, 7, 8, 10, 9, 7)
    return _fit(title, _TITLE) + "".join(f"{each:>{width}}" for each, width in zip(columns, widths, strict=True))


def _pairs(course: Course, counted: Sequence[Stats]) -> Iterator[str]:
    yield f"{'decisions on':<48}{'how many':>12}"
    for pair in course.pairs:
        yield f"{_fit(f'{pair.do} / {pair.dont}', 48)}{sum(each.pairs.get(pair.id, 0) for each in counted):>12}"
    if course.rules:
        yield f"{_fit('rules of the whole course', 48)}{sum(each.pairs.get('', 0) for each in counted):>12}"


def _rules(course: Course, covered: Sequence[Coverage]) -> Iterator[str]:
    yield "Choices by rule; in a calendar, each way counts on each day anew."
    yield f"{'rule':<24}{'followed':>9}{'broken':>8}  where"
    rules = course.all_rules()
    pair = None
    for each in covered:
        if rules[each.rule].pair != pair:
            pair = rules[each.rule].pair
            found = course.pair(pair)
            yield f"  {found.do} / {found.dont}" if found else "  the whole course"
        where = shorten(", ".join(each.scenarios) or "nowhere", 37)
        yield f"{_fit(each.rule, 24)}{each.followed:>9}{each.broken:>8}  {where}"


def _fit(text: str, width: int) -> str:
    short = shorten(text, width - 1)
    return short + " " * (width - cells(short))


def _guessers(guessers: Sequence[Guesser]) -> Iterator[str]:
    """How somebody scores who reads no scenario; more than the blind guesser is a leak."""
    blind, *others = guessers
    yield f"Who reads nothing and picks blindly scores {percent(blind.score)}%. Who always picks"
    for each in others:
        name = {"words": "by tell-tale words"}.get(each.name, f"the {each.name}")
        more = round(100 * (each.score - each.chance))
        points = f"{abs(more)} point{'' if abs(more) == 1 else 's'} {'more' if more > 0 else 'less'} than blindly"
        yield f"  {name:<20}{percent(each.score):>4}%   {points if more else 'as blindly'}"
