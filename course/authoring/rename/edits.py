"""The lines of a file in which an id becomes another one, and the note of what it was called."""

from __future__ import annotations

import re
from collections import defaultdict

from course.authoring.rename.uses import IdFile, Use
from course.reading.files.find import COURSE_FILE
from course.reading.problems.lines import Lines
from course.reading.problems.problem import Edit
from course.reading.yaml.source import decoded, line_end

_QUOTES = ("'", '"')
_Piece = tuple[int, int, str]
"""In a line: from which column, counted from 0, how many characters, and what stands there instead."""


class CannotRename(Exception):
    """It cannot be done; the sentence says why, and what to do."""


def edits(file: IdFile, old: str, new: str, *, note: bool) -> tuple[Edit, ...]:
    """Every line of the file that changes; with `note`, it also says what the id was. Raises CannotRename."""
    lines = file.findings.corrected
    pieces: dict[int, list[_Piece]] = defaultdict(list)
    for use in file.uses:
        if use.id == old:
            number, piece = _piece(file, use, lines, new)
            pieces[number].append(piece)
    if note and file.before.get(new) == old:
        number, piece = _back(file, lines, old, new)
        pieces[number].append(piece)
    elif note and old not in file.before:
        number, piece = _note(file, lines, old, new)
        pieces[number].append(piece)
    return tuple(Edit(number, lines[number], _with(lines[number], pieces[number])) for number in sorted(pieces))


def _piece(file: IdFile, use: Use, lines: Lines, new: str) -> tuple[int, _Piece]:
    number, column = use.spot
    at = column - 1
    if not use.is_there and file.kind == "scenario":
        number = _above(
            file,
            lines,
            "title",
            f"no id can be written above it. Write id: {use.id} into it yourself, and run this again",
        )
        return number, _inserted(file, lines[number], 0, f"id: {new}")
    line = lines[number]
    if not use.is_there:
        return number, _inserted(file, line, at, f"id: {new}")
    at += (line[at : at + 1] in _QUOTES) + use.behind
    behind = line[at + len(use.id) : at + len(use.id) + 1]
    if not line.startswith(use.id, at) or re.match(r"[\w-]", behind):
        raise CannotRename(f"{file.name}, line {number}: {use.id} is written here in a way that cannot be changed.")
    return number, (at, len(use.id), new)


def _back(file: IdFile, lines: Lines, old: str, new: str) -> tuple[int, _Piece]:
    """Where an id is called again what it was once: the line that told so tells the other way."""
    number, column = file.filled.spots.within["renamed", ""].within[file.under, ""][new]
    at = lines[number].rfind(new, 0, column - 1)
    if at < 0:
        raise CannotRename(f"{file.name}, line {number}: {new} is written here in a way that cannot be changed.")
    return number, (at, len(new), old)


def _note(file: IdFile, lines: Lines, old: str, new: str) -> tuple[int, _Piece]:
    """The line that tells what the id was, and where it goes: above what is there already, the newest first."""
    spots = file.filled.spots
    inside = spots.within.get(("renamed", ""))
    where = None
    text = f"{old}: {new}"
    if inside is not None and file.under in inside:
        where = inside[file.under]
    elif inside is not None:
        where, text = spots["renamed"], f"{file.under}: {{{old}: {new}}}"
    if where is not None:
        return where[0], _inserted(file, lines[where[0]], where[1] - 1, text)
    field = "pairs" if file.name == COURSE_FILE else "scenes"
    number = _above(file, lines, field, "the old id cannot be noted above it")
    end = _end(file.data)
    return number, (0, 0, f"renamed:{end}  {file.under}:{end}    {old}: {new}{end}")


def _above(file: IdFile, lines: Lines, field: str, what: str) -> int:
    """The line that begins with a field of the whole file, above which something is written. Raises CannotRename."""
    last = file.filled.spots[field][0]
    number = next((each for each in range(last, 0, -1) if _begins(lines[each], field)), 0)
    if not number:
        raise CannotRename(f"{file.name} does not begin a line with {field}:, so {what}.")
    return number


def _begins(line: str, field: str) -> bool:
    return re.match(rf"([\"']?){field}\1[ \t]*:", line) is not None


def _inserted(file: IdFile, line: str, at: int, text: str) -> _Piece:
    """One more field in front of those of a record, which begin there."""
    if line[at : at + 1] == "{":
        return at + 1, 0, f"{text}, "
    return at, 0, f"{text}{_end(file.data)}{' ' * at}"


def _with(line: str, pieces: list[_Piece]) -> str:
    for at, length, text in sorted(pieces, reverse=True):
        line = line[:at] + text + line[at + length :]
    return line


def _end(data: bytes) -> str:
    """How the file ends its lines."""
    text, _, _ = decoded(data)
    found = line_end(text).search(text)
    return "\n" if found is None else found[0]
