"""Writing what was meant into a file: those lines and nothing else, whatever its line ends and its encoding.

Which mends are sure, the reading has found out already (`course.reading.causes.sure_mends`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from course.reading.problems.problem import Edit, Problem
from course.reading.yaml.source import decoded, line_end
from course.system.files import save_new

_MARK = "\ufeff"
_UNSEEN = "control-character"


def at_once(problems: Iterable[Problem]) -> list[Problem]:
    """Of the problems of one file, those whose mends are written together without a question; none when all is done.

    Characters that the reader passes over go first: as long as they are there, its lines are not quite the file's.
    """
    sure = [each for each in problems if each.meant and not each.meant.ask]
    return [each for each in sure if each.code == _UNSEEN] or sure


def mended(data: bytes, edits: Iterable[Edit]) -> bytes | None:
    """A file with these edits, and every other byte as it was; None if the file does not hold such lines."""
    _, encoding, _ = decoded(data)
    codec = _codec(encoding, data)
    try:
        text = data.decode(codec)
        mark = _MARK if text.startswith(_MARK) else ""
        pieces = re.split(f"({line_end(text).pattern})", text.removeprefix(mark))
        left = every = list(edits)
        while left:  # in whatever order they come, some go on from others
            later = [edit for edit in left if not _put(pieces, edit)]
            if later == left:
                return None
            left = later
        for each in every:
            if each.gone:  # with its end
                pieces[2 * each.number - 2 : 2 * each.number] = ["", ""]
        return (mark + "".join(pieces)).encode(codec)
    except UnicodeError:
        return None


def _put(pieces: list[str], edit: Edit) -> bool:
    """Whether the line stood there, so that the other stands there now."""
    at = 2 * (edit.number - 1)  # every second piece is the end of a line
    if at >= len(pieces) or pieces[at] != edit.old:
        return False
    pieces[at] = edit.new.replace("\n", pieces[at + 1] if at + 1 < len(pieces) else "\n")
    return True


def keep_old(path: Path, data: bytes) -> Path:
    """Keep a file as it was beside it, as `NAME.yaml~`. What is kept there already stays: then it is `NAME-2.yaml~`,
    and so on, unless that holds the very same. Raises NotWritten."""
    kept = path.with_name(f"{path.name}~")
    if kept.is_file() and kept.read_bytes() == data:
        return kept
    return save_new(path.parent, kept.name, data, model=path)


def _codec(encoding: str, data: bytes) -> str:
    """Python's name for the encoding that the reader has found."""
    if encoding in ("UTF-16", "UTF-32"):
        return encoding + ("-le" if data[:1] == b"\xff" else "-be")
    return encoding if encoding.startswith("UTF") else "cp1252" if encoding else "utf-8"
