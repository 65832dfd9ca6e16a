"""Did you mean …?"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from course.text.plain_letters import LATIN

LONGEST_ID = 60
_UNSEEN = re.compile("[\\s\u200b-\u200f\u061c\u2066-\u2069]")
"""What cannot be seen in a text, or is taken for a space."""
_SPELLED = bytes(ord(each.lower()) if (each := chr(code)).isalnum() and code < 128 else 32 for code in range(256))
"""What a slug makes of each byte: a small letter, a digit or a space."""
_LATIN = {ord(letter): plain for letter, plain in LATIN.items()}
_MOST_COMPARED = 100
_SLIPS = ((5, 1), (11, 2), (sys.maxsize, 3))
"""The longest words that may have so many slips."""
_MOST_NAMED = 12

SWITCHES = dict.fromkeys(("on", "yes", "true"), "on") | dict.fromkeys(("off", "no", "false"), "off")
"""What a switch is called elsewhere, and here."""

GUIDE = 'content/README.md, "From format 1 to 2"'
"""Where the authors' guide says all of it."""

_NEW: Mapping[str, Mapping[str, str]] = {
    "course": {"pass": "pass-mark", "after": "after-check", "ask": "companion"},
    "set of limits": {"at-once": "same-day", "nothing": "no-contact"},
    "scenario": {"interview": "starts-on"},
    "scene": {"week": "calendar"},
    "sort": {"ask": "question"},
    "alternative": {"remark": "happens"},
    "branch": {"go": "next"},
}
"""Words of format 1, by their tables, and what each is called now. They are no aliases: an old word is an unknown field
like any other, and the problem names the new one."""

_MOVED: Mapping[str, Mapping[str, str]] = {
    "set of limits": dict.fromkeys(("thanks-by", "no-thanks"), "Write it as an item of the list under due:"),
    "scene": {"order": "Write shuffle: off for order: fixed"},
    "branch": dict.fromkeys(("contacts", "days", "broke"), "Conditions stand under when: now"),
    "way": {"thank-you": "Write kind: thanks for thank-you: on"},
}
"""The old words that another name alone does not mend, and what to do."""


_AROUND = "“”„‟«»‘’‚ =>→⇒➔➜"
"""Quotes that a word processor makes of those of YAML, and arrows; no id has them."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or `""`: one that is a slip or two of the fingers away, three in a long
    word. Of two that are as near, the longer: a letter left out is the commonest slip. What is only of the same kind,
    as monday and sunday are, is better not offered than offered. Last, one that is the other typed twice."""
    word = word[:LONGEST_ID].lower().strip(_AROUND)
    most = {each: _most(max(len(word), len(each))) for each in known}
    likely = [each for each in most if abs(len(each) - len(word)) <= most[each]]
    if len(likely) > _MOST_COMPARED:
        likely = [each for each in likely if each[:2].lower() == word[:2]][:_MOST_COMPARED]
    best, fewest = "", len(word)
    for each in sorted(likely, key=lambda known: (-len(known), known)):
        slips = _slips(word, each.lower(), most[each])
        if slips < fewest and slips <= most[each]:
            best, fewest = each, slips
    return best or next(
        (each for each in most if typed_twice(word, each.lower()) or typed_twice(each.lower(), word)), ""
    )


def typed_twice(word: str, once: str) -> bool:
    """Whether a word is the other one typed twice, as where two lines that held it were joined."""
    return word.startswith(once) and word in (once + once, f"{once}-{once}", f"{once}:{once}")


def _most(length: int) -> int:
    """How many slips a word of that length may have."""
    return next(slips for longest, slips in _SLIPS if length <= longest)


@lru_cache(4_000)  # a text that is read again and again, as it may have been meant, asks the same each time
def _slips(one: str, other: str, most: int) -> int:
    """How many letters are missing, too many, wrong, or in the place of their neighbor (Damerau 1964, Levenshtein
    1966); more than `most` where that is all one wants to know."""
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = above, row, [i]
        for j, its in enumerate(other, 1):
            least = min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        if min(row) > most:
            break
    return min(row) if min(row) > most else row[-1]


def seen(text: str) -> str:
    """A text without spaces of any kind, and without what cannot be seen in it: an id that was meant, perhaps."""
    return _UNSEEN.sub("", text)


def unseen(text: str) -> str:
    """What of a text cannot be seen, as a message says it."""
    found = next((each for each in _UNSEEN.findall(text) if each != " "), "")
    return f"an invisible character or a special space (U+{ord(found):04X})" if found else "a space"


def slug(text: str, words: int = 6) -> str:
    """The first words of a text as an id, in the plain letters that are nearest to those of Latin script; `""` when it
    has none of these, and no digits."""
    plain = text[:400]
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).lower().translate(_LATIN)
    found = plain.encode("ascii", "ignore").translate(_SPELLED, b"'").split(None, words)[:words]
    return b"-".join(found)[:LONGEST_ID].strip(b"-").decode()


def id_of(text: str, kind: str, words: int = 6) -> str:
    """A slug; or where that is empty, an id that this text always gives and hardly another one does, such as
    `scenario-1f0c3a9b`."""
    if found := slug(text, words):
        return found
    from zlib import crc32

    return f"{kind}-{crc32(unicodedata.normalize('NFC', text).encode('utf-8', 'replace')):08x}" if text else kind


def one_of(known: Iterable[str]) -> str:
    """Known words in a sentence: a, b or c."""
    *most, last = list(known)
    return f"{', '.join(most)} or {last}" if most else last


def some(known: Collection[str]) -> str:
    """The first few of many names, in a sentence: a, b and c."""
    names = list(known)
    if len(names) > _MOST_NAMED:
        return ", ".join(names[:_MOST_NAMED]) + " …"
    return " and ".join([", ".join(names[:-1]), *names[-1:]]) if len(names) > 1 else "".join(names)


def all_there_is(plural: str, one: str, known: Collection[str]) -> str:
    """What there is of a kind, as a sentence."""
    return f"The {plural} are {some(known)}." if len(known) != 1 else f"The only {one} is {some(known)}."


def renamed(table: str, old: str) -> tuple[str, str]:
    """What an old word is called now, if no more than its name has changed, and the mend; both `""` for any other."""
    new = _NEW.get(table, {}).get(old, "")
    mend = f"Since format 2 it is called {new}" if new else _MOVED.get(table, {}).get(old, "")
    return new, mend and f"{mend}; see {GUIDE}."
