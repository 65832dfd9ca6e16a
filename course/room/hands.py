"""Hands, cards and chats: what was counted or pasted, as how many for each option."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from string import ascii_uppercase

from course.model.record import Record

LETTERS = ascii_uppercase
"""Options are called A, B, C … where they are raised or typed."""
_COUNTED = re.compile(r"([A-Za-z])\s*[:=x×]?\s*(\d{1,5})")
_WORD = re.compile(r"\w")
_ALONE = re.compile(r"(?<![^\W\d_])([A-Za-z])(?![^\W\d_])")


class NoCount(ValueError):
    """Nothing in it can be counted."""


class Count(Record):
    """What was counted."""

    hands: Mapping[int, int]
    """How many for each option, by its number from 0."""
    left_out: tuple[str, ...] = ()
    """What stands there as well and calls no option."""


def counted(text: str, options: int) -> Count:
    """How many there are for each option: out of "A 5 B 3", "5 3 0", or a chat such as "A a b A". What is clear counts,
    and what is left out of it is told: whoever counts sees whether that matters. Raises NoCount."""
    known = LETTERS[:options]
    numbers = text.split()
    if numbers and all(each.isdecimal() for each in numbers) and len(numbers) <= options:
        return Count(dict(enumerate(map(int, numbers))))
    pairs = _COUNTED.search(text) is not None
    called = _COUNTED if pairs else _ALONE
    found: Counter[str] = Counter()
    for each in called.finditer(text):
        if (letter := each[1].upper()) in known:
            found[letter] += int(each[2]) if pairs else 1
    if not found:
        raise NoCount(text)
    hands = {known.index(letter): number for letter, number in sorted(found.items())}
    rest = called.sub(lambda each: " " if each[1].upper() in known else each[0], text)
    return Count(hands, tuple(each for each in rest.split() if _WORD.search(each)))
