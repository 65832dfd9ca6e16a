"""Terminal safety: what may never reach a screen is taken out of every text on its way in.

Control characters (C0, C1, DEL) can move the cursor, set the window title or fill the clipboard;
bidirectional and other format controls can make a text read as something else.
"""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_FORMAT = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
"""Unicode's format characters, but for the joiners U+200C and U+200D, which some scripts need."""
_NEVER = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_BREAKS = "\u2028\u2029"

UNSAFE = re.compile(f"[{_CONTROLS}{_FORMAT}{_NEVER}{_BREAKS}]")
"""One character that may not be shown."""


def clean(text: str) -> str:
    """The text without anything unsafe, its tabs and line separators made ordinary, and composed (NFC)."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = UNSAFE.sub("", text.replace("\t", " "))
    return unicodedata.normalize("NFC", text)
