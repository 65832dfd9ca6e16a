"""The files of a course: `course.yaml`, and every other YAML file under its folder is a scenario."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from course.reading.find import COURSE_FILE

MOST_FILES = 2_000
_SUFFIXES = (".yaml", ".yml")
_DEEPEST = 6
_MOST_ENTRIES = 20_000


def scenario_files(folder: Path) -> list[str]:
    """Their paths relative to the folder, with forward slashes, in order. Hidden ones do not count.

    When there are more than MOST_FILES, those that come first and one more.
    """
    found: list[str] = []
    _look(folder, "", 0, found)
    return sorted(found)


def _look(folder: Path, prefix: str, depth: int, found: list[str]) -> None:
    try:
        with os.scandir(folder) as entries_found:
            entries = sorted(islice(entries_found, _MOST_ENTRIES), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = entry.name
        if name.startswith(".") or len(found) > MOST_FILES:
            continue
        if name.lower().endswith(_SUFFIXES):
            if prefix or name != COURSE_FILE:
                found.append(prefix + name)
        elif depth < _DEEPEST and entry.is_dir(follow_symlinks=False):
            _look(Path(entry.path), f"{prefix}{name}/", depth + 1, found)
