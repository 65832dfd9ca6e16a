"""`fineline play`: one scenario."""

from __future__ import annotations

import argparse

from course.cli.common import check_command, course_option, open_folder, unknown
from course.cli.exit_status import CouldNotRun
from course.cli.faces import open_face
from course.cli.learner import learner, learner_option

_LARGEST_SEED = 2**63 - 1
"""What the journal's file can hold."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="the scenario's id, as fineline list shows it")
    parser.add_argument("--from", dest="at", metavar="SCENE", default="", help="rehearse from this scene; not kept")
    parser.add_argument("--seed", type=_seed, metavar="N", help="fix the order of the choices")
    parser.add_argument("--plain", action="store_true", help="lines of text instead of a screen")
    course_option(parser)
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Play it, or open home when no scenario is named."""
    scenario = _checked(options.course, options.scenario, options.at) if options.scenario or options.at else ""
    return open_face(
        options.course,
        learner=learner(options.learner),
        scenario=scenario,
        at=options.at,
        seed=options.seed,
        plain=options.plain,
    )


def _seed(text: str) -> int:
    number = int(text) if text.isdecimal() else -1
    if not 0 <= number <= _LARGEST_SEED:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from 0 to {_LARGEST_SEED}")
    return number


def _checked(course: str | None, scenario: str | None, at: str) -> str:
    """The scenario's id, once it is sure that it and the scene exist. Raises CouldNotRun."""
    if not scenario:
        raise CouldNotRun("--from needs a scenario: fineline play SCENARIO --from SCENE")
    folder = open_folder(course)
    ids = [head.id for head in folder.heads]
    if scenario not in ids:
        titles = {head.title.lower(): head.id for head in folder.heads}
        raise unknown("scenario", scenario, ids, titles.get(scenario.lower(), ""))
    found = folder.open(scenario)
    if found is None:
        why = f"{folder.unavailable[scenario]} To see more: {check_command(course)}"
        raise CouldNotRun(f"This scenario is not available. {why}")
    if at and at not in found.scenes:
        raise unknown("scene", at, list(found.scenes))
    return scenario
