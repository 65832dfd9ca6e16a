"""What the page is made of, in words: every form of it is a way to show these."""

from __future__ import annotations

from typing import Literal

from course.model.record import Record

What = Literal["pairs", "habits", "models", "card", "closing", "figures"]
Kind = Literal[
    "text", "strong", "quote", "do", "item", "pair", "short", "rule", "model", "letter", "from", "card", "small"
]

"""`short` is the heading of what is too little, beside those of the pairs; `from` names where a message comes from."""
HEADINGS = ("pair", "short")
"""Above rules."""


class Line(Record):
    """One paragraph, and what it is."""

    text: str
    kind: Kind = "text"
    beside: str = ""
    """The don't across the line, of a pair and of a rule."""


class Section(Record):
    """A heading and its lines."""

    what: What
    heading: str
    lines: tuple[Line, ...]
