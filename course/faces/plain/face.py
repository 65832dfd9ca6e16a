"""Opening the plain face on standard input and output."""

from __future__ import annotations

import sys
from contextlib import suppress

from course.faces.plain import home
from course.faces.plain.conversation import Conversation, InputEnded
from course.faces.plain.desk import Desk
from course.faces.plain.playing import Leaving
from course.faces.plain.scenario import play
from course.visit.request import Request
from course.visit.visit import Visit


def run(request: Request) -> int:
    """Talk until the learner leaves; the exit status. Raises CourseBroken."""
    visit = Visit.begin(request)
    desk = Desk(visit, Conversation(sys.stdin, sys.stdout))
    try:
        with suppress(InputEnded):
            if request.companion:
                from course.faces.plain.companion import ask

                ask(desk)
            else:
                desk.say_notices()
                _stay(desk, request)
    finally:
        visit.close()
    return 0


def _stay(desk: Desk, request: Request) -> None:
    """The scenario asked for and those after it; home, if none was asked for or the learner goes there."""
    scenario_id, at, leaving = request.scenario, request.at, Leaving.HOME
    while scenario_id:
        leaving = play(desk, scenario_id, at)
        scenario_id, at = desk.visit.next_up(after=scenario_id) if leaving is Leaving.NEXT else "", ""
    if leaving is Leaving.HOME:
        home.stay(desk)
