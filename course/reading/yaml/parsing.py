"""The events of a YAML text, from PyYAML's parser; safe whatever the text holds.

PyYAML is used for its events alone. Its loaders would turn `no` into False and 12:30 into 750,
keep the last of two equal names, expand alias bombs and crash the interpreter on deep nesting; events
give every text as it was written, with its place, and leave the rest to us.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from course.reading.problems.positions import Spot
from course.reading.problems.problem import Findings
from course.text.clean import is_clean

if TYPE_CHECKING:
    from course.reading.yaml.patience import Patience
    from course.reading.yaml.syntax import Mended

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

    def __init__(
        self, events: int = MOST_EVENTS, characters: int = MOST_CHARACTERS, patience: Patience | None = None
    ) -> None:
        self.events = events
        self.characters = characters
        self.patience = patience
        """What is left of it, where a text is only tried."""


def spot(event: Event) -> Spot:
    """Line and column of an event, from 1."""
    return event[2:]


def found(event: Event) -> str:
    """What an event begins, for a message."""
    if event[0] is MAPPING:
        return "a group of named fields"
    return "a list" if event[0] is LIST else "a text"


FAST = hasattr(yaml, "CSafeLoader")
"""Whether libyaml is there; without it, PyYAML reads the same events in Python, some twenty times slower."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KINDS: dict[type, Kind] = {
    ScalarEvent: TEXT,
    MappingStartEvent: MAPPING,
    SequenceStartEvent: LIST,
    MappingEndEvent: END,
    SequenceEndEvent: END,
    AliasEvent: ALIAS,
}


class Parser:
    """Gives the events of the first document of a text, one after the other, by `next()`.

    Raises STOPPED where the document ends or cannot be read any further; the reason of the latter is reported.
    """

    def __init__(self, text: str, findings: Findings, budget: Budget) -> None:
        self._text = text
        self._findings = findings
        self._budget = budget
        self._events = self._read()
        self.next: Callable[[], Event] = self._events.__next__
        self.mended: Mended | None = None
        """The line at which YAML gave up, as it was probably meant; None if it did not, or nobody can tell."""

    def skip(self, event: Event) -> None:
        """Pass over what `event` begins."""
        depth = int(event[0] in (MAPPING, LIST))
        while depth:
            kind = self.next()[0]
            depth += (kind in (MAPPING, LIST)) - (kind is END)

    def finish(self) -> None:
        """Read to the end, so that what comes after the document is reported too."""
        with suppress(Stop):
            for _ in self._events:
                pass

    def _read(self) -> Iterator[Event]:
        loader = None
        try:
            loader = _LOADER(self._text)
            yield from self._document(loader.get_event)
        except yaml.YAMLError as error:
            from course.reading.yaml.syntax import explain  # only when something is wrong

            self.mended = explain(error, self._text, self._findings)
            raise Stop from None
        except (ValueError, OverflowError, RecursionError) as error:
            message = f"YAML gave up on this file: {error}."
            self._findings.add("syntax", (1, 1), message, "Check what was changed last.")
            raise Stop from None
        finally:
            if loader is not None:
                loader.dispose()

    def _document(self, get: Callable[[], Any]) -> Iterator[Event]:
        """The events of the first document; whatever else there is, is refused."""
        budget, depth, kinds = self._budget, 0, _KINDS
        left = budget.events
        try:
            while True:
                event = get()
                left -= 1
                if left < 0:
                    mend = "Split the course into several, or take out what was pasted in by mistake."
                    self._stop(event, "too-large", "The course holds more than can be read.", mend)
                kind = kinds.get(type(event))
                mark = event.start_mark
                if kind is TEXT:
                    text = event.value
                    if event.style == '"' and not is_clean(text):
                        text = Escaped(text)
                    if event.anchor is not None or event.tag is not None:
                        self._refuse(event)
                    yield TEXT, text, mark.line + 1, mark.column + 1
                    continue
                if kind is None:
                    self._outside(event, get)
                    continue
                if kind is END:
                    depth -= 1
                elif kind is not ALIAS:
                    depth += 1
                    if depth > DEEPEST:
                        mend = "Look for a row of [ or { or - that does not belong here."
                        self._stop(event, "too-deep", f"This is nested more than {DEEPEST} deep.", mend)
                if kind is not END and (event.anchor is not None or (kind is not ALIAS and event.tag is not None)):
                    self._refuse(event)
                yield kind, "", mark.line + 1, mark.column + 1
        finally:
            budget.events = left

    def _outside(self, event: Any, get: Callable[[], Any]) -> None:
        """Look at where a stream or a document begins or ends; Stop at the end."""
        if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
            message = "This line is a directive, an instruction to YAML. Courses do without them."
            self._findings.add("directive", _spot(event), message, "Take the line out.")
        elif isinstance(event, DocumentEndEvent):
            after = get()
            if isinstance(after, DocumentStartEvent):
                mend = "Take the line --- out, or save what follows as a file of its own."
                self._findings.add("second-document", _spot(after), "A second document begins here.", mend)
            raise Stop
        elif isinstance(event, StreamEndEvent):
            raise Stop

    def _stop(self, event: Any, code: str, message: str, mend: str) -> None:
        self._findings.add(code, _spot(event), message, mend)
        raise Stop

    def _refuse(self, event: Any) -> None:
        anchor, tag = event.anchor, getattr(event, "tag", None)
        if anchor is not None:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            message = f"{sign}{anchor} is YAML's way of repeating a part of a file. Courses do without it."
            mend = f"Write that part out again; or, if the {sign} belongs to a text, put the text in quotes."
            self._findings.add("alias", _spot(event), message, mend)
        if tag is not None:
            message = f"{tag} is a tag, which tells programs how to read a value. Courses do without tags."
            mend = "Take it out; or, if the ! belongs to a text, put the text in quotes."
            self._findings.add("tag", _spot(event), message, mend)


def _spot(event: Any) -> Spot:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
