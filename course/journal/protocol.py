"""What a learner's journal can do, wherever it is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from course.engine.decision import Decision
from course.journal.records import Beginning, Dispute, Keeping, Notice, OpenAttempt, Past, Practiced, Standing
from course.model import Course, Head

if TYPE_CHECKING:  # a list of scenarios is shown without knowing how one is played, or carried elsewhere
    from course.engine.events import Kept
    from course.engine.play import Play
    from course.journal.carried import Carried, Merged

Place = tuple[str, str]
"""A scenario and a scene of it."""


class Journal(Protocol):
    """The record of one learner. Any thread may use it; an event loop awaits what it returns.

    Writing returns at once, with a future that is done when it is on disk. What cannot be written yet is tried until it
    can; meanwhile whatever is read here includes it, and `keeping` says how it stands.
    """

    learner: str
    """`""` for the one learner of most machines."""

    @property
    def keeping(self) -> Keeping:
        """How it stands with keeping, this moment."""

    def take_notices(self) -> list[Notice]:
        """What has happened to the journal, each once."""

    def now(self) -> datetime:
        """The time it is, where the learner is."""

    def wait(self, seconds: float) -> Keeping:
        """Wait until the journal can be read and everything is written, at most so long; how it stands then."""

    def close(self, seconds: float = 10) -> Keeping:
        """Let go of it; before that, wait as `wait` does. What is owed then is lost."""

    def follow(self, course: Course, heads: Iterable[Head]) -> None:
        """From now on, give what was kept of this course under ids that have changed since under those it has now."""

    def moment(self) -> int:
        """This moment. What was done, or begun, in one before it was forgotten is never written any more, to whichever
        file there is by then."""

    def forgot(self, since: int) -> bool:
        """Whether anything was forgotten since that moment, whoever's it was."""

    def record(
        self,
        beginning: Beginning,
        since: int,
        number: int,
        event: Kept,
        play: Play,
        *,
        knows: Collection[str] | None = None,
    ) -> Future[None]:
        """Keep event `number` (from 0) of an attempt that was begun, or taken up, at the moment `since`; `play` is the
        play after it.

        The future raises Overtaken when another terminal has written that one, GivenUp when it has given the attempt
        up, Forgotten when it was forgotten since; Begun when it would begin the attempt, and can be
        written at once, but there is another at the scenario than the learner `knows` of and has not given up.
        """

    def begun(self, course: str, scenario: str) -> Collection[str] | None:
        """The keys of all attempts at that scenario; None where it cannot be read what there is."""

    def hold(self, key: str) -> None:
        """An attempt is gone on with: what there is of it is written again should the file be lost, as is everything
        that is done from now on."""

    def abandon(self, beginning: Beginning) -> Future[None]:
        """The learner starts over: this attempt will not be offered again."""

    def dispute(
        self, course: str, version: str, scenario: str, decision: Decision, why: str, *, since: int | None = None
    ) -> Future[None]:
        """Keep that the learner sees this differently, in the place of what they said of it before. `why` has been
        cleaned. The future raises Forgotten when the attempt it belongs to, begun or taken up at `since`, is."""

    def practice(self, course: str, scenario: str, scene: str, rule: str, *, held: bool) -> Future[None]:
        """Keep how a rule went that came back."""

    def forget(self, course: str | None = None, scenario: str | None = None, *, seconds: float = 10) -> int:
        """Delete what the learner did, in one course or one scenario of it if that is said; the number of attempts.
        When this returns, no word of it is left. Raises NotSaved when that could not be done within so many seconds."""

    def carry(self) -> Carried | None:
        """Everything of the learner, to be carried to another machine; None when it cannot be read."""

    def merge(self, carried: Carried, *, seconds: float = 30) -> Merged:
        """Add what was carried from another machine. Raises NotSaved."""

    def events(self, key: str) -> tuple[Kept, ...]:
        """All events of an attempt, in order; up to the first that cannot be read."""

    def unfinished(self, course: str) -> tuple[OpenAttempt, ...]:
        """Attempts to go on with, the last touched first: the newest of each scenario, unless it has ended."""

    def ended(self, course: str, scenario: str) -> Beginning | None:
        """The attempt at that scenario that was touched last of those that have ended; None when none has."""

    def standings(self, course: str) -> Mapping[str, Standing]:
        """How each scenario stands in which something was decided, those begun first before the others."""

    def past(self, course: str) -> Past:
        """What the learner has done in a course."""

    def met(self, course: str) -> Mapping[Place, datetime]:
        """When each scene was last answered."""

    def disputes(self, course: str) -> tuple[Dispute, ...]:
        """Every dispute about the course, oldest first."""

    def practiced(self, course: str) -> tuple[Practiced, ...]:
        """Everything practiced again, oldest first."""
