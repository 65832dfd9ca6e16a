"""What messages and their media are called."""

from __future__ import annotations

from course.model import Medium, Message
from course.model.record import Record


class _Words(Record):
    name: str
    """What has arrived, as the learner would call it."""
    taken_in: str = ""
    """What whoever receives it does with it, where learners write in it."""


_MEDIA = {
    Medium.EMAIL: _Words("E-mail", "reads it"),
    Medium.VOICEMAIL: _Words("Voicemail", "listens to it"),
    Medium.TEXT_MESSAGE: _Words("Text message", "reads it"),
    Medium.NOTE: _Words("Note", "reads it"),
    Medium.CALL: _Words("Phone call"),
    Medium.SILENCE: _Words("Nothing comes"),
}
_WORDS_A_SECOND = 2.5


def title(medium: Medium) -> str:
    """What has arrived, at the beginning of a line, like "E-mail"."""
    return _MEDIA[medium].name


def name(medium: Medium) -> str:
    """What is written, in a sentence, like "e-mail"."""
    return title(medium).lower()


def taken_in(medium: Medium) -> str:
    """What whoever receives it does, to follow on their name: "reads it"."""
    return _MEDIA[medium].taken_in


def intro(message: Message) -> str:
    """What arrives, from whom, and about what: read out before the text itself."""
    who = f" from {message.sender}" if message.sender else ""
    about = f" Subject: {message.subject}." if message.subject else ""
    took = f", {seconds(message.text)} seconds" if message.medium.traits.recorded else ""
    return f"{title(message.medium)}{who}{took}.{about}"


def seconds(text: str) -> int:
    """How long it takes to say, at an easy pace; at least two seconds."""
    return max(2, round(len(text.split()) / _WORDS_A_SECOND))


def length(text: str) -> str:
    """The same as a machine shows it, like 0:14."""
    minutes, rest = divmod(seconds(text), 60)
    return f"{minutes}:{rest:02}"
