"""Whether all quotes of a text are somebody's speech: each has its other half, or stands in the place of letters."""

from __future__ import annotations

import re

_PAIRS = {"“": "”", "„": "“”", "‘": "’", '"': '"', "'": "'", "«": "»", "»": "«"}
"""What opens, and what closes it."""
_BEFORE_OPENING = "([{-–—/*"
_BEHIND_CLOSING = ".,;:!?)]}-–—…/*"
ELIDED = re.compile(r"(?:[Tt]is|[Tt]was|[Tt]ill?|[Cc](?:ause|uz|os)|[Ee]m|[Rr]ound|[Bb]out|n|\d0s)\b")
"""Words that begin with an apostrophe."""
_OWNERS = "sxz"
"""What the word ends in behind which an apostrophe may stand by itself."""


def sound(text: str) -> bool:
    """Whether each quote in a text has its other half, or stands in the place of letters."""
    opened: list[str] = []
    spare = 0
    for at, sign in enumerate(text):
        if sign not in _PAIRS and sign not in "”’":
            continue
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        single = sign in "'‘’"
        if single and after in ("'", "’"):
            return False
        if single and before.isalnum() and after.isalnum():
            continue
        begins = not before or before.isspace() or before in _BEFORE_OPENING or before in "\"'“‘„«"
        ends = not after or after.isspace() or after in _BEHIND_CLOSING or after in "\"'”’“»"
        begins, ends = begins and bool(after) and not after.isspace(), ends and bool(before) and not before.isspace()
        if single and begins and ELIDED.match(text, at + 1):
            spare += 1
        elif opened and sign in _PAIRS[opened[-1]] and ends:
            opened.pop()
        elif sign in _PAIRS and begins and sign not in opened and not _wrong_inside(sign, opened):
            opened.append(sign)
        elif sign in "«»" and (before.isspace() or after.isspace()):
            continue  # as somebody's words stand in French
        elif single and ends and (before in _OWNERS or before.isdigit()):
            continue
        elif single and ends and spare:
            spare -= 1
        elif sign == '"' and before.isdigit():
            continue  # inches
        else:
            return False
    return not opened


def _wrong_inside(sign: str, opened: list[str]) -> bool:
    """Whether a quote cannot open inside those: what is said stands in double ones, and what is quoted in it in single
    ones."""
    return sign == '"' and "'" in opened
