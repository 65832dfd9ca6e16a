"""The exercise kind `message`: an email, a note or a voicemail, put together out of parts."""

from __future__ import annotations

from course.model.arrivals import Arrival
from course.model.choice import Choice, Seen
from course.model.conditions import Branch, Fact, Told
from course.model.messages import Contact, Medium
from course.model.record import Record


class Alternative(Choice):
    """One way to word a part. `happens` is what whoever reads it thinks at this line."""

    omit: bool = False
    """Whether nothing of it goes into the message; then `say` only names it."""


class Part(Record):
    """One part of a message, and how it may be worded."""

    id: str
    title: str
    """What the part is, in one or two words, such as "Greeting"."""
    alternatives: tuple[Alternative, ...]
    subject: bool = False
    """Whether it goes into the subject, and not into the text."""
    paragraph: bool = False
    """Whether it begins a new paragraph."""


class MessageInParts(Record):
    """Each part is worded in one of its ways, then the whole is sent."""

    parts: tuple[Part, ...]
    medium: Medium = Medium.EMAIL
    to: str = ""
    """Who receives it."""
    subject: str = ""
    """The subject where no part is one."""
    sender: str = ""
    """The learner's signature."""
    contact: Contact | None = None
    """What goes into the contact log; None when nobody is contacted."""
    happens: Told = ""
    """What happens once it has been read to the end."""
    arrives: tuple[Arrival, ...] = ()
    """Messages that come back."""
    know: tuple[Fact, ...] = ()
    """What is learned once it is sent, each a short fact."""
    seen: tuple[Seen, ...] = ()
    next: tuple[Branch, ...] = ()
