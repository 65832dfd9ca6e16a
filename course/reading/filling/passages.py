"""Texts that know their path: one text, or a list of passages, of which some stand under a condition."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from course.model import Fact, Passage
from course.reading.filling.fill import Filler, read_text
from course.reading.format.fields import Facts, Field, Table, Text, Told
from course.reading.problems.positions import Spots
from course.reading.yaml.parsing import END, LIST, MAPPING, STOPPED, Event, spot

MOST_PASSAGES = 60
"""In one text."""

Piece = TypeVar("Piece", Passage, Fact)


def read_told(filler: Filler, kind: Told, event: Event, field: Field) -> str | tuple[Passage, ...] | None:
    """A text for learners, or the passages that it is put together of."""
    if event[0] is not LIST or _in_brackets(filler, event):
        text = read_text(filler, Text(), event, field)
        if text is not None and "- " in text:
            from course.reading.filling import list_in_text  # only where something may be wrong

            list_in_text.report(spot(event), field.name, filler.findings)
        return text
    found = _passages(filler, kind.table, event, field, partial(Passage, paragraph=kind.paragraphs))
    return found or None


def _in_brackets(filler: Filler, event: Event) -> bool:
    """Whether a list stands in brackets, which is most often a text that begins with one."""
    line, column = spot(event)
    return filler.findings.lines[line][column - 1 : column] == "["


def read_facts(filler: Filler, kind: Facts, event: Event, field: Field) -> tuple[Fact, ...]:
    """The facts, each with when it is learned."""
    if event[0] is LIST and not _in_brackets(filler, event):
        return _passages(filler, kind.table, event, field, partial(Fact, paragraph=False))
    text = filler.text(event, field)
    return () if text is None else (Fact(text),)


def _passages(
    filler: Filler, table: Table, event: Event, field: Field, make: Callable[..., Piece]
) -> tuple[Piece, ...]:
    found: list[Piece] = []
    left = 0
    item = Field(f"This {table.name}", Text(), "a text, or when: and text:")
    try:
        while (begin := filler.take())[0] is not END:
            if len(found) >= MOST_PASSAGES:
                filler.skip(begin)
                left += 1
            elif begin[0] is MAPPING:
                values, spots = filler.record(table, spot(begin))
                filler.spots.within[field.name, len(found)] = spots
                if "else" in spots and "when" not in spots:
                    what = f"the condition of a {table.name}"
                    message = f"else: is told where {what} does not hold, and this one has none."
                    mend = f"Give the {table.name} when: and a condition, or take else: out."
                    filler.findings.add("out-of-place", spots["else"], message, mend)
                found.append(make(**({"text": ""} | values)))
            else:
                text = filler.text(begin, item)
                if text is not None:
                    filler.spots.within[field.name, len(found)] = alone = Spots()
                    alone[""] = spot(begin)
                    found.append(make(text))
    except STOPPED:
        filler.stopped = True
    if left:
        message = f"{field.called} holds {MOST_PASSAGES + left} {table.name}s; there may be {MOST_PASSAGES}."
        filler.findings.add("wrong-count", spot(event), message, "Take some out, or let several be one.")
    if not found:
        filler.whole.add("left-empty", spot(event), f"The list after {field.called} is empty.", "Take it out.")
    return tuple(found)
