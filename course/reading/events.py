"""YAML as a stream of events: a cursor that is safe whatever the file holds.

PyYAML's parser is used for its events alone. Its loaders would turn `no` into False and 12:30 into 750,
keep the last of two equal names, expand alias bombs and crash the interpreter on deep nesting; events
give every text as it was written, with its place, and leave the rest to us.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from course.model import Spot
from course.reading.problems import Findings

if TYPE_CHECKING:
    from course.reading.syntax import Mended

FAST = hasattr(yaml, "CSafeLoader")
"""Whether libyaml is there; without it, PyYAML reads the same events in Python, some twenty times slower."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 24
MOST_EVENTS = 1_000_000
"""For a whole course; one of ten thousand scenes has three quarters as many."""
MOST_CHARACTERS = 64 * 1024 * 1024

_NODE = re.compile(r"[&*!](?<![^\s\[{,:\-][&*!])\S")
"""What may be an anchor, an alias or a tag."""
_MARKS = ("%", "---", "...")
"""What directives, and the marks between documents, begin a line with."""
_BATCH = 4_000
"""Events at a time; two megabytes or so."""

_START = (MappingStartEvent, SequenceStartEvent)
_END = (MappingEndEvent, SequenceEndEvent)


class Stop(Exception):
    """The file cannot be read any further; the reason has been reported."""


STOPPED = (Stop, StopIteration)
"""What a cursor raises at the end of what can be read, and whenever it is asked again."""


class Budget:
    """How much a course may still hold, so that no input takes all memory or all day."""

    def __init__(self, events: int = MOST_EVENTS, characters: int = MOST_CHARACTERS) -> None:
        self.events = events
        self.characters = characters


def spot(event: Event) -> Spot:
    """Line and column of an event, from 1."""
    mark = event.start_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1


def _unusual(text: str) -> bool:
    """Whether a text may hold anchors, tags, directives, several documents, or no mapping at all."""
    if text.startswith(_MARKS) or any("\n" + mark in text for mark in _MARKS):
        return True
    start = text[:1000].lstrip()
    if not start or not (start[0].isalnum() or start[0] == "#"):
        return True
    return any(sign in text for sign in "&*!") and _NODE.search(text) is not None


class Cursor:
    """Gives the events of one document, one after the other, by `next()`. Raises STOPPED."""

    def __init__(self, text: str, findings: Findings, budget: Budget) -> None:
        self._findings = findings
        self._budget = budget
        self.mended: Mended | None = None
        """The line at which YAML gave up, as it was probably meant; None if it did not, or nobody can tell."""
        self._events = self._read(text) if _unusual(text) else chain.from_iterable(self._batches(text))
        self.next: Callable[[], Any] = self._events.__next__

    def skip(self, event: Event) -> None:
        """Pass over what `event` begins."""
        depth = int(isinstance(event, _START))
        while depth:
            event = self.next()
            depth += isinstance(event, _START) - isinstance(event, _END)
            if depth >= DEEPEST:
                self._too_deep(event)

    def finish(self) -> None:
        """Read to the end, so that what comes after the document is reported too."""
        with suppress(Stop):
            for _ in self._events:
                pass

    def _batches(self, text: str) -> Iterator[list[Event]]:
        """The events of a text in which nothing unusual can come, many at a time: half the time of one at a time."""
        with self._loading(text) as loader:
            events = iter(loader.get_event, None)
            while True:
                batch: list[Event] = []
                try:
                    batch.extend(islice(events, _BATCH))
                except BaseException:
                    yield self._within(batch)
                    raise
                if not batch:
                    return
                yield self._within(batch)

    def _within(self, batch: list[Event]) -> list[Event]:
        """The batch, without what begins and ends the stream and the document; Stop when there is too much of it."""
        budget = self._budget
        if len(batch) > budget.events:
            self._too_much(batch[budget.events])
        budget.events -= len(batch)
        start = 2 if batch and type(batch[0]) is StreamStartEvent else 0
        end = len(batch)
        while end and type(batch[end - 1]) in (DocumentEndEvent, StreamEndEvent):
            end -= 1
        return batch[start:end]

    def _read(self, text: str) -> Iterator[Event]:
        with self._loading(text) as loader:
            yield from self._document(loader.get_event)

    @contextmanager
    def _loading(self, text: str) -> Iterator[Any]:
        """A loader; what it raises is reported, and ends the reading."""
        loader = None
        try:
            loader = _LOADER(text)
            yield loader
        except yaml.YAMLError as error:
            from course.reading.syntax import explain  # only when something is wrong

            self.mended = explain(error, text, self._findings)
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
        budget, depth = self._budget, 0
        left = budget.events
        try:
            while True:
                event = get()
                left -= 1
                if left < 0:
                    self._too_much(event)
                kind = type(event)
                if kind is ScalarEvent:
                    if event.anchor is not None or event.tag is not None:
                        self._refuse(event)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    depth += 1
                    if depth > DEEPEST:
                        self._too_deep(event)
                    if event.anchor is not None or event.tag is not None:
                        self._refuse(event)
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    depth -= 1
                elif kind is AliasEvent:
                    self._refuse(event)
                else:
                    self._outside(event, get)
                    continue
                yield event
        finally:
            budget.events = left

    def _outside(self, event: Event, get: Any) -> None:
        """Look at where a stream or a document begins or ends; Stop at the end."""
        if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
            message = "This line is a directive, an instruction to YAML. Courses do without them."
            self._findings.add("directive", spot(event), message, "Take the line out.")
        elif isinstance(event, DocumentEndEvent):
            after = get()
            if isinstance(after, DocumentStartEvent):
                mend = "Take the line --- out, or save what follows as a file of its own."
                self._findings.add("second-document", spot(after), "A second document begins here.", mend)
            raise Stop
        elif isinstance(event, StreamEndEvent):
            raise Stop

    def _too_much(self, event: Event) -> None:
        mend = "Split the course into several, or take out what was pasted in by mistake."
        self._findings.add("too-large", spot(event), "The course holds more than can be read.", mend)
        raise Stop

    def _too_deep(self, event: Event) -> None:
        mend = "Look for a row of [ or { or - that does not belong here."
        self._findings.add("too-deep", spot(event), f"This is nested more than {DEEPEST} deep.", mend)
        raise Stop

    def _refuse(self, event: Any) -> None:
        anchor, tag = event.anchor, getattr(event, "tag", None)
        if anchor is not None:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            message = f"{sign}{anchor} is YAML's way of repeating a part of a file. Courses do without it."
            mend = f"Write that part out again; or, if the {sign} belongs to a text, put the text in quotes."
            self._findings.add("alias", spot(event), message, mend)
        if tag is not None:
            message = f"{tag} is a tag, which tells programs how to read a value. Courses do without tags."
            mend = "Take it out; or, if the ! belongs to a text, put the text in quotes."
            self._findings.add("tag", spot(event), message, mend)
