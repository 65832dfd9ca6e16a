"""Opening the plain face on standard input and output."""

from __future__ import annotations

import sys
from contextlib import suppress

from course.faces.plain import home
from course.faces.plain.learner import Learner
from course.faces.plain.story import Way
from course.faces.plain.talk import Gone, Talk
from course.journal import Journal
from course.system import paths
from course.visit import settings
from course.visit.opening import Opening
from course.visit.shelf import Shelf


def run(opening: Opening) -> int:
    """Talk until the learner leaves; the exit status. Raises CourseBroken."""
    shelf = Shelf(opening.folder)
    if opening.ask:
        return _ask(shelf)
    chosen, notice = settings.load(paths.settings_file())
    journal = Journal.open(paths.journal_file())
    learner = Learner(opening, shelf, journal, chosen, Talk(sys.stdin, sys.stdout))
    for sentence in [*journal.notices, *([notice] if notice else [])]:
        learner.talk.say(sentence)
    journal.notices.clear()
    try:
        _stay(learner)
    except Gone:
        pass
    finally:
        journal.close()
    return 0


def _ask(shelf: Shelf) -> int:
    """The companion alone. It opens no journal and no settings."""
    from datetime import datetime

    from course.faces.plain.ask import ask

    scenario = shelf.open(shelf.course.ask)
    assert scenario is not None  # the command has looked
    with suppress(Gone):
        ask(shelf.course, scenario, Talk(sys.stdin, sys.stdout), datetime.now().astimezone())
    return 0


def _stay(learner: Learner) -> None:
    """The story asked for and those after it; home, if none was asked for or the learner goes there."""
    scenario_id, at, way = learner.opening.scenario, learner.opening.at, Way.HOME
    while scenario_id:
        way = learner.play(scenario_id, at)
        scenario_id, at = learner.next_up(after=scenario_id) if way is Way.NEXT else "", ""
    if way is Way.HOME:
        home.stay(learner)
