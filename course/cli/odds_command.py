"""`fineline odds`: what any path through a scenario can bring, and what a blind guesser may expect, exactly."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Mapping, Sequence
from fractions import Fraction

from course.authoring.odds.chances import LoopTooLarge
from course.authoring.odds.graph import TooManyStates
from course.authoring.odds.routes import Route
from course.authoring.odds.summary import EndingOdds, Odds, Range, odds
from course.cli.common import course_option, open_folder, unknown
from course.cli.exit_status import FINE, PROBLEMS, CouldNotRun
from course.engine.outcome import Answer
from course.model import Course, Scenario, Side
from course.model.encoding import to_json
from course.model.record import Record
from course.reading.suggest import nearest
from course.visit.course_folder import CourseFolder
from course.words import sentences


class _Number(Record):
    exact: str
    value: float


class _Range(Record):
    least: Fraction
    most: Fraction
    expected: Fraction
    got: Fraction
    of: Fraction


class _Pass(Record):
    chance: Fraction | None
    at_most: float


class _Step(Record):
    scene: str
    answer: Answer
    says: str


class _Route(Record):
    steps: Sequence[_Step]
    ending: str
    side: Side
    share: Fraction | None


class _OddsData(Record, rename={"to_pass": "pass"}):
    scenario: str
    scenes: int
    reachable: tuple[str, ...]
    paths: int | None
    shortest: int | None
    longest: int | None
    score: _Range | None
    pairs: Mapping[str, _Range]
    to_pass: _Pass
    endings: Sequence[EndingOdds]
    never_ends: Fraction
    worst_advised: _Route | None
    best_breaking: _Route | None


class _Data(Record):
    """What `--json` prints; each fraction exactly, and as a number."""

    version: int
    course: str
    scenarios: Sequence[_OddsData]


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
    sys.set_int_max_str_digits(0)  # a number of paths may have more digits than Python likes to print
    data = _Data(1, folder.course.id, [_odds_data(folder.course, found) for _, found in worked_out])
    print(to_json(data, fractions=lambda number: _Number(str(number), float(number)), indent=2))


def _odds_data(course: Course, found: Odds) -> _OddsData:
    return _OddsData(
        found.scenario,
        found.scenes,
        found.reachable,
        found.paths,
        found.shortest,
        found.longest,
        _range(found.score) if found.score else None,
        {pair: _range(each) for pair, each in found.pairs.items()},
        _Pass(found.to_pass, found.to_pass_at_most),
        found.endings,
        found.never_ends,
        _route(course, found.worst_advised) if found.worst_advised else None,
        _route(course, found.best_breaking) if found.best_breaking else None,
    )


def _range(found: Range) -> _Range:
    return _Range(found.least, found.most, found.expected, found.got, found.of)


def _route(course: Course, route: Route) -> _Route:
    steps = [_Step(each.scene, each.outcome.answer, sentences.said(course, each.outcome)) for each in route.steps]
    return _Route(steps, route.ending, route.side, route.share)
