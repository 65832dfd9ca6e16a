"""One answer as people write it down: "b", "B.", "2)", "(b)", "b) Wait until Monday", or the option in full."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from string import ascii_lowercase

from course.model.record import Record

_WORD = re.compile(r"[^\W_]+")
_NONE = {"none", "skip", "pass", "no idea", "dont know", "do not know", "i dont know", "no answer", "n a", "na"}
_BESIDE = {"or", "and", "maybe", "perhaps", "probably", "i", "think", "option", "answer", "it", "is", "no", "number"}
"""Words around a letter that change nothing about which it is."""
_FIRST = re.compile(r"\W*([a-z]|\d+)(?:\s*[).:\],;]|\s+[-–—]\s)")
"""A letter, and behind it the option again, or a reason."""


class Unclear(Record):
    """An answer that cannot be taken: why, and how to write it instead."""

    why: str
    mend: str


def taken(written: str, options: Sequence[str]) -> int | Unclear | None:
    """The number of the option that is meant, counted from 0; None where nothing was answered. `options` are their
    texts in the order of their letters."""
    said = unicodedata.normalize("NFKC", written).casefold().replace("’", "").replace("'", "")
    words = _WORD.findall(said)
    if not words or " ".join(words) in _NONE:
        return None
    known = {name: number for number in range(len(options)) for name in (ascii_lowercase[number], str(number + 1))}
    names = [word for word in words if word not in _BESIDE or word in known]
    if names and all(map(_is_name, names)):
        return _one_of(names, known, options)
    in_full = [number for number, each in enumerate(options) if _folded(each) == " ".join(words)]
    if len(in_full) == 1:
        return in_full[0]
    begins = _FIRST.match(said)
    if begins:
        return _one_of([begins[1]], known, options)
    if words[0] in known and _folded(options[known[words[0]]]).startswith(" ".join(words[1:])):
        return known[words[0]]
    return Unclear(f'"{_short(written)}" is none of the options', f"Write one letter, {_letters(options)}.")


def _one_of(names: Sequence[str], known: dict[str, int], options: Sequence[str]) -> int | Unclear:
    strange = [name for name in names if name not in known]
    if strange:
        return Unclear(f'There is no option "{_short(strange[0])}"', f"Write one letter, {_letters(options)}.")
    meant = {known[name] for name in names}
    if len(meant) > 1:
        both = " and ".join(sorted(ascii_lowercase[each] for each in meant))
        return Unclear(f"There are several letters, {both}", "Leave the one that you would rather advise.")
    return meant.pop()


def _is_name(word: str) -> bool:
    return (len(word) == 1 and word in ascii_lowercase) or (word.isdecimal() and len(word) < 3)


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "").replace("'", "")
    return " ".join(_WORD.findall(folded))


def _letters(options: Sequence[str]) -> str:
    return f"a to {ascii_lowercase[len(options) - 1]}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39].rstrip() + "…"
