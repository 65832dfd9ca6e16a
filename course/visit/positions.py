"""Where a learner is in a scenario: so many scenes behind them, and how many there are at least and at most."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from course.engine.ahead import Ahead
from course.model import Scenario
from course.model.record import Record
from course.reading.contents_cache import keep_ahead

if TYPE_CHECKING:  # home shows no position
    from course.engine.play import Play


class Position(Record):
    """Counted in scenes that ask something."""

    number: int
    """Which of them the play has come to; after the last, how many there were."""
    least: int
    """How many there are in all on the shortest way from here."""
    most: int | None
    """How many on the longest; None where one can go round in circles, so that nobody can say."""
    about: int
    """How many there may be: what was said at the first of them, for as long as the path allows it."""


def position(play: Play, ahead: Mapping[str, Ahead]) -> Position | None:
    """Where that play is, by what lies ahead of the scenes of its scenario; None where nobody can say."""
    from course.engine import kinds  # home has no need of the exercise kinds
    from course.model import Ending

    if play.scene_id not in ahead or play.flipped:
        return None
    asked = least = about = 0
    most: int | None = None
    for each in play.trail:
        if here := ahead.get(each.scene):  # it is of all that come there: what was certain before stays certain
            least = max(least, asked + here.least)
            if here.most is not None:
                most = asked + here.most if most is None else min(most, asked + here.most)
                about = max(least, min(about or (least + most + 1) // 2, most))
        body = play.scenario.scenes[each.scene].body
        asked += not isinstance(body, Ending) and kinds.of(body).asks()
    return Position(asked or 1, least, most, about)


class Positions:
    """The positions in the scenarios of one course. What is not known yet is worked out beside whatever else is done,
    since it may take a second, and is kept for the next time."""

    def __init__(self, folder: Path, kept: Mapping[str, Mapping[str, Ahead]]) -> None:
        self._folder = folder
        self._known = dict(kept)
        self._working: dict[str, threading.Thread] = {}

    def of(self, play: Play, patience: float = 0) -> Position | None:
        """Where that play is; None while it is not known, after so many seconds of `patience`, and where nobody can
        say."""
        found = self._ahead(play.scenario)
        if not found and patience and self.working(play.scenario):
            self._working[play.scenario.head.id].join(patience)
        return position(play, self._ahead(play.scenario))

    def working(self, scenario: Scenario) -> bool:
        """Whether it is still being worked out for that one."""
        thread = self._working.get(scenario.head.id)
        return thread is not None and thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Until all that is being worked out is known, or that long."""
        for thread in list(self._working.values()):
            thread.join(seconds)

    def _ahead(self, scenario: Scenario) -> Mapping[str, Ahead]:
        name = scenario.head.id
        if name not in self._known and name not in self._working:
            thread = threading.Thread(target=self._work_out, args=(scenario,), name="positions", daemon=True)
            self._working[name] = thread
            thread.start()
        return self._known.get(name, {})

    def _work_out(self, scenario: Scenario) -> None:
        from course.engine.states.position import ahead

        found = ahead(scenario)
        self._known[scenario.head.id] = found
        keep_ahead(self._folder, scenario.head.id, found)
