"""`fineline play`: one scenario."""

from __future__ import annotations

import argparse

from course.cli.common import check_command, open_folder, unknown
from course.cli.exit_status import CouldNotRun
from course.cli.faces import open_face
from course.cli.learner import learner
from course.cli.parser import course_option, learner_option, plain_option, seed
from course.words import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help=say("command.play.scenario"))
    parser.add_argument("--from", dest="at", metavar="SCENE", default="", help=say("command.play.from"))
    parser.add_argument("--seed", type=seed, metavar="N", help=say("command.play.seed"))
    plain_option(parser)
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


def _checked(course: str | None, scenario: str | None, at: str) -> str:
    """The scenario's id, once it is sure that it and the scene exist. Raises CouldNotRun."""
    if not scenario:
        raise CouldNotRun(say("command.play.from-what"))
    folder = open_folder(course)
    ids = [head.id for head in folder.heads]
    if scenario not in ids:
        titles = {head.title.lower(): head.id for head in folder.heads}
        raise unknown(say("command.no-scenario", asked=scenario), scenario, ids, titles.get(scenario.lower(), ""))
    found = folder.open(scenario)
    if found is None:
        why, command = folder.unavailable[scenario], check_command(course)
        raise CouldNotRun(say("command.play.unavailable", why=why, command=command))
    if at and at not in found.scenes:
        raise unknown(say("command.no-scene", asked=at), at, list(found.scenes))
    return scenario
