"""A file as a stream of events: what a value begins with and where it stands, and how many there may be."""

from __future__ import annotations

from enum import IntEnum

from course.reading.positions import Spot

DEEPEST = 24
MOST_EVENTS = 1_000_000
"""For a whole course; one of ten thousand scenes has three quarters as many."""
MOST_CHARACTERS = 64 * 1024 * 1024


class Kind(IntEnum):
    """What an event is."""

    TEXT = 0
    """A text, which may be a name too."""
    MAPPING = 1
    """The beginning of named fields: from here on, each name is followed by its value, until END."""
    LIST = 2
    """The beginning of a list, until END."""
    END = 3
    ALIAS = 4
    """Something that was refused already."""


TEXT, MAPPING, LIST, END, ALIAS = Kind

Event = tuple[Kind, str, int, int]
"""What it is, its text, and its line and column, from 1. A bare tuple, since a course has half a million of them."""


class Escaped(str):
    """A text out of double quotes, where YAML's escapes could have brought in what no file may hold."""


class Stop(Exception):
    """The file cannot be read any further; the reason has been reported."""


STOPPED = (Stop, StopIteration)
"""What a parser raises at the end of what can be read, and whenever it is asked again."""


class Budget:
    """How much a course may still hold, so that no input takes all memory or all day."""

    def __init__(self, events: int = MOST_EVENTS, characters: int = MOST_CHARACTERS) -> None:
        self.events = events
        self.characters = characters


def spot(event: Event) -> Spot:
    """Line and column of an event, from 1."""
    return event[2:]
