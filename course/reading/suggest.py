"""Did you mean …?"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

LONGEST_ID = 60


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or `""`."""
    found = difflib.get_close_matches(word[:LONGEST_ID].lower(), list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def slug(text: str, words: int = 6) -> str:
    """The first words of a text as an id; `""` when it has no letters or digits of the alphabet."""
    plain = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().lower().replace("'", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:words])[:LONGEST_ID].strip("-")


def one_of(known: Iterable[str]) -> str:
    """Known words in a sentence: a, b or c."""
    *most, last = list(known)
    return f"{', '.join(most)} or {last}" if most else last
