"""Hands, cards and chats: what was counted or pasted, as how many for each option."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from string import ascii_uppercase

from course.model.record import Record
from course.room.events import MOST_HANDS

LETTERS = ascii_uppercase
"""Options are called A, B, C … where they are raised or typed."""
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_HOUR = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]\.?M\b\.?)?"
_WHEN = rf"[\[(]?(?:{_DAY},?\s+)?{_HOUR}(?:,?\s+{_DAY})?[\])]?"
_BEFORE = re.compile(rf"^\s*{_WHEN}[\s\-–—]*", re.IGNORECASE)
_AFTER = re.compile(rf"(?:^|\s){_WHEN}\s*$", re.IGNORECASE)
_TIMES = re.compile(r"(?<=[A-Z])\s*[x×]\s*(?=\d)", re.IGNORECASE)
"""A sign of multiplication, as in A x 3."""
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_APART = re.compile(r"[^\W\d_]\s*:\s*[^\W\d_]")
"""A colon between two letters: the first is a name, the second what it said."""
_TO = re.compile(r"^from\s+(.*?)(?:\s+to\s.*)?$", re.IGNORECASE)
"""A name as a chat gives it, with whom that was said to."""
_NO_COUNT = re.compile(r"(?:^|\s)[-−–]\d|[^\W\d_].*\d[.,]\d|\d[.,]\d.*[^\W\d_]")
"""A number below zero, or beside a letter one that is not whole. A dash between a letter and its number stands close
to the letter, or apart from both."""
_LONGEST = len(str(MOST_HANDS))


class NoCount(ValueError):
    """Nothing in it can be counted."""


class TooMany(NoCount):
    """More hands for one option than any room has."""


class NotWhole(NoCount):
    """A number that no count can be: below zero, or not a whole one."""


class Count(Record):
    """The hands that were counted, as they were typed."""

    hands: Mapping[int, int]
    """How many for each option, by its number from 0."""
    left_out: tuple[str, ...] = ()
    """What stands there as well and calls no option, without the names of who wrote it."""


def counted(text: str, options: int) -> Count:
    """How many there are for each option: out of "A 5 B 3", "5 3 0" for three of them, or a chat, line by line, with
    its times and names. Only what is nothing but letters counts, since "a" is a word as well; what is left out is told:
    whoever counts sees whether that matters. Of somebody who is named the last vote counts, in the place of any before,
    as on a phone. Raises NoCount."""
    known = LETTERS[:options]
    numbers = text.split()
    if len(numbers) == options and all(each.isdecimal() for each in numbers):
        return Count(dict(enumerate(map(_number, numbers))))
    voices: dict[tuple[int, str], list[tuple[str, int]]] = {}
    left_out: list[str] = []
    speaker, lines = "", text.splitlines()
    for at, line in enumerate(lines, 1):
        who, said = _said(line)
        speaker = "" if who and said else who or speaker
        if _pieces(said) and _NO_COUNT.search(said):
            if len(lines) == 1:
                raise NotWhole(text)
            left_out.append(said)
            continue
        pairs, rest = _called(said, known)
        left_out += rest
        if pairs:
            name = "" if any(map(str.isdecimal, said)) else who or speaker  # what a table has counted is no one's vote
            voices[(0, name) if name else (at, "")] = pairs
    found: Counter[str] = Counter()
    for letter, number in chain.from_iterable(voices.values()):
        found[letter] += number
    if not found:
        raise NoCount(text)
    if max(found.values()) > MOST_HANDS:
        raise TooMany(text)
    return Count({known.index(letter): number for letter, number in sorted(found.items())}, tuple(left_out))


def from_chat(line: str) -> bool:
    """Whether that is a line of a chat: with when it was said, or who said it."""
    return _said(line)[1] != line.strip()


def _said(line: str) -> tuple[str, str]:
    """Who is named in that line of a chat, and what they said, without when; `""` where it says no such thing."""
    timed = _BEFORE.sub("", line)
    bare = _AFTER.sub("", timed)
    who, said = "", bare.strip()
    while (_pieces(said) is None or _APART.search(said)) and ":" in said:
        named, _, said = map(str.strip, said.partition(":"))
        who = who or named
    if bare != timed and not who and _pieces(said) is None:
        who, said = said, ""
    return _TO.sub(r"\1", who).strip().casefold(), said


def _pieces(said: str) -> Sequence[str] | None:
    """Its letters and numbers; None where there are words among them."""
    found = _PIECE.findall(_TIMES.sub(" ", said))
    return None if any(len(each) > 1 and not each.isdecimal() for each in found) else found


def _called(said: str, known: str) -> tuple[list[tuple[str, int]], list[str]]:
    """The letters that it calls, each with how many; and what is left out of it."""
    pieces = _pieces(said)
    if pieces is None:
        return [], [said]
    found: list[tuple[str, int]] = []
    left_out: list[str] = []
    counts = any(each.isdecimal() for each in pieces)
    first = bool(pieces) and pieces[0].isdecimal()
    at = 0
    while at < len(pieces):
        pair = pieces[at : at + 2] if counts else pieces[at : at + 1]
        letter, number = (pair[-1], pair[0]) if first else (pair[0], pair[-1])
        if counts and (len(pair) < 2 or letter.isdecimal() or not number.isdecimal()):
            left_out.append(pieces[at])
            at += 1
            continue
        if letter.upper() in known:
            found.append((letter.upper(), _number(number) if counts else 1))
        else:
            left_out.append(" ".join(pair))
        at += len(pair)
    return found, left_out


def _number(typed: str) -> int:
    """What was typed, as a number. Raises TooMany."""
    if len(typed) > _LONGEST or int(typed) > MOST_HANDS:
        raise TooMany(typed)
    return int(typed)
