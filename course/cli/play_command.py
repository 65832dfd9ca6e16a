"""`fineline play`: one story."""

from __future__ import annotations

import argparse

from course.cli import faces
from course.cli.outcome import CouldNotRun


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="the story's id, as fineline list shows it")
    parser.add_argument("--from", dest="at", metavar="SCENE", default="", help="rehearse from this scene; not kept")
    parser.add_argument("--seed", type=int, metavar="N", help="fix the order of the choices")
    parser.add_argument("--plain", action="store_true", help="lines of text instead of a screen")
    parser.add_argument("--course", metavar="PATH", help="another course than the one that came along")


def run(options: argparse.Namespace) -> int:
    """Play it, or open home when no story is named."""
    scenario = _checked(options.course, options.scenario, options.at) if options.scenario or options.at else ""
    return faces.open_face(options.course, scenario=scenario, at=options.at, seed=options.seed, plain=options.plain)


def _checked(course: str | None, scenario: str | None, at: str) -> str:
    """The story's id, once it is sure that it and the scene exist."""
    from course.reading.suggest import nearest, one_of
    from course.shelf import CourseBroken, Shelf

    if scenario is None:
        raise CouldNotRun("--from needs a story: fineline play SCENARIO --from SCENE")
    try:
        shelf = Shelf(faces.find(course))
    except CourseBroken as problem:
        raise CouldNotRun(str(problem)) from None
    ids = [head.id for head in shelf.heads]
    if scenario not in ids:
        titles = {head.title.lower(): head.id for head in shelf.heads}
        meant = titles.get(scenario.lower()) or nearest(scenario, ids)
        there_is = f"There is {one_of(ids).replace(' or ', ' and ')}." if ids else "The course has no stories."
        raise CouldNotRun(f'There is no story "{scenario}".{f" Did you mean {meant}?" if meant else ""} {there_is}')
    story = shelf.open(scenario)
    if story is None:
        raise CouldNotRun(f"This story is not available. {shelf.unavailable[scenario]} See fineline check.")
    if at and at not in story.scenes:
        meant = nearest(at, story.scenes)
        hint = f" Did you mean {meant}?" if meant else ""
        raise CouldNotRun(f'There is no scene "{at}" in {scenario}.{hint} There is {one_of(story.scenes)}.')
    return scenario
