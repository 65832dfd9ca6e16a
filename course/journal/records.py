"""What the journal is given and gives back. Facts alone: what is said of them, words decide."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from course.engine.decision import Decision
from course.model import Side
from course.model.record import Record, Seed


class Beginning(Record):
    """What is settled when an attempt begins. It names the attempt, on every machine that the attempt is carried to."""

    key: str
    """Unlike that of any other attempt."""
    course: str
    scenario: str
    version: str
    """The course's."""
    seed: Seed
    extra_minute: bool
    began: datetime


class OpenAttempt(Record):
    """An attempt that was begun and can be gone on with."""

    beginning: Beginning
    last: datetime
    scene: str
    day: int
    title: str
    """The title of the scene it stands at."""
    decisions: int


class Attempt(Record):
    """One play of a scenario, as it was judged then."""

    id: int
    """Later attempts have higher ones, in one journal."""
    scenario: str
    version: str
    seed: int
    began: datetime
    ended: datetime | None
    ending: Side | None
    """The side of the first ending reached, or None."""
    decisions: tuple[Decision, ...]
    key: str = ""
    """By which the journal gives its events; `""` if it has none."""
    became: str = ""
    """The title of that ending, as it was then; `""` before one."""


class Standing(Record):
    """How one scenario stands, over all attempts at it in which something was decided. Attempts go by their ids."""

    scenario: str
    attempts: int = 0
    finished: int = 0
    first: int | None = None
    first_finished: int | None = None
    first_share: Fraction | None = None
    """The share of the first that was finished."""
    best: int | None = None
    """Of those finished, the one with the highest share; the first such."""
    best_share: Fraction | None = None
    ending: Side | None = None
    """Where the latest finished one ended."""
    latest: int | None = None
    """The latest attempt of all, whether or not anything was decided in it."""


class Past(Record):
    """What a learner has done in a course: how each scenario stands, and those attempts in full that results rest on.

    However often something was played, it holds at most three attempts at each scenario, and before one was played to
    an end no more than came to a new scene.
    """

    standings: Mapping[str, Standing]
    """By scenario, those begun first before the others; only scenarios in which something was decided."""
    attempts: Mapping[int, Attempt]
    """By id: of each scenario the first, the first finished and the best, and those up to the first finished that came
    to a scene before any other did."""

    def first(self, scenario: str) -> Attempt | None:
        """The first attempt at that scenario, or None."""
        return self._attempt(scenario, "first")

    def answered_first(self, scenario: str) -> tuple[Attempt, ...]:
        """The attempts that hold its first answers, in order: the first; where that was given up, those after it up to
        the first that was played to an end."""
        first, finished = self.first(scenario), self.first_finished(scenario)
        if first is not None and finished is not None and first.id == finished.id:
            return (first,)
        between = [each for each in self.attempts.values() if each.scenario == scenario and each.ended is None]
        between.sort(key=lambda each: (each.began, each.id))
        made = {each.id: each for each in (first, *between, finished) if each is not None}
        return tuple(made.values())

    def first_answers(self, scenario: str) -> tuple[Decision, ...]:
        """The first answers at each of its scenes, each as soon as it is kept, in whichever attempt that was."""
        found: list[Decision] = []
        for attempt in self.answered_first(scenario):
            met = {(each.scene, each.item) for each in found}
            found += [each for each in attempt.decisions if (each.scene, each.item) not in met]
        return tuple(found)

    def first_finished(self, scenario: str) -> Attempt | None:
        """The first attempt that was played to an end, or None."""
        return self._attempt(scenario, "first_finished")

    def best(self, scenario: str) -> Attempt | None:
        """The best of those played to an end, or None."""
        return self._attempt(scenario, "best")

    @property
    def finished(self) -> frozenset[str]:
        """The scenarios that were played to an end."""
        return frozenset(each.scenario for each in self.standings.values() if each.finished)

    def _attempt(self, scenario: str, which: str) -> Attempt | None:
        standing = self.standings.get(scenario)
        return self.attempts.get(getattr(standing, which)) if standing else None


LONGEST_WHY = 500
"""Characters of a learner's reason that are kept."""


class Dispute(Record):
    """A learner sees the judgment of one answer differently."""

    scenario: str
    scene: str
    item: str
    revision: str
    answer: tuple[str, ...]
    said: str
    why: str
    at: datetime


class Practiced(Record):
    """A rule came back in one scene, outside any attempt; `held` says whether it was kept there."""

    scenario: str
    scene: str
    rule: str
    held: bool
    at: datetime


class Trouble(StrEnum):
    """Why nothing can be written to the journal's file just now."""

    BUSY = "busy"
    """Another program is writing to it."""
    FULL = "full"
    READ_ONLY = "read-only"
    CLOSED = "closed"
    """Nobody but others may even read it."""
    NO_LOCKS = "no-locks"
    """Its file system refuses locks, so two programs could not keep out of each other's way."""
    NEWER = "newer"
    """A newer Fine Line wrote it."""
    FOREIGN = "foreign"
    """It is a database, but no journal."""
    NO_FOLDER = "no-folder"
    """Where its folder would be lies a file."""
    NOWHERE = "nowhere"
    """It, or its folder, is a link to something that is not there, and may come back."""
    REFUSED = "refused"
    """Anything else; the detail says what."""


PASSING = (Trouble.BUSY, Trouble.FULL)
"""What may be over in a moment. The others need somebody to do something about it."""


class Keeping(Record):
    """How it stands with keeping, this moment."""

    ready: bool
    """Whether the journal has been looked into; before that it seems empty."""
    owed: int
    """How many things wait to be written."""
    trouble: Trouble | None = None
    detail: str = ""
    """What the system says of the trouble, in its own words."""
    unread: bool = False
    """Whether there may be a journal that cannot be read, so that it seems empty and need not be."""
    begun: int = 0
    """How often the file has been begun anew since it was opened."""
    damaged: bool = False
    """Whether a damaged file was set aside, and nothing was done since when it was opened: something is not shown."""
    told: int = 0
    """How many of the things owed a learner would count: decisions, not what lies between them."""


class SetAside(Record):
    """A damaged file was set aside, and a new one begun."""

    path: str
    meanwhile: bool = False
    """Whether it was in use before, so that what was done since then stands in the new one."""


class LeftOut(Record):
    """So many entries of the journal could not be read, and were left out."""

    count: int


class TakenAway(Record):
    """Somebody moved, deleted or replaced the file while it was open. What lies there now is gone on with."""

    path: str


Notice = SetAside | LeftOut | TakenAway
"""Something that has happened to the journal, to be told once."""


UNREADABLE = (ValueError, TypeError, RecursionError, OverflowError)
"""What reading a row that somebody has changed can raise: SQLite holds anybody to no type."""


class Overtaken(Exception):
    """Another terminal has already written this event of the attempt."""


class Begun(Exception):
    """Another terminal has begun an attempt at the same scenario meanwhile, so that this one was not begun."""


class GivenUp(Exception):
    """The attempt was given up, in another window."""


class Forgotten(Exception):
    """It was deleted, in this window or another, before it could be written, or the attempt that it belongs to."""


class NotSaved(Exception):
    """It could not be done in the time there was."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(keeping.trouble or "")
        self.keeping = keeping
