"""Which files of a course have been saved since somebody last looked.

The folder is looked at again and again, since that works alike for every editor and every disk: one that
writes in place, one that writes a copy and renames it, one that saves ten files at once.
"""

from __future__ import annotations

import os
from pathlib import Path

from course.reading.files.find import COURSE_FILE, scenario_files

EVERY = 0.07
"""Seconds from one look to the next: two of them and a refresh stay under a quarter of a second."""

_PATIENCE = 12
"""So many looks are waited for files that never come to rest; then those that have are reported."""

_Mark = tuple[int, int, int, int]
_Seen = dict[str, _Mark]


class Watch:
    """Looks at the files of the course in a folder. Ask `changed` again every `EVERY` seconds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reported = self._before = _look(folder) or {}
        self._waited = 0

    def changed(self) -> frozenset[str]:
        """The files that were saved, renamed, deleted or added since they were last reported.

        While one of them is still being written there are none, so that nobody judges half a file, or half
        of what is saved at once. Nor are there any while the folder itself is gone.
        """
        now = _look(self._folder)
        if now is None:
            return frozenset()
        before, self._before = self._before, now
        changed = {name for name in now.keys() | self._reported.keys() if now.get(name) != self._reported.get(name)}
        if not changed:
            self._waited = 0
            return frozenset()
        self._waited += 1
        ready = {name for name in changed if now.get(name) == before.get(name)}
        if ready != changed and self._waited < _PATIENCE:
            return frozenset()
        self._waited = 0
        kept = {name: mark for name, mark in self._reported.items() if name not in ready}
        self._reported = kept | {name: now[name] for name in ready if name in now}
        return frozenset(ready)


def _look(folder: Path) -> _Seen | None:
    """What tells one version of each file from the next; None when the folder cannot be found."""
    if not folder.is_dir():
        return None
    seen: _Seen = {}
    for name in (COURSE_FILE, *scenario_files(folder)):
        try:
            status = os.stat(folder / name)  # noqa: PTH116 (half the time, and this runs all day)
        except (OSError, ValueError):
            continue
        seen[name] = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode)
    return seen
