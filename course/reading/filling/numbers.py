"""What was meant where a number belongs and something else stands: one with a sign too many, or in words."""

from __future__ import annotations

import re

_LETTERS = str.maketrans("OoIl", "0011")
"""Letters that look like digits."""
_AROUND = re.compile(
    r"(?:days? *)?[+#]?(?P<number>[0-9OoIl]{1,9})(?:[.,]0+)?"
    r"(?:st|nd|rd|th)?(?: *(?:days?|min(?:ute)?s?))?[.,;:!+]?",
    re.IGNORECASE,
)
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def meant(text: str, low: int, high: int) -> str:
    """The number that was probably meant, between these two, or `""`."""
    word = text.lower().rstrip(".,;")
    if word in _WORDS:
        found = _WORDS.index(word)
    elif match := _AROUND.fullmatch(text):
        found = int(match["number"].translate(_LETTERS))
    else:
        return ""
    return str(found) if low <= found <= high else ""
