"""`fineline print`: a scenario on paper, for a room without a network."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.authors import scenario_meant
from course.cli.common import check_command, no_scenario, open_folder
from course.cli.exit_status import CouldNotRun
from course.cli.parser import course_option, not_empty
from course.cli.writing import file_for, force_option, write
from course.system.printing import put
from course.text.clean import clean
from course.words import say
from course.words.files import Form

if TYPE_CHECKING:
    from course.handout.page import Joining


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("scenario", metavar="SCENARIO", type=not_empty, help=say("command.print.scenario"))
    parser.add_argument("-o", "--output", metavar="FILE", type=file_for(Form.HTML), help=say("command.print.output"))
    parser.add_argument("--room", metavar="CODE", default="", help=say("command.print.room"))
    force_option(parser)
    course_option(parser)


def run(options: argparse.Namespace) -> int:
    """Write the page. Raises CouldNotRun."""
    from course.handout.page import page, slips

    course, named = scenario_meant(options.course, options.scenario)
    named = named or ""
    folder = open_folder(course)
    if folder.head(named) is None:
        raise no_scenario(folder, named)
    scenario = folder.open(named)
    if scenario is None:
        why, command = folder.unavailable[named], check_command(course)
        raise CouldNotRun(say("command.play.unavailable", why=why, command=command))
    joining = _joining(options.room) if options.room else None
    file = options.output or Path(f"{named}.html")
    if not write(file, page(folder.course, scenario), force=options.force):
        return 0
    put(say("command.print.written", file=file))
    if joining is not None:
        beside = file.with_name(f"{file.stem.strip('-') or named}-slips.html")
        if write(beside, slips(folder.course, joining), force=options.force):
            put(say("command.print.written-slips", file=beside))
    return 0


def _joining(code: str) -> Joining:
    """Where people come in to that room. Raises CouldNotRun where it was not opened from here, or is over."""
    from course.handout.page import Joining
    from course.serving import scanning
    from course.serving.addresses import addresses, origin
    from course.serving.memory import known_room, remembered

    room = known_room(code, (), by_hand=False)
    if room is None:
        raise CouldNotRun(say("command.rooms.no-such", code=clean(code)))
    if room.by_hand:
        raise CouldNotRun(say("command.print.by-hand", code=room.code))
    if not room.server and _is_over(room.code):
        raise CouldNotRun(say("command.print.over", code=room.code))
    hosts = [each.host for each in addresses()] or ["127.0.0.1"]
    at = room.server or origin(hosts[0], remembered().port)
    return Joining(at, room.code, scanning.svg(scanning.address(at, room.code)), room.name)


def _is_over(code: str) -> bool:
    """Whether the room of that code, which is kept on this machine, is over. Raises CouldNotRun."""
    from course.cli.room_store import rooms_here

    return next((each.over for each in rooms_here() if each.code == code), False)
