"""`fineline stats`: what a course holds, which rules it practises, and how its choices fare with guessers."""

from __future__ import annotations

import argparse
from typing import Any

from course.authoring.check.wording.guessers import Guesser, battery
from course.authoring.check.wording.items import Items
from course.authoring.stats import Coverage, Stats, coverage, stats
from course.cli.common import broken, find_for_author
from course.cli.outcome import FINE
from course.model import Side
from course.reading import read_course


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="the course folder, or a file in it")
    parser.add_argument("--json", action="store_true", help="print it as data")


def run(options: argparse.Namespace) -> int:
    """Print the counts. Raises CouldNotRun."""
    reading = read_course(find_for_author(options.path))
    course = reading.course
    if course is None:
        raise broken(options.path)
    counted = [stats(course, scenario) for scenario in reading.scenarios]
    covered = coverage(course, counted)
    guessers = battery(Items(reading.scenarios))
    if options.json:
        import json

        print(json.dumps(_data(course.id, counted, covered, guessers), indent=2, ensure_ascii=False))
        return FINE
    from course.cli.stats_lines import lines

    for line in lines(course, counted, covered, guessers):
        print(line.rstrip())
    for each in reading.unavailable:
        print(f"Not counted, since it cannot be played: {each.title} ({each.file}).")
    return FINE


def _data(course: str, counted: list[Stats], covered: list[Coverage], guessers: tuple[Guesser, ...]) -> dict[str, Any]:
    return {
        "version": 1,
        "course": course,
        "scenarios": [_scenario(each) for each in counted],
        "rules": [
            {"rule": each.rule, "followed": each.followed, "broken": each.broken, "scenarios": list(each.scenarios)}
            for each in covered
        ],
        "guessers": [
            {"name": each.name, "score": str(each.score), "chance": str(each.chance), "decisions": each.decisions}
            for each in guessers
        ],
    }


def _scenario(each: Stats) -> dict[str, Any]:
    return {
        "scenario": each.scenario,
        "scenes": each.scenes,
        "unreached": each.unreached,
        "words": each.words,
        "minutes": each.minutes,
        "reading_minutes": each.reading,
        "decisions": each.decisions,
        "pairs": dict(each.pairs),
        "endings": {side: each.endings.get(side, 0) for side in Side},
        "grade": None if each.grade is None else round(each.grade, 1),
        "followed": dict(each.followed),
        "broken": dict(each.broken),
    }
