"""Hands, cards and chats: what was counted or pasted, as how many for each option."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from string import ascii_uppercase

LETTERS = ascii_uppercase
"""Options are called A, B, C … where they are raised or typed."""
_COUNTED = re.compile(r"([A-Za-z])\s*[:=x×]?\s*(\d{1,5})")
_ALONE = re.compile(r"(?<![^\W\d_])([A-Za-z])(?![^\W\d_])")


class NoCount(ValueError):
    """Nothing in it can be counted, or something is called that is not there."""


def counted(text: str, options: int) -> Mapping[int, int]:
    """How many there are for each option, by its number from 0: out of "A 5 B 3", "5 3 0", or a chat such as
    "A a b A". Raises NoCount."""
    known = LETTERS[:options]
    pairs = _COUNTED.findall(text)
    if pairs:
        found = Counter({letter.upper(): int(number) for letter, number in pairs})
    elif (numbers := text.split()) and all(each.isdecimal() for each in numbers) and len(numbers) <= options:
        found = Counter(dict(zip(known, map(int, numbers), strict=False)))
    else:
        found = Counter(letter.upper() for letter in _ALONE.findall(text))
    if not found or any(letter not in known for letter in found):
        raise NoCount(text)
    return {known.index(letter): number for letter, number in sorted(found.items())}
