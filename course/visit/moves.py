"""What an attempt gives to the journal, move by move, until it is known what became of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from concurrent.futures import Future, wait
from secrets import token_hex

from course.engine.decision import Decision
from course.engine.events import Kept, Sent
from course.engine.play import Play
from course.journal import Journal
from course.journal.records import Beginning
from course.model.record import Record
from course.words import say

PATIENCE = 0.25
"""Seconds for which a move waits to be on disk, before the learner goes on and is told that it is not kept yet."""


class Move(Record, gc=True):
    """An event that was given to the journal."""

    number: int
    event: Kept
    play: Play
    """The play after it."""
    done: Future[None]

    @property
    def sent(self) -> bool:
        """Whether it is an answer."""
        return isinstance(self.event, Sent)


class Moves:
    """Those of one attempt that may not be on disk yet. The attempt begins with the first."""

    def __init__(self, journal: Journal, beginning: Beginning | None, knows: Collection[str] | None) -> None:
        """`knows` are the attempts at the scenario that there were when this one was opened, where that is known."""
        self.journal = journal
        self.beginning = beginning
        self.since = journal.moment()
        self.number = 0
        """Of the next event."""
        self._knows = knows
        self._given: list[Move] = []
        if beginning is not None:
            journal.hold(beginning.key)

    def give(self, event: Kept, play: Play) -> None:
        """Have the event kept that led to `play`."""
        if self.beginning is None:
            course, scenario = play.course, play.scenario.head.id
            settled = (course.id, scenario, course.version, play.seed, play.extra_minute)
            self.beginning = Beginning(token_hex(16), *settled, self.journal.now())
            self.since = self.journal.moment()
        done = self.journal.record(self.beginning, self.since, self.number, event, play, knows=self._knows)
        self._given.append(Move(self.number, event, play, done))
        self.number += 1

    def wait(self) -> None:
        """Wait a little until they are on disk."""
        wait([each.done for each in self._given], PATIENCE)

    @property
    def unkept(self) -> Sequence[Move]:
        """Those that are not on disk; once the journal is closed, they never will be."""
        return [each for each in self._given if not _stands(each.done)]

    def refused(self) -> BaseException | None:
        """Why one of them is not kept; without any, those that are on disk are let go of."""
        found = next((error for each in self._given if each.done.done() and (error := each.done.exception())), None)
        if found is None:
            self._given = [each for each in self._given if not each.done.done()]
        return found

    def beside(self) -> bool:
        """Whether, now that this attempt is on disk, it turns out that another window has begun one too; asked once."""
        if self._knows is None or self._given or self.beginning is None:
            return False
        there = self.journal.begun(self.beginning.course, self.beginning.scenario) or ()
        others = {*there} - {*self._knows, self.beginning.key}
        self._knows = None
        return bool(others)

    def first_answers(self, play: Play) -> tuple[Decision, ...] | None:
        """What counts of the scenario, where it was not, or not all, answered in this attempt; else None."""
        past, scenario = self.journal.past(play.course.id), play.scenario.head.id
        held = {each.key for each in past.answered_first(scenario)}
        return past.first_answers(scenario) if held - {self.beginning.key if self.beginning else ""} else None

    def take(self) -> Sequence[Move]:
        """Those that may not be on disk; from here on it is up to others to give them again."""
        taken, self._given = self._given, []
        return taken

    def join(self, beginning: Beginning) -> None:
        """Go on with that attempt, which another window has begun."""
        self.beginning = beginning
        self.journal.hold(beginning.key)

    def go_on(self, number: int) -> None:
        """Go on with that event of the attempt, whatever other attempts there are and what was forgotten before."""
        self.since, self.number, self._given, self._knows = self.journal.moment(), number, [], None


def _stands(done: Future[None]) -> bool:
    """Whether it is on disk: neither on its way, nor refused, nor let go of."""
    try:
        done.result(0)
    except Exception:
        return False
    return True


def uncounted(moves: Sequence[Move]) -> str:
    """What is said of answers that another window has overtaken; nothing where there are none."""
    answers = sum(each.sent for each in moves)
    return say("session.not-counted", n=answers) if answers else ""


def last(journal: Journal, course: str, scenario: str) -> tuple[Beginning | None, Beginning | None]:
    """The unfinished attempt at that scenario, if there is one; and that or else the last that was finished."""
    of_this = (each.beginning for each in journal.unfinished(course))
    left = next((each for each in of_this if each.scenario == scenario), None)
    return left, left or journal.ended(course, scenario)


def noted(journal: Journal, play: Play, decision: Decision) -> str | None:
    """Why the learner sees the judgment of that decision differently, where they have said so; None where not."""
    course, scenario = play.course.id, play.scenario.head.id
    about = (scenario, decision.scene, decision.item, decision.revision, decision.answer)
    return next(
        (
            each.why
            for each in reversed(journal.disputes(course))
            if (each.scenario, each.scene, each.item, each.revision, each.answer) == about
        ),
        None,
    )
