"""How far the values of a text go on: which lines belong to which, as YAML sees it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.reading.format.tables import NAMES
from course.reading.problems.lines import LINE, Lines
from course.reading.prose.misread import is_open, misread

HOLDING = re.compile(r"[ \t]*+[^\s#]")
"""A line that holds more than a comment."""
NOTE = re.compile(r"#(?:[\s#!]|$)")
"""The beginning of what is meant as a note, and not as the rest of a text, as in #1 on your list."""
MARKED = "\"'[{"
"""What begins a value that has an end of its own."""
NO_NAME = f"{MARKED}“„‘«"
"""What no field begins with, nor an item that is a group of fields."""
SENTENCE_ENDS = (".", "!", "?", '"', "'", "”")
"""What is at the end of a text that is over."""
_QUOTES = "\"'”’)*_ "
"""What may stand behind the end of a sentence and be part of it."""
_OVER = (".", "!", "?", ":", "…", "")
"""The ends of a sentence, or of what leads on to another."""
IN = 2
"""How much further in than a name or a dash stands what belongs to it."""
_FARTHEST = 100
"""Lines among which that end is looked for."""


def indent(line: str) -> int:
    """How many signs a line is indented by."""
    return len(line) - len(line.lstrip())


def glued(line: str) -> bool:
    """Whether a line begins with a # that stands right before a word, where no field or item seems to be left out."""
    body = line.lstrip()
    return body[:1] == "#" and not NOTE.match(body) and not re.match(r"- |[\w-]+:(?:\s|$)", body[1:])


def unended(line: str) -> bool:
    """Whether a line breaks off in the middle of a sentence."""
    return line.rstrip(_QUOTES)[-1:] not in _OVER


class Extents:
    """A text, line by line, with others in the place of some; and what begins and ends there."""

    def __init__(self, text: str) -> None:
        self.written = Lines(text if text.endswith("\n") else text + "\n")
        self.instead: dict[int, str] = {}
        """The lines that were put in the place of others, by number."""
        self.end = len(self.written)
        """The number behind the last line."""

    def __getitem__(self, number: int) -> str:
        return self.instead[number] if number in self.instead else self.written[number]

    def lines(self, start: int, end: int) -> list[str]:
        """The lines from one number up to another, which is not one of them."""
        return [self[number] for number in range(start, end)]

    def begins_field(self, line: str, depth: int = -1) -> bool:
        """Whether a line begins one of the fields there are, further right than `depth`."""
        match = LINE.match(line)
        return match is not None and match["name"] in NAMES and match.start("name") > depth

    def above(self, number: int) -> int:
        """The number of the last line above one that holds more than a comment; 0 if there is none."""
        return next((each for each in range(number - 1, 0, -1) if HOLDING.match(self[each])), 0)

    def ahead(self, number: int) -> int:
        """The number of the first line from one on that does."""
        return next((each for each in range(number, self.end) if HOLDING.match(self[each])), self.end)

    def goes_on(self, number: int, depth: int) -> bool:
        """Whether a line may go on with a text that is indented further than `depth`."""
        line = self[number]
        return indent(line) > depth and line.lstrip().split(" ")[0] != "-" and not self.begins_field(line)

    def behind(self, number: int, depth: int, first: str, *, text: bool = True) -> int:
        """The number behind the last line of a value whose lines under its first begin at that number. A `text` without
        quotes ends at another field, and at a comment behind which it does not go on."""
        marked = first[0] in MARKED
        at = kept = number
        while at < self.end:
            line = self[at]
            body = line.strip()
            if body and (indent(line) <= depth or line.lstrip(" ")[0] == "\t"):
                break
            if body and not marked and self.begins_field(line):
                break
            note = body[:1] == "#" and not (text and glued(body))
            if note and not marked and not self.goes_on(self.ahead(at), depth):
                break
            at += 1
            if body:
                kept = at
        if marked and is_open(value := [first, *self.lines(number, at)]):
            return self._closed(at, value)
        return kept

    def _closed(self, number: int, opened: Sequence[str]) -> int:
        """The number behind the line that closes what was opened, if that is before the next field: YAML lets such
        lines begin anywhere. If not, the number itself."""
        value = [each.rstrip("\t ") for each in opened]
        for at in range(number, min(number + _FARTHEST, self.end)):
            line = self[at]
            if line.lstrip()[:2] == "- " or (self.begins_field(line) and opened[0][0] != "{"):
                break
            value.append(line.rstrip("\t "))
            if not is_open(value):
                return at + 1 if misread(value) is None else number
        return number
