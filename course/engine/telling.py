"""Texts and messages as they are told on one path."""

from __future__ import annotations

from collections.abc import Iterable

from course.engine.conditions import Past, holds
from course.model import Arrival, Message, Passage, Told


def tell(text: Told, past: Past) -> str:
    """The text on that path."""
    if isinstance(text, str):
        return text
    told = ""
    for each in text:
        here = each.text if holds(each.when, past) else each.otherwise
        if here:
            told += (_between(each) if told else "") + here
    return told


def joined(text: Told, more: str) -> Told:
    """The text with something more behind it, in the same paragraph."""
    if isinstance(text, str):
        return " ".join(each for each in (text, more) if each)
    return (*text, Passage(more, paragraph=False)) if more else text


def arrived(arrivals: Iterable[Arrival], past: Past) -> tuple[Message, ...]:
    """The messages that come in on that path."""
    return tuple(
        Message(each.medium, tell(each.text, past), each.sender, each.subject)
        for each in arrivals
        if holds(each.when, past)
    )


def known(facts: Iterable[Passage], past: Past) -> tuple[str, ...]:
    """The facts that are learned on that path."""
    told = (tell((each,), past) for each in facts)
    return tuple(each for each in told if each)


def versions(text: Told) -> tuple[str, ...]:
    """Every piece of the text, each as it may be told: all of it where it is the same on every path."""
    if isinstance(text, str):
        return (text,) if text else ()
    return tuple(piece for each in text for piece in (each.text, each.otherwise) if piece)


def longest(text: Told) -> str:
    """The text at its longest: of each passage whichever side is longer. No path may tell all of it."""
    if isinstance(text, str):
        return text
    told = ""
    for each in text:
        here = max(each.text, each.otherwise, key=len)
        told += (_between(each) if told else "") + here
    return told


def _between(passage: Passage) -> str:
    return "\n\n" if passage.paragraph else " "
