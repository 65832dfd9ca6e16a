"""Terminal safety: what may never reach a screen is taken out of every text on its way in.

Control characters (C0, C1, DEL) can move the cursor, set the window title or fill the clipboard;
bidirectional and other format controls can make a text read as something else.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_FORMAT = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
"""Unicode's format characters, but for the joiners U+200C and U+200D, which some scripts need."""
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
"""One character that may not be shown."""


def clean(text: str) -> str:
    """The text without anything unsafe, its tabs and line separators made ordinary, and composed (NFC)."""
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
