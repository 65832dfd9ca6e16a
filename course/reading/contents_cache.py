"""The table of contents of the course that was opened last, kept in the user's cache folder.

A learner's first page needs the course and the heads of its scenarios, and no scene. While nothing has changed they
come from here, decoded by their types, and neither a YAML file is read nor anything imported that reads one. At the
first doubt all of it is read again: a file that is new, gone, or of another size or time, another reader, an entry
that cannot be decoded or holds what may not be shown. A course in which anything is wrong is never kept.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from course.engine.ahead import Ahead
from course.model import Course, Head
from course.model.encoding import from_json, to_json
from course.model.record import Record, replace
from course.model.twins import Twins
from course.reading.files.find import COURSE_FILE, scenario_files
from course.system import paths
from course.system.files import NotWritten, bytes_in, save_ours
from course.text.clean import UNSAFE
from course.text.isolates import closed

_NAME = "contents.json"
_LARGEST = 4 * 1024 * 1024
_SETTLED = 2_000_000_000
"""Nanoseconds. Some file systems keep time no finer than this, so that a file may change again and look the same."""
_CODE = Path(__file__).parent.parent
_READER = ("model", "reading", "text", "engine/states")
"""The rooms whose code decides what a course is read as, and how far it is to its endings."""

_Stamp = tuple[str, int, int, int]
"""A file's path, its size, and when its content and its state changed, in nanoseconds."""

_PLENTY = 2_000_000
"""Bytes that have to be free where it is kept: many times what it takes, and what a journal does."""


class TableOfContents(Record):
    """A course and the heads of its scenarios."""

    course: Course | None
    """None when it cannot be played."""
    heads: tuple[Head, ...]
    """In the order to show them; those of broken scenarios too."""
    sound: bool = False
    """Whether every scenario has been read as it is now, and can be played."""
    twins: tuple[Twins, ...] = ()
    """All of them, once it is known to be sound: scenes name them, and no scene is read for a first page."""
    ahead: Mapping[str, Mapping[str, Ahead]] = {}
    """How far it is to an ending from each scene, of the scenarios for which somebody has asked, by their ids."""


class _Entry(Record):
    """What is kept, and all that it rests on."""

    folder: str
    files: tuple[_Stamp, ...]
    """The course's files, and those of the code that has read them."""
    contents: TableOfContents


def table_of_contents(folder: Path) -> TableOfContents:
    """That of the course in the folder: kept from an earlier time if nothing has changed since; else it is read, and
    kept for the next time."""
    folder = folder.resolve()
    files = _stamps(folder)
    kept = _kept(folder, files)
    if kept is not None:
        return kept
    from course.reading.courses import read_contents  # slow to import, and seldom needed

    now = time.time_ns()
    read = read_contents(folder)
    contents = TableOfContents(read.course, read.heads)
    if read.course is not None and not read.problems and _settled(files, now) and files == _stamps(folder):
        _keep(_Entry(str(folder), files, contents))
    return contents


def keep_sound(folder: Path, twins: tuple[Twins, ...] = ()) -> None:
    """Remember that every scenario could be read just now, and can be played; and which twins there are in them."""
    folder = folder.resolve()
    files = _stamps(folder)
    kept = _kept(folder, files)
    if kept is not None and not kept.sound:
        _keep(_Entry(str(folder), files, replace(kept, sound=True, twins=twins)))


def keep_ahead(folder: Path, scenario: str, ahead: Mapping[str, Ahead]) -> None:
    """Remember how far it is to an ending from each scene of that scenario."""
    folder = folder.resolve()
    files = _stamps(folder)
    kept = _kept(folder, files)
    if kept is not None and scenario not in kept.ahead:
        _keep(_Entry(str(folder), files, replace(kept, ahead={**kept.ahead, scenario: ahead})))


def forget() -> None:
    """Take away what is kept."""
    with suppress(OSError, RuntimeError):
        (paths.cache_folder() / _NAME).unlink(missing_ok=True)


def _stamps(folder: Path) -> tuple[_Stamp, ...]:
    """Those of the course's files and of the reader's; none if any of them cannot be looked at."""
    try:
        ours = [_stamp(str(folder / file), file) for file in (COURSE_FILE, *scenario_files(folder))]
        readers = [stamp for room in _READER for stamp in _modules(room)]
    except OSError:
        return ()
    return (*ours, *readers)


def _modules(room: str) -> Iterator[_Stamp]:
    """Those of the code in that room and in the rooms within it."""
    for entry in sorted(os.scandir(_CODE / room), key=lambda entry: entry.name):
        if entry.name.endswith(".py"):
            yield _stamp(entry.path, f"{room}/{entry.name}")
        elif entry.name != "__pycache__" and entry.is_dir():
            yield from _modules(f"{room}/{entry.name}")


def _stamp(path: str, name: str) -> _Stamp:
    status = os.stat(path)  # noqa: PTH116 (a Path for each would take as long as all of the rest)
    return name, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _settled(files: tuple[_Stamp, ...], now: int) -> bool:
    """Whether each of them has been as it is for a while."""
    return bool(files) and all(max(changed, touched) < now - _SETTLED for _, _, changed, touched in files)


def _kept(folder: Path, files: tuple[_Stamp, ...]) -> TableOfContents | None:
    """What is kept of this folder, if it rests on these files and is what we have written."""
    try:
        data = bytes_in(paths.cache_folder() / _NAME, _LARGEST + 1)
        text = data.decode("utf-8")
        # What we keep has been cleaned, and so needs no such escapes; they could bring in what may not be shown.
        if len(data) > _LARGEST or "\\u" in text or not (text.isprintable() or _showable(text)):
            return None
        entry = from_json(data, _Entry)
    except (OSError, RuntimeError, ValueError):
        return None
    return entry.contents if files and (entry.folder, entry.files) == (str(folder), files) else None


def _showable(text: str) -> bool:
    """Whether no text of these could do harm on a screen; one with a quotation mark in an isolate is read anew."""
    return UNSAFE.search(text) is None and all(closed(part) == part for part in text.split('"'))


def _keep(entry: _Entry) -> None:
    """Keep it in the place of what was kept, whole or not at all; where that cannot be, or would take room that answers
    may need, nothing is kept."""
    import shutil  # seldom needed

    with suppress(OSError, RuntimeError, NotWritten):  # the second where there is no home folder
        folder = paths.cache_folder()
        paths.private_folder(folder.parent)  # with FINELINE_HOME, the journal's
        paths.private_folder(folder)
        if shutil.disk_usage(folder).free >= _PLENTY:
            save_ours(folder / _NAME, to_json(entry))
