"""The names that copies get from sync clients, file managers and browsers."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

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


_BY_COMPUTER = re.compile(rf"(?P<stem>.+?)-[A-Z][\w-]{{2,}}(?i:{_YAML})")
"""The name of the computer behind that of the file, as OneDrive makes it; a second scenario may be called so, too."""
_CALLED = re.compile(rb"^(?:id|title):.*\S", re.MULTILINE)


def original(file: Path, beside: Collection[str]) -> str:
    """The file of which this one is a copy; `""` if none of those beside it is."""
    for pattern in (*_COPIES, _BY_COMPUTER):
        match = pattern.fullmatch(file.name)
        if match and (found := f"{match['stem']}{match['end']}") in beside and found != file.name:
            return found if pattern is not _BY_COMPUTER or _same(file, file.with_name(found)) else ""
    return ""


def _same(one: Path, other: Path) -> bool:
    """Whether both are called the same: by their ids, or by their titles where they have none."""
    try:
        first, second = (
            {each[:3]: each.rstrip() for each in _CALLED.findall(file.read_bytes())} for file in (one, other)
        )
    except OSError:
        return False
    by = next((each for each in (b"id:", b"tit") if each in first or each in second), b"")
    return bool(by) and first.get(by) == second.get(by)


def _called(file: Path) -> dict[bytes, bytes]:
    return {each[:3]: each.rstrip() for each in _CALLED.findall(file.read_bytes())}
