"""Texts made alike, so that words and phrases can be looked for in very many of them at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from course.text.counting import words

_END = "\0"
_TYPESET = {"’": "", "‘": "", "“": " ", "”": " ", "„": " ", "«": " ", "»": " ", "–": " ", "—": " ", "…": " "}
_BLANKS = bytes(code if code >= 128 or code == 0 or chr(code).isalnum() else 32 for code in range(256))
"""Letters and digits stay, and so do the bytes of letters beyond ASCII."""


class Sayings:
    """Many texts, each folded: small letters, no punctuation, spaces around every word."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._all = _folded(_END.join([f" {text} " for text in texts]))
        self.folded: list[str] = self._all.split(_END) if texts else []
        """The texts in the order in which they came. `" word " in folded[3]` asks for a whole word."""
        self._ends = list(accumulate([len(each) + 1 for each in self.folded]))

    def words(self, number: int) -> list[str]:
        """The words of one text, in order; of a script that does not part them, each two letters side by side."""
        return words(self.folded[number], overlapping=True)

    def letters(self) -> list[str]:
        """Each text without its spaces, so that two are equal if they differ in nothing but case and punctuation."""
        return self._all.replace(" ", "").split(_END)

    def having(self, phrase: str) -> Iterator[int]:
        """The number of each text in which the phrase stands, itself folded."""
        wanted = f" {phrase} "
        at = self._all.find(wanted)
        while at >= 0:
            number = bisect_right(self._ends, at)
            yield number
            at = self._all.find(wanted, self._ends[number])


def fold(text: str) -> str:
    """One text or phrase folded, with single spaces between its words and none around."""
    return " ".join(_folded(text).split())


def _folded(text: str) -> str:
    # Everything at once and in C: word by word in Python, this would be most of the time that a check takes.
    text = text.lower()
    if not text.isascii():
        for mark, instead in _TYPESET.items():
            text = text.replace(mark, instead)
    return text.encode("utf-8", "replace").translate(_BLANKS, b"'").decode()
