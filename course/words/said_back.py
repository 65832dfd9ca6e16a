"""What somebody typed and was not understood, as it is said back to them."""

from __future__ import annotations

from course.text.isolates import closed
from course.words import say

_MOST = 40
"""Characters of it that are said."""


def said_back(typed: str) -> str:
    """The line, or as much of it as tells which one is meant."""
    return typed if len(typed) <= _MOST else say("plain.shortened", said=closed(typed[:_MOST]))
