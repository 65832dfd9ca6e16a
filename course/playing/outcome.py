"""What an answer leads to. Every exercise kind yields this one type, so nothing else asks for the kind."""

from __future__ import annotations

from dataclasses import dataclass

from course.model import Branch, Message


@dataclass(frozen=True, slots=True)
class Outcome:
    """One possible answer at a scene, in the learner's words, and everything that follows from it."""

    answer: tuple[str, ...]
    """Readable ids that name the answer within its scene; what the journal keeps."""
    said: str
    follows: tuple[str, ...]
    breaks: tuple[str, ...]
    contact: str
    happens: str
    arrives: tuple[Message, ...]
    because: str
    next: tuple[Branch, ...]
