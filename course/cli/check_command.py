"""`fineline check`: what is wrong with a course, where, and how to mend it."""

from __future__ import annotations

import argparse

from course.cli.common import find
from course.cli.outcome import FINE, PROBLEMS
from course.reading import Level, Problem, Reading, read_course, show


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="the course folder, or a file in it")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print the problems")


def run(options: argparse.Namespace) -> int:
    """Print the problems; the status says whether any of them is an error."""
    reading = read_course(find(options.path))
    if options.format == "json":
        _as_json(reading)
    else:
        _as_text(reading)
    return PROBLEMS if any(problem.level is Level.ERROR for problem in reading.problems) else FINE


def _as_text(reading: Reading) -> None:
    for problem in reading.problems:
        print(show(problem) + "\n")
    scenes = sum(len(scenario.scenes) for scenario in reading.scenarios)
    sound = f"{_count(len(reading.scenarios), 'scenario')} with {_count(scenes, 'scene')} can be played"
    if reading.problems:
        files = len({problem.place.file for problem in reading.problems})
        print(f"{_count(len(reading.problems), 'problem')} in {_count(files, 'file')}; {sound}.")
    else:
        print(f"No problems. {sound}.")
    for each in reading.unavailable:
        print(f"Not available to learners: {each.title} ({each.file}).")


def _as_json(reading: Reading) -> None:
    import json

    data = {
        "version": 1,
        "course": reading.course.id if reading.course else None,
        "counts": {level: _at(level, reading.problems) for level in Level},
        "scenarios": [scenario.head.id for scenario in reading.scenarios],
        "unavailable": [{"id": each.id, "file": each.file, "reason": each.reason} for each in reading.unavailable],
        "problems": [problem.as_data() for problem in reading.problems],
    }
    print(json.dumps(data, indent=2, ensure_ascii=False))


def _at(level: Level, problems: tuple[Problem, ...]) -> int:
    return sum(problem.level is level for problem in problems)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
