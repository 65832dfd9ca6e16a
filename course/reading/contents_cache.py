"""The table of contents of the course that was opened last, kept in the user's cache folder.

A learner's first page needs the course and the heads of its scenarios, and no scene. While nothing has changed they
come from here, decoded by their types, and neither a YAML file is read nor anything imported that reads one. At the
first doubt all of it is read again: a file that is new, gone, or of another size or time, another reader, an entry
that cannot be decoded or holds what may not be shown. A course in which anything is wrong is never kept.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec

from course.model import Course, Head
from course.model.record import Record
from course.reading.files import scenario_files
from course.reading.find import COURSE_FILE
from course.system import paths
from course.text.clean import UNSAFE

_NAME = "contents.json"
_LARGEST = 4 * 1024 * 1024
_SETTLED = 2_000_000_000
"""Nanoseconds. Some file systems keep time no finer than this, so that a file may change again and look the same."""
_CODE = Path(__file__).parent.parent
_READER = ("model", "reading", "reading/kinds", "text")
"""The rooms whose code decides what a course is read as."""

_Stamp = tuple[str, int, int, int]
"""A file's path, its size, and when its content and its state changed, in nanoseconds."""


class _Entry(Record):
    """What is kept: a course's table of contents, and all that it rests on."""

    folder: str
    files: tuple[_Stamp, ...]
    """Its files, and those of the code that has read them."""
    course: Course
    heads: tuple[Head, ...]


def course_and_heads(folder: Path) -> tuple[Course | None, tuple[Head, ...]]:
    """The course in the folder, and the heads of its scenarios in the order to show them; no course if it cannot be
    played. They come from the cache if they can, and else are read, and kept for the next time."""
    folder = folder.resolve()
    files = _stamps(folder)
    entry = _kept()
    if entry is not None and files and (entry.folder, entry.files) == (str(folder), files):
        return entry.course, entry.heads
    from course.reading.courses import read_contents  # slow to import, and seldom needed

    now = time.time_ns()
    contents = read_contents(folder)
    if contents.course is not None and not contents.problems and _settled(files, now) and files == _stamps(folder):
        _keep(_Entry(str(folder), files, contents.course, contents.heads))
    return contents.course, contents.heads


def forget() -> None:
    """Take away what is kept."""
    with suppress(OSError, RuntimeError):
        (paths.cache_folder() / _NAME).unlink(missing_ok=True)


def _stamps(folder: Path) -> tuple[_Stamp, ...]:
    """Those of the course's files and of the reader's; none if any of them cannot be looked at."""
    try:
        ours = [_stamp(str(folder / file), file) for file in (COURSE_FILE, *scenario_files(folder))]
        readers = [
            _stamp(entry.path, f"{room}/{entry.name}")
            for room in _READER
            for entry in sorted(os.scandir(_CODE / room), key=lambda entry: entry.name)
            if entry.name.endswith(".py")
        ]
    except OSError:
        return ()
    return (*ours, *readers)


def _stamp(path: str, name: str) -> _Stamp:
    status = os.stat(path)  # noqa: PTH116 (a Path for each would take as long as all of the rest)
    return name, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _settled(files: tuple[_Stamp, ...], now: int) -> bool:
    """Whether each of them has been as it is for a while."""
    return bool(files) and all(max(changed, touched) < now - _SETTLED for _, _, changed, touched in files)


def _kept() -> _Entry | None:
    """What is kept, if it is what we have written."""
    try:
        with (paths.cache_folder() / _NAME).open("rb") as file:
            data = file.read(_LARGEST + 1)
        text = data.decode("utf-8")
        # What we keep has been cleaned, and so needs no such escapes; they could bring in what may not be shown.
        if len(data) > _LARGEST or "\\u" in text or not (text.isprintable() or UNSAFE.search(text) is None):
            return None
        return msgspec.json.decode(data, type=_Entry, dec_hook=_decoded)
    except (OSError, RuntimeError, ValueError, ArithmeticError, msgspec.MsgspecError):
        return None


def _keep(entry: _Entry) -> None:
    """Keep it in the place of what was kept, whole or not at all; where that cannot be, nothing is kept."""
    with suppress(OSError, RuntimeError):  # the latter where there is no home folder
        folder = paths.cache_folder()
        paths.private_folder(folder.parent)  # with FINELINE_HOME, the journal's
        paths.private_folder(folder)
        beside = folder / f".{_NAME}-{os.urandom(4).hex()}"
        try:
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(msgspec.json.encode(entry, enc_hook=_encoded))
            beside.replace(folder / _NAME)
        finally:
            beside.unlink(missing_ok=True)


def _encoded(value: Any) -> Any:
    """A fraction, the only thing in a course that JSON does not know."""
    if isinstance(value, Fraction):
        return value.as_integer_ratio()
    raise NotImplementedError


def _decoded(wanted: type, value: Any) -> Any:
    if wanted is Fraction and isinstance(value, list):
        return Fraction(*value)
    raise NotImplementedError
