"""Which way a language is written."""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"})


def right_to_left(language: str) -> bool:
    """Whether the language is written from right to left; a script in its tag, as in `az-Arab`, decides it."""
    first, *rest = language.lower().replace("_", "-").split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in _SCRIPTS if script else first in _RIGHT_TO_LEFT
