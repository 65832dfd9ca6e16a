"""Isolates: what sets a stretch of text apart that runs the other way, so that it cannot turn what stands beside it.

A text opens one (U+2066..U+2068) and closes it (U+2069). One that is never closed would turn all that follows it on its
line, and whatever is cut or wrapped may lose its end; so whoever takes a part of a text closes the part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

OPENING = "\u2066\u2067\u2068"
CLOSING = "\u2069"
_ANY = re.compile(f"[{OPENING}{CLOSING}]")
_DEEPEST = 8
"""Nobody sets a quotation apart within a quotation deeper than that; each line that goes on in one repeats them all."""


def closed(text: str) -> str:
    """The text with what it opens closed at its end, and without what closes nothing."""
    return text if text.isascii() else "".join(closed_lines([text]))


def closed_lines(lines: Iterable[str]) -> Iterator[str]:
    """The same of the lines of one text: what is open at the end of one is closed there, and opened in the next."""
    opened: list[str] = []
    deeper = 0
    """How many are open that are nested too deeply, and left out."""

    def sift(match: re.Match[str]) -> str:
        nonlocal deeper
        if match[0] == CLOSING:
            if deeper:
                deeper -= 1
                return ""
            return CLOSING if opened and opened.pop() else ""
        if len(opened) == _DEEPEST:
            deeper += 1
            return ""
        opened.append(match[0])
        return match[0]

    for line in lines:
        if opened or not (line.isascii() or _ANY.search(line) is None):
            before = "".join(opened)
            line = before + _ANY.sub(sift, line) + CLOSING * len(opened)
        yield line
