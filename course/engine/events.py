"""Events: all that can happen in a play. A play is never stored; it is what its events add up to."""

from __future__ import annotations

from dataclasses import dataclass

from course.engine.outcome import Answer
from course.model import Side


@dataclass(frozen=True, slots=True)
class Drafted:
    """Something else was put together at a scene, and not sent yet."""

    scene: str
    draft: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Picked:
    """An answer was picked, and is weighed now; or several, where all are given at one go. Never kept."""

    scene: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class PutBack:
    """What was picked was put back. Never kept."""


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer was sent at a scene whose revision was `revision`; or several, where all are given at one go."""

    scene: str
    answers: tuple[Answer, ...]
    forecast: Side | None
    """How the learner thought it would come across, or None when nobody asked."""
    revision: str


@dataclass(frozen=True, slots=True)
class WentOn:
    """The consequence was read."""


@dataclass(frozen=True, slots=True)
class Rewound:
    """The learner went back to decision `to` of the attempt, before it was taken: what if?"""

    to: int


@dataclass(frozen=True, slots=True)
class Flipped:
    """After the ending, one fact was changed."""


@dataclass(frozen=True, slots=True)
class Shortened:
    """Taken up again after an edit, only the first `to` events still fitted the scenario; those after them were let
    go. It says so of the events before it, and is none of a play's own."""

    to: int


Lasting = Drafted | Sent | WentOn | Rewound | Flipped
"""What a play is rebuilt from."""
Event = Lasting | Picked | PutBack
Kept = Lasting | Shortened
"""What the journal keeps of an attempt, one after the other."""
