"""Words of format 1 that are written otherwise now, so that the problem can name the new word.

They are no aliases: an old word is an unknown field like any other.
"""

from __future__ import annotations

from collections.abc import Mapping

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
"""The old words of each table, and what each is called now."""

_MOVED: Mapping[str, Mapping[str, str]] = {
    "set of limits": dict.fromkeys(("thanks-by", "no-thanks"), "Write it as an item of the list under due:"),
    "scene": {"order": "Write shuffle: off for order: fixed"},
    "branch": dict.fromkeys(("contacts", "days", "broke"), "Conditions stand under when: now"),
    "way": {"thank-you": "Write kind: thanks for thank-you: on"},
}
"""The old words that another name alone does not mend, and what to do."""


def renamed(table: str, old: str) -> tuple[str, str]:
    """What an old word is called now, if no more than its name has changed, and the mend; both `""` for any other."""
    new = _NEW.get(table, {}).get(old, "")
    mend = f"Since format 2 it is called {new}" if new else _MOVED.get(table, {}).get(old, "")
    return new, mend and f"{mend}; see {GUIDE}."
