"""How wide a text is on a terminal, and how to make it fit."""

from __future__ import annotations

import unicodedata

from course.text.isolates import closed

_UPON_OTHERS = frozenset({"Mn", "Me", "Cf"})
"""Marks above or below a letter, and what cannot be seen. Of Korean, the later parts of a syllable are so as well."""


def cells(text: str) -> int:
    """The cells that a text takes."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def shorten(text: str, width: int) -> str:
    """The text, cut off at a word with an ellipsis where it is wider than that."""
    if cells(text) <= width:
        return text
    end = taken = 0
    while taken + _width(text[end]) < width:
        taken += _width(text[end])
        end += 1
    cut = text[:end]
    space = cut.rfind(" ")
    if space > end * 2 // 3 and not text[end : end + 1].isspace():
        cut = cut[:space]
    return closed(cut.rstrip(" ,;:.")) + "…"


def _width(character: str) -> int:
    if "\u1160" <= character <= "\u11ff" or unicodedata.category(character) in _UPON_OTHERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
