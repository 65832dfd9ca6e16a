"""Events: all that can happen in a play. A play is never stored; it is what its events add up to."""

from __future__ import annotations

from course.engine.outcome import Answer
from course.model import Side
from course.model.record import Record, Whole


class Drafted(Record):
    """Something else was put together at a scene, and not sent yet."""

    scene: str
    draft: tuple[Answer, ...]


class Picked(Record):
    """An answer was picked, and is weighed now; or several, where all are given at one go. Never kept."""

    scene: str
    answers: tuple[Answer, ...]


class PutBack(Record):
    """What was picked was put back, before anything was said of it. Never kept."""


class Called(Record):
    """The learner has said how what was picked will come across, and is asked whether to send it. Never kept."""

    side: Side


class ThoughtAgain(Record):
    """Asked whether to send what was picked, the learner put it back. It is kept, since a mind changed in time is what
    the extra minute is for."""

    scene: str
    answers: tuple[Answer, ...]
    forecast: Side
    """How the learner thought it would come across."""


class Sent(Record):
    """An answer was sent at a scene whose revision was `revision`; or several, where all are given at one go."""

    scene: str
    answers: tuple[Answer, ...]
    forecast: Side | None
    """How the learner thought it would come across, or None when nobody asked."""
    revision: str


class WentOn(Record):
    """The consequence was read."""


class Rewound(Record):
    """The learner went back to decision `to` of the attempt, before it was taken: what if?"""

    to: Whole


class Flipped(Record):
    """After the ending, one fact was changed."""


class Returned(Record):
    """From a what if, the learner came back to where they were; from a flipped fact, to the ending."""


class Shortened(Record):
    """Taken up again after an edit, only the first `to` events still fitted the scenario; those after them were let
    go. It says so of the events before it, and is none of a play's own."""

    to: Whole


Lasting = Drafted | ThoughtAgain | Sent | WentOn | Rewound | Flipped | Returned
"""What a play is rebuilt from."""
Event = Lasting | Picked | Called | PutBack
Kept = Lasting | Shortened
"""What the journal keeps of an attempt, one after the other."""
