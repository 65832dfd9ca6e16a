"""`fineline odds`: what any path through a scenario can bring, and what a blind guesser may expect, exactly."""

from __future__ import annotations

import argparse
import gc
import sys
from fractions import Fraction
from typing import Any

from course.authoring.odds.chances import LoopTooLarge
from course.authoring.odds.graph import TooManyStates
from course.authoring.odds.routes import Route
from course.authoring.odds.summary import Odds, Range, odds
from course.cli.common import course_option, open_folder, unknown
from course.cli.outcome import FINE, PROBLEMS, CouldNotRun
from course.model import Course, Scenario
from course.reading.suggest import nearest
from course.visit.course_folder import CourseFolder
from course.words import sentences


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="the scenario's id; without it, every scenario")
    parser.add_argument("--json", action="store_true", help="print it as data, with exact fractions")
    course_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the odds; the status says whether every scenario that was asked for could be worked out."""
    gc.disable()  # many small objects, and hardly any of them garbage
    folder = open_folder(options.course, author=True)
    heads = [head.id for head in folder.heads]
    if options.scenario and options.scenario not in heads:
        raise CouldNotRun(unknown("scenario", options.scenario, nearest(options.scenario, heads), heads))
    worked_out: list[tuple[Scenario, Odds]] = []
    missing = 0
    for scenario_id in [options.scenario] if options.scenario else heads:
        scenario = folder.open(scenario_id)
        found = _odds(folder, scenario) if scenario is not None else None
        if scenario is None or found is None:
            missing += 1
            why = folder.unavailable.get(scenario_id, "it has too many states or too large a loop to be worked out.")
            print(f"fineline: No odds for {scenario_id}: {why}", file=sys.stderr)
        else:
            worked_out.append((scenario, found))
    _print_json(folder, worked_out) if options.json else _print_text(folder, worked_out)
    return PROBLEMS if missing else FINE


def _odds(folder: CourseFolder, scenario: Scenario) -> Odds | None:
    try:
        return odds(folder.course, scenario)
    except (TooManyStates, LoopTooLarge):
        return None


def _print_text(folder: CourseFolder, worked_out: list[tuple[Scenario, Odds]]) -> None:
    from course.cli.odds_lines import lines

    for number, (scenario, found) in enumerate(worked_out):
        if number:
            print("\n" + "─" * 20 + "\n")
        for line in lines(folder.course, scenario, found):
            print(line)


def _print_json(folder: CourseFolder, worked_out: list[tuple[Scenario, Odds]]) -> None:
    import json

    sys.set_int_max_str_digits(0)  # a number of paths may have more digits than Python likes to print
    course = folder.course
    data = {"version": 1, "course": course.id, "scenarios": [_data(course, found) for _, found in worked_out]}
    print(json.dumps(data, indent=2, ensure_ascii=False))


def _data(course: Course, found: Odds) -> dict[str, Any]:
    return {
        "scenario": found.scenario,
        "scenes": found.scenes,
        "reachable": list(found.reachable),
        "paths": found.paths,
        "shortest": found.shortest,
        "longest": found.longest,
        "score": found.score and _range(found.score),
        "pairs": {pair: _range(each) for pair, each in found.pairs.items()},
        "pass": {
            "chance": None if found.to_pass is None else _number(found.to_pass),
            "at_most": found.to_pass_at_most,
        },
        "endings": [{"scene": each.scene, "side": each.side, "chance": _number(each.chance)} for each in found.endings],
        "never_ends": _number(found.never_ends),
        "worst_advised": found.worst_advised and _route(course, found.worst_advised),
        "best_breaking": found.best_breaking and _route(course, found.best_breaking),
    }


def _number(value: Fraction) -> dict[str, Any]:
    return {"exact": str(value), "value": float(value)}


def _range(found: Range) -> dict[str, Any]:
    return {
        "least": _number(found.least),
        "most": _number(found.most),
        "expected": _number(found.expected),
        "got": _number(found.got),
        "of": _number(found.of),
    }


def _route(course: Course, route: Route) -> dict[str, Any]:
    return {
        "steps": [
            {"scene": each.scene, "answer": list(each.outcome.answer), "says": sentences.said(course, each.outcome)}
            for each in route.steps
        ],
        "ending": route.ending,
        "side": route.side,
        "share": None if route.share is None else _number(route.share),
    }
