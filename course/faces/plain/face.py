"""Request the plain face on standard input and output."""

from __future__ import annotations

import sys
from contextlib import suppress

from course.faces.plain import home
from course.faces.plain.conversation import Conversation, InputEnded
from course.faces.plain.learner import Learner
from course.faces.plain.scenario import Leaving
from course.journal import Journal
from course.system import paths
from course.visit import settings
from course.visit.course_folder import CourseFolder
from course.visit.request import Request


def run(request: Request) -> int:
    """Conversation until the learner leaves; the exit status. Raises CourseBroken."""
    folder = CourseFolder(request.folder)
    if request.ask:
        return _ask(folder)
    chosen, notice = settings.load(paths.settings_file())
    journal = Journal.open(paths.journal_file())
    learner = Learner(request, folder, journal, chosen, Conversation(sys.stdin, sys.stdout))
    for sentence in [*journal.notices, *([notice] if notice else [])]:
        learner.talk.say(sentence)
    journal.notices.clear()
    try:
        _stay(learner)
    except InputEnded:
        pass
    finally:
        journal.close()
    return 0


def _ask(folder: CourseFolder) -> int:
    """The companion alone. It opens no journal and no settings."""
    from datetime import datetime

    from course.faces.plain.ask import ask

    scenario = folder.open(folder.course.ask)
    assert scenario is not None  # the command has looked
    with suppress(InputEnded):
        ask(folder.course, scenario, Conversation(sys.stdin, sys.stdout), datetime.now().astimezone())
    return 0


def _stay(learner: Learner) -> None:
    """The story asked for and those after it; home, if none was asked for or the learner goes there."""
    scenario_id, at, way = learner.request.scenario, learner.request.at, Leaving.HOME
    while scenario_id:
        way = learner.play(scenario_id, at)
        scenario_id, at = learner.next_up(after=scenario_id) if way is Leaving.NEXT else "", ""
    if way is Leaving.HOME:
        home.stay(learner)
