"""Events: all that a facilitator can do in a room. A room is never stored; it is what its events add up to."""

from __future__ import annotations

from collections.abc import Mapping

from course.engine.outcome import Answer
from course.model.record import Record

MOST_HANDS = 10_000
"""So many can be counted for one option; nobody has a larger room."""
ORDER = 0
"""The seed of every scenario in a room: its options stand as they do on paper."""


class Event(Record, tag=True):
    """Something the facilitator did. Stored and sent by the name of its class."""


class Began(Event):
    """A scenario is begun, with its options ordered by `seed`."""

    scenario: str
    seed: int


class Offered(Event):
    """These scenarios may be begun here, in this order; none for all of the course."""

    scenarios: tuple[str, ...]


class Left(Event):
    """What is played is left where it stands, and another may be begun. It stays on record as not played to its end."""


class Opened(Event):
    """A vote on what the scene asks is opened: the first, or one more."""


class Closed(Event):
    """The vote is closed."""


class Talked(Event):
    """People talk to their neighbors."""


class Revealed(Event):
    """How the room voted is shown, and where each option lands."""


class Filled(Event):
    """The facilitator has filled in what no room can vote on, such as a calendar."""

    draft: tuple[Answer, ...]


class Chose(Event):
    """This is what the room does: one answer, or all that are given at one go."""

    answers: tuple[Answer, ...]


class WentOn(Event):
    """What came of it was read; or a scene that asks nothing."""


class Back(Event):
    """One step back: what was done last was not meant."""


class Voided(Event):
    """The votes on this question are void, and it is asked again. What was voted stays on record as void."""


class Rewound(Event):
    """What if? Back to decision `to` of the play; nothing from here on is on the record, until a scenario is begun."""

    to: int


class Counted(Event):
    """Hands or cards were counted in the round that is open or was closed last: how many for each option, by its
    number. It takes the place of what was counted before."""

    hands: Mapping[int, int]


class Quoted(Event):
    """The facilitator shows the room a line that somebody wrote; `""` for none any more."""

    why: str


class Locked(Event):
    """Nobody new comes in; or again they do."""

    locked: bool


class Granted(Event):
    """The facilitator's own phone, which may lead from now on; `""` for none any more."""

    person: str


class Rehearsed(Event):
    """Simulated phones vote in it: whatever it comes to, people did not do it alone."""


class Ended(Event):
    """The room is over."""


RoomEvent = (
    Began
    | Offered
    | Left
    | Opened
    | Closed
    | Talked
    | Revealed
    | Filled
    | Chose
    | WentOn
    | Back
    | Voided
    | Rewound
    | Counted
    | Quoted
    | Locked
    | Granted
    | Rehearsed
    | Ended
)
