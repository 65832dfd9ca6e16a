"""Texts and messages as they are told on one path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.engine.conditions import Past, holds
from course.model import Arrival, Fact, Message, Passage, Scene, Sent, Told


def tell(text: Told, past: Past) -> str:
    """The text on that path."""
    if isinstance(text, str):
        return text
    return _together((each, each.text if holds(each.when, past) else each.otherwise) for each in text)


def joined(text: Told, more: str) -> Told:
    """The text with something more behind it, in the same paragraph."""
    if isinstance(text, str):
        return " ".join(each for each in (text, more) if each)
    return (*text, Passage(more, paragraph=False)) if more else text


def arrived(arrivals: Iterable[Arrival], past: Past) -> tuple[Message, ...]:
    """The messages that come in on that path."""
    return tuple(
        Message(each.medium, tell(each.text, past), each.sender, each.subject, each.came)
        for each in arrivals
        if holds(each.when, past)
    )


def sent_at(scene: Scene, past: Past) -> tuple[Sent, ...]:
    """The contacts that the scene tells of on that path."""
    return tuple(each for each in scene.sent if holds(each.when, past))


def brought(arrivals: Iterable[Arrival], past: Past) -> Iterator[Fact]:
    """What those messages make known that come in on that path."""
    for each in arrivals:
        if holds(each.when, past):
            yield from each.know


def learned(facts: Iterable[Fact], past: Past) -> tuple[Fact, ...]:
    """The facts that are learned on that path, each as it is told there."""
    told = (Fact(tell((each,), past), day=each.day) for each in facts)
    return tuple(each for each in told if each.text)


def known(facts: Iterable[Fact], past: Past) -> tuple[str, ...]:
    """The facts that are known on that path, each as a text."""
    return tuple(each.text for each in learned(facts, past))


def versions(text: Told) -> tuple[str, ...]:
    """Every piece of the text, each as it may be told: all of it where it is the same on every path."""
    if isinstance(text, str):
        return (text,) if text else ()
    return tuple(piece for each in text for piece in (each.text, each.otherwise) if piece)


def longest(text: Told) -> str:
    """The text at its longest: of each passage whichever side is longer. No path may tell all of it."""
    if isinstance(text, str):
        return text
    return _together((each, max(each.text, each.otherwise, key=len)) for each in text)


def _together(pieces: Iterable[tuple[Passage, str]]) -> str:
    """What is told of each passage, one behind the other."""
    told = ""
    for passage, here in pieces:
        if here:
            told += ("\n\n" if passage.paragraph else " ") * bool(told) + here
    return told
