"""`fineline odds`: what any path through a scenario can bring, and what a blind guesser may expect, exactly."""

from __future__ import annotations

import argparse
import gc
import sys
import textwrap
from collections.abc import Iterator

from msgspec.structs import asdict

from course.authoring.likely import many, one_in
from course.authoring.odds.chances import LoopTooLarge
from course.authoring.odds.extremes import Route
from course.authoring.odds.summary import Odds, Range, odds
from course.cli.authors import open_own, scenario_meant, unavailable
from course.cli.common import wanted_scenarios
from course.cli.exit_status import FINE, PROBLEMS
from course.cli.parser import course_option
from course.cli.working import working
from course.engine.decision import scene_title
from course.engine.states.graph import TooManyStates
from course.model import Course, Scenario, Side
from course.model.encoding import to_json
from course.system.printing import put, put_data, warn
from course.text.isolates import closed, closed_lines
from course.text.percent import percent
from course.text.width import cells
from course.visit.course_folder import CourseFolder
from course.words import sentences

_WIDTH = 78
_NAMES = 30
_APART = "It stands apart and counts for nothing, so there is nothing to pass."
_TOO_LARGE = "it has too many states or too large a loop to be worked out."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "scenario", nargs="?", metavar="SCENARIO", help="the scenario's id or file; without it, every scenario"
    )
    parser.add_argument("--json", action="store_true", help="print it as data, with exact fractions")
    course_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the odds; the status says whether every scenario that was asked for could be worked out."""
    gc.disable()  # many small objects, and hardly any of them garbage
    course, asked = scenario_meant(options.course, options.scenario)
    folder = open_own(course, "fineline odds --course PATH")
    worked_out: list[tuple[Scenario, Odds]] = []
    missing = 0
    for scenario_id in wanted_scenarios(folder, asked):
        scenario = folder.open(scenario_id)
        with working(f"Trying every path through {scenario_id}"):
            found = _odds(folder, scenario) if scenario is not None else None
        if scenario is None or found is None:
            missing += 1
            why = folder.unavailable.get(scenario_id, "")
            said = f"No odds for {scenario_id}"
            warn(unavailable(said, why, course) if why else f"fineline: {said}: {_TOO_LARGE}")
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
    for number, (scenario, found) in enumerate(worked_out):
        if number:
            put("\n" + "─" * 20 + "\n")
        for line in _lines(folder.course, scenario, found):
            put(line)


def _print_json(folder: CourseFolder, worked_out: list[tuple[Scenario, Odds]]) -> None:
    sys.set_int_max_str_digits(0)  # a number of paths may have more digits than Python likes to print
    scenarios = [_odds_data(folder.course, found) for _, found in worked_out]
    data = {"version": 1, "course": folder.course.id, "scenarios": scenarios}
    put_data(to_json(data, fractions=lambda each: {"exact": str(each), "value": float(each)}, indent=2))


def _odds_data(course: Course, found: Odds) -> dict[str, object]:
    """The odds as they are, with what the steps of routes say."""
    return {
        "pass" if name == "to_pass" else name: _route_data(course, value) if isinstance(value, Route) else value
        for name, value in asdict(found).items()
    }


def _route_data(course: Course, route: Route) -> dict[str, object]:
    steps = [
        {"scene": each.scene, "answer": each.outcome.answer, "says": sentences.said(course, each.outcome)}
        for each in route.steps
    ]
    return asdict(route) | {"steps": steps}


def _lines(course: Course, scenario: Scenario, found: Odds) -> Iterator[str]:
    """One scenario's odds, at most 78 columns wide."""
    yield scenario.head.title
    yield ""
    yield from _wrapped(_ways(found))
    if not scenario.head.scored:
        yield ""
        yield "Its answers are not scored, so there is nothing to pass."
    elif found.score is not None:
        yield ""
        yield from _ranges(course, found, found.score)
        yield ""
        yield from _wrapped(_APART if scenario.head.id in course.apart else _passing(course, found))
    if found.endings:
        yield ""
        yield from _endings(scenario, found)
    if found.score is not None:
        yield ""
        yield from _routes(course, scenario, found)


def _ways(found: Odds) -> str:
    scenes = "scene" if found.scenes == 1 else "scenes"
    reached = f"{len(found.reachable)} of {found.scenes} {scenes} can be reached"
    if found.shortest is None:
        return f"{reached}, and none of them ends the scenario."
    if found.paths is None:
        return f"{reached}. One can go round in circles; the shortest path takes {_decisions(found.shortest)}."
    paths = "one path" if found.paths == 1 else f"{many(found.paths)} paths"
    length = found.shortest if found.shortest == found.longest else f"{found.shortest} to {found.longest}"
    return f"{reached}, on {paths} of {_decisions(length)}."


def _decisions(number: int | str) -> str:
    return f"{number} decision{'' if str(number) == '1' else 's'}"


def _ranges(course: Course, found: Odds, score: Range) -> Iterator[str]:
    yield f"  {'score':<{_NAMES}}{'worst':>7}{'guesser':>10}{'best':>7}"
    yield _range("all decisions", score)
    for pair in course.pairs:
        if pair.id in found.pairs:
            yield _range(f"{pair.do} / {pair.dont}", found.pairs[pair.id])
    if "" in found.pairs:
        yield _range("rules of the whole course", found.pairs[""])


def _range(name: str, measured: Range) -> str:
    least, expected, most = (f"{percent(each)}%" for each in (measured.least, measured.expected, measured.most))
    return f"  {_column(name)}{least:>7}{expected:>10}{most:>7}"


def _passing(course: Course, found: Odds) -> str:
    who = f"The chance to pass ({percent(course.pass_mark)}% or more) without reading"
    if found.to_pass.chance is None:
        if found.to_pass.at_most > 0.99:
            return f"{who}: not known; there are too many scores to follow one by one."
        return f"{who}: less than 1 in {10 ** _digits(found.to_pass.at_most):,}."
    return f"{who}: {one_in(found.to_pass.chance) if found.to_pass.chance else 'none'}."


def _digits(bound: float) -> int:
    """The most zeros with which `bound` is still below 1 in 1 and so many zeros; 15 at most."""
    return next((zeros for zeros in range(15, 0, -1) if bound < 10.0**-zeros), 0)


def _endings(scenario: Scenario, found: Odds) -> Iterator[str]:
    yield f"  {'ending':<{_NAMES}}{'side':<14}{'guesser':>10}"
    for each in found.endings:
        name = _column(scene_title(scenario.scenes[each.scene]))
        yield f"  {name}{sentences.side_name(each.side):<14}{one_in(each.chance):>10}"
    if found.never_ends:
        yield f"  {'(goes round for ever)':<{_NAMES}}{'':<14}{one_in(found.never_ends):>10}"


def _routes(course: Course, scenario: Scenario, found: Odds) -> Iterator[str]:
    advised, breaking = found.worst_advised, found.best_breaking
    if advised is None:
        yield "No path that follows the advice all the way comes to an ending."
    elif advised.side is Side.RIGHT:
        yield f"Following the advice all the way always ends {sentences.side_name(Side.RIGHT)}."
    else:
        yield from _wrapped(f"Following the advice all the way can end {sentences.side_name(advised.side)}:")
        yield from _route(course, scenario, advised)
    if scenario.head.scored and breaking is not None and breaking.share is not None:
        comes_off = f"ends {sentences.side_name(breaking.side)}, with a score of {percent(breaking.share)}%"
        yield from _wrapped(f"The best path that breaks a rule {comes_off}:")
        yield from _route(course, scenario, breaking)


def _route(course: Course, scenario: Scenario, route: Route) -> Iterator[str]:
    steps = list(route.steps)
    shown = steps if len(steps) <= 12 else [*steps[:5], None, *steps[-5:]]
    for step in shown:
        if step is None:
            yield f"    … {len(steps) - 10:,} more …"
            continue
        yield _short(scene_title(scenario.scenes[step.scene]), sentences.said(course, step.outcome))
    yield f"    → {scene_title(scenario.scenes[route.ending])}"


def _short(title: str, said: str) -> str:
    line = f"    {title}: {' '.join(said.split())}"
    return line if len(line) <= _WIDTH else closed(line[: _WIDTH - 1].rstrip()) + "…"


def _column(name: str) -> str:
    short = name if cells(name) < _NAMES else closed(name[: _NAMES - 2]) + "…"
    return short + " " * (_NAMES - cells(short))


def _wrapped(text: str) -> list[str]:
    return list(closed_lines(textwrap.wrap(text, _WIDTH)))
