"""`fineline check`: what is wrong with a course, where, and how to mend it."""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from course.authoring.check.run import Checked, check
from course.cli.authors import file_in, from_here, own_course
from course.cli.common import check_command
from course.cli.exit_status import FINE, PROBLEMS
from course.cli.parser import NAMED, refused_option
from course.cli.working import working
from course.cli.wrapping import put_wrapped
from course.model.encoding import to_json
from course.model.record import Record, replace
from course.reading.courses import Reading
from course.reading.problems.codes import Level
from course.reading.problems.problem import Problem, shown
from course.reading.problems.showing import show
from course.system.printing import clear_screen, put, put_data
from course.text.clean import clean
from course.text.isolates import closed
from course.text.percent import percent

_ESCAPED = str.maketrans({"%": "%25", "\n": "%0A", ":": "%3A", ",": "%2C"})
"""Of a property of an annotation, what has a meaning there."""
FORMATS = ("text", "json", "github")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="course folders; or scenarios, by their files or ids")
    parser.add_argument("--strict", action="store_true", help="warnings have to be mended too")
    parser.add_argument("--watch", action="store_true", help="check again whenever a file is saved; Ctrl+C ends it")
    forms = "how to print the problems; json is one object, or for several courses a list of them"
    parser.add_argument("--format", choices=FORMATS, default="text", help=forms)
    refused_option(parser, "--course", NAMED)


def run(options: argparse.Namespace) -> int:
    """Print the problems; the status says whether any of them has to be mended."""
    gc.disable()  # a course is many small objects, and hardly any of them garbage
    targets = _targets(options.paths)
    if options.watch:
        _again_and_again(targets, options)
    return _check(targets, options)


class _Target(Record):
    """A course to check, and of which of its files to tell; of all where none is named."""

    folder: Path
    files: tuple[str, ...] = ()

    def told(self, checked: Checked) -> Checked:
        """The problems of those files alone."""
        if not self.files:
            return checked
        return replace(checked, problems=tuple(each for each in checked.problems if each.place.file in self.files))


def _targets(paths: Sequence[str]) -> list[_Target]:
    """Each course once, with the files in it that were named."""
    found: dict[Path, _Target] = {}
    for path in paths or [""]:
        folder = own_course(path, "fineline check PATH")
        file = clean(file_in(folder, path))
        known = found.get(folder.resolve())
        files: tuple[str, ...] = (file,) if file else ()
        if known is not None:
            files = (*known.files, *files) if known.files and files else ()
        found[folder.resolve()] = _Target(known.folder if known else folder, files)
    return list(found.values())


def _again_and_again(targets: Sequence[_Target], options: argparse.Namespace) -> NoReturn:
    """Check now and after each change, on a clean screen if there is one; Ctrl+C ends it."""
    from course.authoring.watch import EVERY, Watch

    watches = [Watch(each.folder) for each in targets]
    names = ", ".join(str(each.folder) for each in targets)
    while True:
        clear_screen()
        _check(targets, options)
        put(f"\n{time.strftime('%H:%M:%S')}  Watching {names}. Ctrl+C ends it.", flush=True)
        while not any(watch.changed() for watch in watches):
            time.sleep(EVERY)


def _check(targets: Sequence[_Target], options: argparse.Namespace) -> int:
    with working("Trying every path through the course"):
        whole = [check(each.folder) for each in targets]
    all_checked = [target.told(each) for target, each in zip(targets, whole, strict=True)]
    if options.format == "json":
        data = [_data(checked) for checked in all_checked]
        put_data(to_json(data if len(data) > 1 else data[0], fractions=float, indent=2))
    for number, (target, checked) in enumerate(zip(targets, all_checked, strict=True)):
        if options.format == "github":
            _for_github(target.folder, checked)
        elif options.format == "text":
            if len(targets) > 1:
                put(("\n" if number else "") + f"{closed(str(target.folder))}:")
            _as_text(checked)
            _elsewhere(target, whole[number], checked)
    return PROBLEMS if any(checked.fails(strict=options.strict) for checked in all_checked) else FINE


def _as_text(checked: Checked) -> None:
    reading, problems = checked.reading, checked.problems
    for problem in problems:
        put_wrapped(show(problem) + "\n")
    sound = _sound(reading)
    if problems:
        files = len({problem.place.file for problem in problems})
        put_wrapped(f"{_levels(problems)} in {_count(files, 'file')}; {sound}.")
        put_wrapped(f"What a code in brackets means, and an example: fineline explain {problems[0].code}")
    else:
        put_wrapped(f"No problems. {sound}.")
    if reading.course and checked.guessers:
        scores = ", ".join(f"{each.name} {percent(each.score)}%" for each in checked.guessers)
        put_wrapped(f"Who answers by a trick, without reading, scores: {scores}.")
    if reading.course and checked.unchecked:
        codes = ", ".join(checked.unchecked)
        put_wrapped(f"Not checked, since the course is not in English but in {reading.course.language}: {codes}.")
    for each in reading.unavailable if reading.course else ():
        put_wrapped(f"Not available to learners: {each.title} ({each.file}).")


def _elsewhere(target: _Target, whole: Checked, told: Checked) -> None:
    """Say what there is in files that were not named."""
    rest = tuple(each for each in whole.problems if each not in told.problems)
    if rest:
        put_wrapped(f"In other files: {_levels(rest)}. To see them: {check_command(from_here(target.folder))}")


def _levels(problems: tuple[Problem, ...]) -> str:
    return ", ".join(_count(number, level.label) for level, number in _counts(problems).items() if number)


def _sound(reading: Reading) -> str:
    """What of a course can be played: nothing, where course.yaml cannot be played from."""
    if reading.course is None:
        return "learners cannot play this course"
    scenes = sum(len(scenario.scenes) for scenario in reading.scenarios)
    return f"{_count(len(reading.scenarios), 'scenario')} with {_count(scenes, 'scene')} can be played"


def _data(checked: Checked) -> dict[str, object]:
    reading = checked.reading
    return {
        "version": 1,
        "course": reading.course.id if reading.course else None,
        "counts": _counts(checked.problems),
        "scenarios": [scenario.head.id for scenario in reading.scenarios if reading.course],
        "unavailable": reading.unavailable,
        "guessers": {each.name: {"score": each.score, "chance": each.chance} for each in checked.guessers},
        "unchecked": checked.unchecked,
        "problems": [_problem(each) for each in checked.problems],
    }


def _problem(problem: Problem) -> dict[str, object]:
    meant = problem.meant
    return {
        "code": problem.code,
        "level": problem.level,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "meant": meant.text if meant else "",
        "edits": [
            {"line": each.number, "text": "\n".join(map(shown, each.new.split("\n")))}
            for each in (meant.edits if meant else ())
        ],
        "mend": problem.mend,
        "source": problem.source_line,
        "also": problem.also,
    }


def _for_github(folder: Path, checked: Checked) -> None:
    """Annotations, as GitHub's workflows read them from what a step prints."""
    kinds = {Level.ERROR: "error", Level.WARN: "warning", Level.INFO: "notice"}
    for problem in checked.problems:
        place = problem.place
        where = f"file={_from_here(folder / place.file).translate(_ESCAPED)},line={place.line},col={place.column}"
        meant = f" Did you mean: {problem.meant.text.strip()}" if problem.meant else ""
        text = f"{problem.message}{meant} {problem.mend}".replace("%", "%25").replace("\n", "%0A")
        put(f"::{kinds[problem.level]} {where},title={problem.code}::{text}")


def _from_here(path: Path) -> str:
    """The path as seen from where the command runs, which for GitHub is the repository."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _counts(problems: tuple[Problem, ...]) -> dict[Level, int]:
    return {level: sum(problem.level is level for problem in problems) for level in Level}


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
