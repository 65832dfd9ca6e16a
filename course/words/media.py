"""What messages and their media are called."""

from __future__ import annotations

from course.model import Medium, Message
from course.text.counting import words
from course.words import say

_WORDS_A_SECOND = 2.5


def title(medium: Medium) -> str:
    """What has arrived, at the beginning of a line, like "Email"."""
    return say(f"medium.{medium.value}")


def name(medium: Medium) -> str:
    """What is written, in a sentence, like "email"."""
    return say(f"medium.{medium.value}.inside")


def begin(medium: Medium, to: str) -> str:
    """That a learner is about to write it, in a sentence of its own; `""` for what only arrives."""
    return say(f"medium.{medium.value}.begin", to=to) if medium.traits.written else ""


def taken_in(medium: Medium) -> str:
    """What whoever receives it does, to follow on their name: "reads it"; `""` for what only arrives."""
    return say(f"medium.{medium.value}.taken-in") if medium.traits.written else ""


def intro(message: Message) -> str:
    """What arrives, from whom, and about what: read out before the text itself."""
    who = say("message.from", sender=message.sender) if message.sender else ""
    about = say("message.subject", subject=message.subject) if message.subject else ""
    took = say("message.seconds", n=seconds(message.text)) if message.medium.traits.recorded else ""
    return say("message.intro", medium=title(message.medium), who=who, took=took, about=about)


def seconds(text: str) -> int:
    """How long it takes to say, at an easy pace; at least two seconds."""
    return max(2, round(len(words(text)) / _WORDS_A_SECOND))


def length(text: str) -> str:
    """The same as a machine shows it, like 0:14."""
    minutes, rest = divmod(seconds(text), 60)
    return f"{minutes}:{rest:02}"
