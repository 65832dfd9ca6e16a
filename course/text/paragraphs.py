"""Authors' prose: its paragraphs, and the words they stress."""

from __future__ import annotations

import re

from course.text.isolates import closed_lines

EMPHASIS = re.compile(r"\*(\S(?:[^*\n]*\S)?)\*")
"""What authors write around a word to stress it; the group is the word."""
_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
_STOPS = (".", "?", "!", "…", "。", "？", "！")
_QUOTES = "\"'”’»」"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of authors' prose, each on one line: an empty line parts them, other line ends are spaces."""
    parts = closed_lines(_BETWEEN_PARAGRAPHS.split(text))
    return [" ".join(part.split()) for part in parts if part.strip()]


def unmarked(text: str) -> str:
    """The text without the marks of emphasis."""
    return EMPHASIS.sub(r"\1", text)


def closed(text: str) -> str:
    """The text with a stop at its end, unless it has one, be it inside its quotation marks."""
    return text if text.rstrip(_QUOTES).endswith(_STOPS) else f"{text}."
