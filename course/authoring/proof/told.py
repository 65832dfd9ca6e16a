"""What a walk is once it is told: scene by scene, with where each piece of it is written."""

from __future__ import annotations

from course.model import Message, Side, Verdict
from course.model.record import Record


class Text(Record):
    """A text as it is told, and the lines of the file where its pieces are written."""

    text: str
    lines: tuple[int, ...] = ()
    beside: tuple[tuple[int, ...], ...] = ()
    """Of these lines, those beside each paragraph; none where all stand beside the first."""


class Arrived(Record):
    """A message that has come in."""

    message: Message
    lines: tuple[int, ...]


class Offer(Record):
    """One option as it is offered, and whether it is the one that is taken."""

    said: str
    line: int
    taken: bool


class Touched(Record):
    """A rule that an answer touches, in the course's sentence for that."""

    rule: str
    sentence: str
    how: str
    """What it does with it: follows, breaks, misses, or sees through."""


class Eyes(Record):
    """How somebody on the other side lived through an answer."""

    who: str
    text: Text


class Reply(Record):
    """One answer, and what comes of it."""

    day: str
    """The day, where that is not the scene's."""
    offers: tuple[Offer, ...]
    """The options; none where they are those of the answer before."""
    said: Text
    happens: Text
    arrives: tuple[Arrived, ...]
    because: Text
    rules: tuple[Touched, ...]
    verdict: Verdict
    side: Side
    seen: tuple[Eyes, ...]
    again: int
    """The number of the walk that has told this answer with these very words, or 0."""


class Before(Record):
    """What was done and learned before: for the margin."""

    contacts: tuple[str, ...]
    """Each with its day."""
    known: tuple[str, ...]
    facts: tuple[str, ...]
    """What has happened of all that conditions and texts ask for, such as "broke next-steps"."""


class Stop(Record):
    """One scene of a walk."""

    id: str
    title: str
    day: str
    line: int
    before: Before | None
    arrives: tuple[Arrived, ...]
    text: Text
    question: str
    replies: tuple[Reply, ...]
    afterward: tuple[Text | Arrived, ...]
    """What happens once all of it is answered."""
    ending: Side | None
    better: Text
    flips: bool
    """Whether one fact is another here, after the ending."""
    again: int
    """The number of the walk that has told this scene with these very words, or 0."""


class Lived(Record):
    """One moment of the other side's days."""

    who: str
    day: str
    did: str
    text: str


class Told(Record):
    """One walk through the scenario, as it is told."""

    number: int
    stops: tuple[Stop, ...]
    lived: tuple[Lived, ...]
    """The same days from the other side, where no walk before has told them so."""
