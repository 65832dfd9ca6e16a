"""Terminal safety: what may never reach a screen is taken out of every text on its way in.

Control characters (C0, C1, DEL) can move the cursor, set the window title or fill the clipboard; overrides, embeddings
and other format controls can make a text read as something else. What languages need stays: joiners, marks of
direction, and isolates, as long as they are closed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from course.text.isolates import CLOSING, OPENING, closed, closed_lines

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_FORMAT = (
    "\u00ad\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u180e\u202a-\u202e\u2060-\u2065\u206a-\u206f"
    "\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001\U000e0020-\U000e007f"
)
"""Unicode's format characters, but for those in NEEDED."""
MARKS = "\u200b\u200c\u200d\u200e\u200f\u061c"
"""Where a word of Thai may end; what joins letters of Persian or Hindi, or keeps them apart; and marks of direction."""
NEEDED = MARKS + OPENING + CLOSING
"""What cannot be seen and stays, since some language cannot be written without it."""
_NEVER = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""Halves of characters, and what will never be one."""
_BREAKS = "\u2028\u2029"

_LONGEST_COMPOSED = 1_000_000
"""Characters. Nobody writes a longer text, and composing one takes thirteen times its memory."""

_PLAIN = bytes([10, *range(32, 127)])
"""ASCII without control characters."""

UNSAFE = re.compile(f"[{_CONTROLS}{_FORMAT}{_NEVER}{_BREAKS}]")
"""One character that may not be shown. An isolate may be, as long as it is closed."""


def clean(text: str) -> str:
    """One text without anything unsafe, its isolates closed, its tabs and line separators made ordinary, and composed
    (NFC)."""
    return closed(sift(text))


def one_line(text: str, most: int) -> str:
    """What somebody calls something, on one line wherever it is shown: clean, and so many letters of it at most. What
    is cut off may be the end of an isolate."""
    return closed(" ".join(sift(text[: most * 4]).split())[:most].rstrip())


def sift(text: str) -> str:
    """The same of what holds many texts, such as a file: each isolate stays as it is."""
    if text.isascii() and text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        text = text.replace("\t", " ")
    if UNSAFE.search(text):
        text = text.translate(_table())
    if text.isascii() or len(text) > _LONGEST_COMPOSED:
        return text
    return unicodedata.normalize("NFC", text)


def harmless(text: str) -> str:
    """Any text as it may be printed: every character that may not be shown is seen as one that is none, the rest stays
    to the letter, so that a path can be copied; and each line closes the isolates that it opens."""
    if text.isascii() and text.isprintable():
        return text
    return "\n".join(closed_lines(UNSAFE.sub("\ufffd", text).split("\n")))


def is_clean(text: str) -> bool:
    """Whether cleaning would change nothing; quickly, and rather once too often no than yes."""
    # Bytes are fast to sift, and nearly all of them are plain.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    # What is printable holds no control, no format and no unassigned character, and no separator but the space.
    if not rest.isprintable():
        return False
    # Only what combines looks at the plain character before it.
    alone = len(rest) * 10 < len(text) and not any(map(unicodedata.combining, rest))
    return unicodedata.is_normalized("NFC", rest if alone else text)


@cache
def _table() -> dict[int, str | None]:
    """What becomes of each unsafe character. Slower to look through than the pattern, and even for a text
    that is full of them as small in memory as the text."""
    table: dict[int, str | None] = {}
    for match in re.finditer(r"(.)(?:-(.))?", f"{_CONTROLS}{_FORMAT}{_NEVER}", re.DOTALL):
        table.update(dict.fromkeys(range(ord(match[1]), ord(match[2] or match[1]) + 1)))
    return table | {ord(each): "\n" for each in _BREAKS}
