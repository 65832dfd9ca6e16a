"""What goes over the wire, as JSON: what phones and facilitators say, and what they are told."""

from __future__ import annotations

from course.engine.outcome import Answer
from course.model import Side
from course.model.encoding import from_json, to_json
from course.model.record import Record
from course.room.events import RoomEvent
from course.room.results import Results
from course.room.views import Mine, Notes, View
from course.serving.live import Why

MOST = 4096
"""Bytes of a message."""
MOST_WHY = 280
"""Letters of a line on why."""


class Said(Record, tag=True):
    """Something that a phone or a facilitator says."""


class Cast(Said):
    """I vote for this; in the place of my vote before. No words at all pass."""

    round: int
    answer: Answer = ()
    called: Side | None = None
    why: str = ""


class Call(Said):
    """This is what I want to be called."""

    name: str


class AskToLead(Said):
    """I am the facilitator: let this phone lead too."""


class AskNoMore(Said):
    """I am not, or not any more: this phone need not lead."""


class Do(Said):
    """Who leads does this, having seen the room after event `seen`."""

    seen: int
    event: RoomEvent


class Ping(Said):
    """Are you there? Sockets can look open and be dead."""


Saying = Cast | Call | AskToLead | AskNoMore | Do | Ping


class Told(Record, tag=True):
    """Something that is told."""


class Asking(Record):
    """Somebody who asks to lead from their phone, and the two words that it shows."""

    person: str
    name: str
    words: str


class Listed(Record):
    """A scenario that may be played in this room."""

    id: str
    title: str
    minutes: int | None
    """How long it takes a room."""
    stands: str = ""
    """Whether it has `ended` here already, or was only `begun`; `""` where it has not been played."""


class State(Told):
    """How the room stands; all of it, every time."""

    view: View
    mine: Mine | None = None
    notes: Notes | None = None
    """For who leads alone."""
    whys: tuple[Why, ...] = ()
    """For who leads alone."""
    scenarios: tuple[Listed, ...] = ()
    """For who leads alone."""
    asking: tuple[Asking, ...] = ()
    """For the facilitator alone."""
    leads: Asking | None = None
    """Whose phone leads beside them; for the facilitator alone."""
    when: str = ""
    """What the day is called; `""` where that is not said."""
    asks: str = ""
    """The two words that this phone shows while it asks to lead; for that phone alone."""
    looks_back: tuple[str, ...] = ()
    """What the room did, in words; for the phone that leads alone."""
    debrief: Results | None = None
    """What the room did, where what came of it shows, between scenarios and at the end; for the facilitator alone."""


class Kept(Told):
    """Your vote is kept: it is on disk. Of several that were cast one after the other, this one, as it was said."""

    round: int
    answer: Answer
    called: Side | None = None
    why: str = ""


class Refused(Told):
    """What was asked for was not done."""

    why: str
    """A word for why: `closed`, `not-offered`, `overtaken`, `unfit`, `not-yours`, `too-fast`, `unreadable`."""
    round: int = 0


class LeadWords(Told):
    """What this phone shows while it asks to lead, for the facilitator to compare."""

    words: str


class Pong(Told):
    """The answer to a ping: the server is still there."""


Telling = State | Kept | Refused | LeadWords | Pong


class Unreadable(ValueError):
    """What came over the wire is no message."""


def said(text: str | bytes) -> Saying:
    """What somebody says. Raises Unreadable."""
    if len(text) > MOST:
        raise Unreadable("too long")
    try:
        return from_json(text, Saying)  # type: ignore[arg-type]  # a union is a type as well
    except ValueError as error:
        raise Unreadable(str(error)) from error


def told(message: Told) -> str:
    """What is told, as JSON. Tokens of people never leave."""
    return to_json(message)


def heard_told(text: str | bytes) -> Telling:
    """What a server tells. Raises Unreadable."""
    try:
        found: Telling = from_json(text, Telling)  # type: ignore[arg-type]  # a union is a type as well
    except ValueError as error:
        raise Unreadable(str(error)) from error
    return found
