"""Did you mean …?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

LONGEST_ID = 60
_WORD = re.compile(r"[a-z0-9]+")
_ENOUGH = 100
"""Characters in which nearly every text has as many words as a slug takes."""
_MOST_COMPARED = 100
_MOST_NAMED = 12


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or `""`."""
    import difflib  # only once something is wrong

    word = word[:LONGEST_ID].lower()
    lowered = {each.lower(): each for each in known}
    likely = [each for each in lowered if abs(len(each) - len(word)) <= len(word) // 2 + 4]
    if len(likely) > _MOST_COMPARED:
        likely = [each for each in likely if each[:2] == word[:2]][:_MOST_COMPARED]
    found = difflib.get_close_matches(word, likely, n=1, cutoff=0.6)
    return lowered[found[0]] if found else ""


def slug(text: str, words: int = 6) -> str:
    """The first words of a text as an id; `""` when it has no letters or digits of the alphabet."""
    found = _words(text[:_ENOUGH])
    if len(found) < words and len(text) > _ENOUGH:
        found = _words(text[:400])
    return "-".join(found[:words])[:LONGEST_ID].strip("-")


def _words(text: str) -> list[str]:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _WORD.findall(text.lower().replace("'", ""))


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
