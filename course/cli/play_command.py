"""`fineline play`: one scenario."""

from __future__ import annotations

import argparse

from course.cli.authors import scenario_meant
from course.cli.common import check_command, no_scenario, open_folder, unknown
from course.cli.exit_status import CouldNotRun
from course.cli.faces import open_face
from course.cli.parser import course_option, learner_option, not_empty, plain_option, seed
from course.words import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", type=not_empty, help=say("command.play.scenario"))
    parser.add_argument("--from", dest="at", metavar="SCENE", type=not_empty, help=say("command.play.from"))
    parser.add_argument("--seed", type=seed, metavar="N", help=say("command.play.seed"))
    plain_option(parser)
    course_option(parser)
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Play it, or open home when no scenario is named. The companion is asked, as `fineline ask` does."""
    course, named = scenario_meant(options.course, options.scenario)
    scenario, at = named or "", options.at or ""
    companion = bool(scenario or at) and _checked(course, scenario, at)
    return open_face(
        course,
        whose=options.learner,
        scenario=scenario,
        at=at,
        seed=options.seed,
        companion=companion,
        plain=options.plain,
    )


def _checked(course: str | None, scenario: str, at: str) -> bool:
    """Whether it is the companion from its beginning, once it is sure that scenario and scene exist. Raises
    CouldNotRun."""
    if not scenario:
        raise CouldNotRun(say("command.play.from-what"))
    folder = open_folder(course)
    if folder.head(scenario) is None:
        raise no_scenario(folder, scenario)
    found = folder.open(scenario)
    if found is None:
        why, command = folder.unavailable[scenario], check_command(course)
        raise CouldNotRun(say("command.play.unavailable", why=why, command=command))
    if at and at not in found.scenes:
        raise unknown(say("command.no-scene", asked=at), at, list(found.scenes))
    return scenario == folder.course.companion and not at
