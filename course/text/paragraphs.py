"""Authors' prose: its paragraphs, and the words they stress."""

from __future__ import annotations

import re

from course.text.isolates import closed_lines

EMPHASIS = re.compile(r"\*(\S(?:[^*\n]*\S)?)\*")
"""What authors write around a word to stress it; the group is the word."""
_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
_STOPS = (".", "?", "!", "…", "。", "？", "！")
_SENTENCES = re.compile(r"(?<=[.?!…。？！])(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\bMrs\.)\s+")
"""Between two sentences; an initial and a title such as Mr. end none."""
_QUOTES = "\"'”’»」"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of authors' prose, each on one line: an empty line parts them, other line ends are spaces."""
    parts = closed_lines(_BETWEEN_PARAGRAPHS.split(text))
    return [" ".join(part.split()) for part in parts if part.strip()]


def unmarked(text: str) -> str:
    """The text without the marks of emphasis."""
    return EMPHASIS.sub(r"\1", text)


def beginning(text: str, most: int) -> str:
    """The first sentences of authors' prose, as many as that number of letters holds, without marks of emphasis; of a
    first one that is longer, as many words. An ellipsis says that there is more."""
    whole = unmarked(" ".join(paragraphs(text)))
    if len(whole) <= most:
        return whole
    found = ""
    for each in _SENTENCES.split(whole):
        longer = f"{found} {each}".strip()
        if len(longer) > most - 2:
            break
        found = longer
    return f"{found or whole[:most].rpartition(' ')[0]} …"


def closed(text: str) -> str:
    """The text with a stop at its end, unless it has one, be it inside its quotation marks."""
    return text if text.rstrip(_QUOTES).endswith(_STOPS) else f"{text}."
