"""YAML as a stream of events: a cursor that is safe whatever the file holds.

PyYAML's parser is used for its events alone. Its loaders would turn `no` into False and 12:30 into 750,
keep the last of two equal names, expand alias bombs and crash the interpreter on deep nesting; events
give every text as it was written, with its place, and leave the rest to us.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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
)

from course.reading.problems import Findings

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 24
MOST_EVENTS = 1_000_000
"""For a whole course: a course of ten thousand scenes has half as many."""

_START = (MappingStartEvent, SequenceStartEvent)
_END = (MappingEndEvent, SequenceEndEvent)


class Stop(Exception):
    """The file cannot be read any further; the reason has been reported."""


class Budget:
    """How much a course may still hold, so that no input takes all memory."""

    def __init__(self, events: int = MOST_EVENTS) -> None:
        self.left = events


def spot(event: Event) -> tuple[int, int]:
    """Line and column of an event, from 1."""
    mark = event.start_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1


def name_of(event: Event) -> str:
    """What an event begins, for a message."""
    if isinstance(event, MappingStartEvent):
        return "named fields"
    return "a list" if isinstance(event, SequenceStartEvent) else "a text"


class Cursor:
    """Gives the events of one document, one after the other. Raises Stop at what cannot be read on."""

    def __init__(self, text: str, findings: Findings, budget: Budget) -> None:
        self.findings = findings
        self._budget = budget
        self._depth = 0
        self._events = self._read(text)

    def next(self) -> Event:
        """The next event."""
        return next(self._events)

    def skip(self, event: Event) -> None:
        """Pass over what `event` begins."""
        if not isinstance(event, _START):
            return
        depth = 1
        while depth:
            event = self.next()
            depth += isinstance(event, _START) - isinstance(event, _END)

    def finish(self) -> None:
        """Read to the end, so that whatever comes after the document is reported too."""
        for event in self._events:
            self.skip(event)

    def _read(self, text: str) -> Iterator[Event]:
        loader: Any = None
        try:
            loader = _LOADER(text)
            documents = 0
            while True:
                event = loader.get_event()
                self._check(event)
                if isinstance(event, DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._second_document(event)
                elif isinstance(event, DocumentEndEvent):
                    self._finish(loader)
                    return
                elif isinstance(event, StreamEndEvent):
                    return
                elif documents:
                    yield event
        except yaml.YAMLError as error:
            from course.reading.syntax import explain

            explain(error, self.findings)
            raise Stop from None
        except (ValueError, OverflowError, RecursionError) as error:
            message = f"YAML gave up on this file: {error}."
            self.findings.add("syntax", (1, 1), message, "Check the file's last changes.")
            raise Stop from None
        finally:
            if loader is not None:
                loader.dispose()

    def _finish(self, loader: Any) -> None:
        event = loader.get_event()
        if isinstance(event, DocumentStartEvent):
            self._second_document(event)

    def _second_document(self, event: Event) -> None:
        mend = "Take the --- out, or save what follows as a file of its own."
        self.findings.add("second-document", spot(event), "A second document begins here, after the ---.", mend)
        raise Stop

    def _check(self, event: Event) -> None:
        self._budget.left -= 1
        if self._budget.left < 0:
            mend = "Split the course into several, or take out what was pasted in by mistake."
            self.findings.add("too-large", spot(event), "This course holds more than can be read.", mend)
            raise Stop
        if isinstance(event, _START):
            self._depth += 1
            if self._depth > DEEPEST:
                mend = "Look for a row of [ or { or - that does not belong here."
                self.findings.add("too-deep", spot(event), f"This is nested more than {DEEPEST} deep.", mend)
                raise Stop
        elif isinstance(event, _END):
            self._depth -= 1
        anchor = getattr(event, "anchor", None)
        if anchor:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            message = f"{sign}{anchor} is YAML's way of repeating a part of a file. Courses do without it."
            self.findings.add(
                "alias", spot(event), message, f"Write the text out, or put it in quotes if {sign} is text."
            )
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            message = f"{tag} is a YAML tag. Courses do without them."
            self.findings.add("tag", spot(event), message, "Take it out, or put the text in quotes if the ! is text.")


def is_text(event: Event) -> bool:
    """Whether an event is a plain text."""
    return isinstance(event, ScalarEvent)
