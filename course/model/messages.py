"""What reaches a learner or goes out from one, and by which medium."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from course.model.record import Record


class Traits(Record):
    """What there is to know of a medium."""

    written: bool = False
    """Whether learners write in it too; the others only arrive."""
    subject: bool = False
    """Whether it has a subject."""
    recorded: bool = False
    """Whether it takes its time to hear."""
    wordless: bool = False
    """Whether it may say nothing at all."""
    other_names: tuple[str, ...] = ()
    """What authors also write for it, who know it by another name."""


_NOTHING_SPECIAL = Traits()


class Medium(StrEnum):
    """How a message arrives; its value is the word authors write.

    Another medium is a line here, its names in en.po, and a drawing in the face that draws.
    """

    traits: Traits

    def __new__(cls, word: str, traits: Traits = _NOTHING_SPECIAL) -> Self:
        """A medium is its word."""
        medium = str.__new__(cls, word)
        medium._value_ = word
        medium.traits = traits
        return medium

    EMAIL = "email", Traits(written=True, subject=True, other_names=("mail", "e-mail"))
    VOICEMAIL = "voicemail", Traits(written=True, recorded=True)
    TEXT_MESSAGE = "text-message", Traits(written=True, other_names=("text", "sms", "message"))
    NOTE = "note", Traits(written=True)
    CALL = "call", Traits(other_names=("phone", "telephone", "phone call", "phone-call", "ring"))
    SILENCE = "silence", Traits(wordless=True)


class Message(Record):
    """Something that reaches the learner: an email, a voicemail, or a silence."""

    medium: Medium
    text: str
    sender: str = ""
    """Who sent it, as it stands in the message; `""` where nobody is named."""
    subject: str = ""
    came: int | None = None
    """The day on which it came, where that is not the day on which it is told."""


class Contact(Record, cache_hash=True):
    """What an author noted of a contact; what nobody said is empty."""

    words: str = ""
    """What the log says of it, such as "email to Dana"."""
    person: str = ""
    """The id of one of the scenario's people."""
    medium: Medium | None = None
    kind: str = ""
    """What it is for, such as `thanks`; limits refer to it."""
    day: int | None = None
    """The day on which it goes out, where that is not the day on which it is told."""

    def on(self, day: int) -> int:
        """The day on which it goes out, where it is told on that one."""
        return day if self.day is None else self.day
