"""The words of a text, in any script: most part them with spaces, and some do not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese
)
_FIRST = "\u0e00"
"""The first letter of them."""
_LETTERS_A_WORD = 2


@cache
def _spaceless(*, runs: bool = False) -> re.Pattern[str]:
    """A letter of such a script, or a run of these or of others; made only for texts that may hold one, since ranges so
    wide take their time."""
    return re.compile(f"[{_SPACELESS}]+|[^\\s\u200b{_SPACELESS}]+" if runs else f"[{_SPACELESS}]")


def words(text: str, *, overlapping: bool = False) -> list[str]:
    """The words of a text. Where a script does not part them, every two letters count as one; `overlapping` takes each
    two that stand side by side, so that equal stretches have equal words wherever they begin."""
    if text.isascii() or max(text) < _FIRST or not (letter := _spaceless()).search(text):
        return text.split()
    found: list[str] = []
    for match in _spaceless(runs=True).finditer(text):
        run = match[0]
        if letter.match(run):
            found += _pieces(run, 1 if overlapping else _LETTERS_A_WORD)
        elif any(map(str.isalnum, run)):  # and no punctuation, which stands between two runs without a space
            found.append(run)
    return found


def _pieces(run: str, step: int) -> Iterator[str]:
    letters: list[str] = []
    for character in run:
        if letters and unicodedata.category(character) in ("Mn", "Mc"):  # a vowel or a tone of the letter before it
            letters[-1] += character
        else:
            letters.append(character)
    last = max(1, len(letters) - 1) if step == 1 else len(letters)
    return ("".join(letters[at : at + _LETTERS_A_WORD]) for at in range(0, last, step))
