"""How hard a text is to read, as the school grade that reads it with ease."""

from __future__ import annotations

LEAST = 30
"""Of fewer words, no formula can say anything: one long name would be worth a grade or two."""
_FOREIGN = 1.3
"""Bytes to a letter: Latin script takes hardly more than one, every other script two or three."""
_ENDS = (b". ", b"! ", b"? ")
_QUOTES = b"\"'()*[]"
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_TYPESET = {"’": "", "‘": "", "“": "", "”": "", "„": "", "«": "", "»": "", "–": " ", "—": " ", "…": "."}


def grade(text: str) -> float | None:
    """The grade by the Automated Readability Index (Smith and Senter, 1967); None for too few words, and for
    another script than Latin.

    It counts letters where better known formulas count syllables, which no program can do with names, or in another
    language than English. The end of a paragraph is the end of a sentence; texts can be joined by empty lines.
    """
    if not text.isascii():
        for mark, instead in _TYPESET.items():
            text = text.replace(mark, instead)
    # As bytes, since they are quicker to count in, and a course has many texts.
    encoded = text.encode("utf-8", "replace")
    if len(encoded) > _FOREIGN * len(text):
        return None
    words = encoded.translate(None, _QUOTES).replace(b"\n\n", b".\n\n").split()
    if len(words) < LEAST:
        return None
    flat = b" ".join(words) + b". "  # a text may end without its stop; two stops end one sentence
    sentences = sum([flat.count(end) for end in _ENDS])
    letters = len(flat.translate(None, _NO_LETTERS).decode())
    return 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43
