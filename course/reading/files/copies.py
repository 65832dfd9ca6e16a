"""The names that copies get from sync clients, file managers and browsers."""

from __future__ import annotations

import re
from collections.abc import Collection

_YAML = r"(?P<end>\.ya?ml)"
_COPIES = tuple(
    re.compile(pattern + _YAML, re.IGNORECASE)
    for pattern in (
        r"(?P<stem>.+?) ?\([^()]*(?:conflicted copy|conflict)[^()]*\)",  # Dropbox, Nextcloud
        r"(?P<stem>.+?)\.sync-conflict-[\w-]+",  # Syncthing
        r"(?P<stem>.+?) - (?:copy|kopie|copie|copia|cópia)(?: ?\(\d+\))?",  # Windows
        r"(?P<stem>.+?) (?:copy|kopie|copie|copia|cópia)(?: \d+)?",  # macOS
        r"(?P<stem>.+?) ?\((?:copy|kopie|copie|copia|cópia|another copy|\d+(?:st|nd|rd|th) copy)\)",  # GNOME
        r"(?:copy of|kopie von|copie de|copia de) (?P<stem>.+?)",
        r"(?P<stem>.+?) ?\(\d+\)",  # a browser's second download
    )
)
"""How sync clients, file managers and browsers name what they copy."""


def original(name: str, beside: Collection[str]) -> str:
    """The file of which the one of that name is a copy; `""` if none of those beside it is."""
    for pattern in _COPIES:
        match = pattern.fullmatch(name)
        if match and (found := f"{match['stem']}{match['end']}") in beside and found != name:
            return found
    return ""
