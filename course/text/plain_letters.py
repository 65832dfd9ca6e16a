"""The nearest that an old code page has for a character that it lacks: plain signs for what we draw with, and letters
without their marks."""

from __future__ import annotations

import codecs
import unicodedata

ERRORS = "fineline.nearest"
"""The name under which an encoder finds this, once it is offered."""
LATIN = {
    **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "ng", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h"},
    **{"ı": "i", "ŧ": "t", "ə": "e", "ɛ": "e", "ɔ": "o", "ƙ": "k", "ɓ": "b", "ɗ": "d"},
}
"""Small letters that are no plain letter with a mark."""
_SIGNS = {
    each: plain
    for plain, signs in {
        "...": "…",
        "'": "‘’‚┘╯",
        '"': "“”„‟«»",
        "<": "‹◁◀◂",
        ">": "›¶▸▶▷‣►➢➤",
        "-": "–—‒―−‐‑─━╌▃▄",
        "o": "¤◦○◇☐□",
        "+-": "±",
        "x": "×✗✘",
        ".": "·┌┐╭╮▁▂",
        "*": "•▪●◆★❖☑■§",
        "->": "→➔➜",
        "=>": "⇒",
        "<-": "←",
        "<=": "≤",
        ">=": "≥",
        "^": "↑",
        "v": "↓",
        "#": "▀█▇",
        ":": "⋮",
        "+": "✓✔†‡",
        "|": "▌├│┃¦‖∣",
        "`": "└╰",
        "EUR": "€",
        "GBP": "£",
        "(c)": "©",
        "(tm)": "™",
        "_": "�",
        "=": "▅▆═",
    }.items()
    for each in signs
}
"""Each character by the plain sign that stands for it."""


def nearest(character: str) -> str:
    """What comes nearest to it in ASCII; if nothing does, an underscore, which nobody takes for a sign of the text."""
    if character in _SIGNS:
        return _SIGNS[character]
    small = character.lower()
    if small in LATIN:
        return LATIN[small] if small == character else LATIN[small].capitalize()
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain or ("" if unicodedata.combining(character) else "_")


def offer() -> None:
    """Let encoders find it: with `errors=ERRORS` they write what comes nearest, and never fail."""
    codecs.register_error(ERRORS, _instead)


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(nearest, error.object[error.start : error.end])), error.end
