"""A file as text: opened safely, decoded, its line ends made equal, its control characters taken out."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Collection
from pathlib import Path

from course.reading.problems.lines import Lines
from course.reading.problems.positions import Spot
from course.reading.problems.problem import MOST, Edit, Findings, Meant
from course.reading.yaml.parsing import FAST, Budget
from course.text.clean import UNSAFE, is_clean, sift

_MEGABYTE = 1024 * 1024
MOST_LINES = 1_000_000
_LONGEST_LINE = 4000

_FIRST = (1, 1)
_BETWEEN_WORDS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
"""Old signs for a new line, a new page and the like, in whose place a space is read."""
_OTHER_PROGRAMS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff")
"""What documents of office programs and pictures begin with, which are no text in any encoding."""
_ALMOST_ANY = "cp1252"
_SAVE_AS = "In your editor, choose Save As or Save with Encoding, and there UTF-8."


def read_text(path: Path, findings: Findings, budget: Budget) -> str | None:
    """The file's text, or None when there is none to be had. `findings` are given the text too."""
    data = _bytes(path, findings)
    if data is None:
        return None
    text, encoding, spot = decoded(data)
    budget.characters -= len(text)
    # One rare character can make every other four times as large in memory.
    too_many = len(text) > MOST_LINES and text.count("\n") > MOST_LINES
    if _too_large(sys.getsizeof(text) // 2) or too_many or budget.characters < 0:
        findings.add("too-large", _FIRST, "This is too much text to be read.", "Split it up, or take some of it out.")
        return None
    if "\r" in text:
        text = line_end(text).sub("\n", text)
    findings.unended = not text.endswith("\n")
    if findings.unended:
        text += "\n"
    findings.sound = is_clean(text)
    unsafe = [] if findings.sound else _unsafe(text)
    lines = Lines(text if unsafe else "")
    findings.text = text = sift(_BETWEEN_WORDS.sub(" ", text)) if unsafe else text
    if encoding:
        message = f"This file is not saved as UTF-8 but in another encoding ({encoding})."
        findings.add("encoding", spot, message, _SAVE_AS)
    for where, code in unsafe:
        instead = "A space is read in its place." if _BETWEEN_WORDS.match(chr(code)) else "It is left out."
        message = f"There is an invisible character here (U+{code:04X}). {instead}"
        mend = "Delete it, or type this part of the line again."
        findings.add("control-character", where, message, mend, meant=_seen(where[0], lines[where[0]]))
    return text


def line_end(text: str) -> re.Pattern[str]:
    """What ends a line of a text: some program may have taken the ends that Windows makes for half an end each."""
    twice = "\r\r\n" in text and text.count("\r\r\n") == text.count("\n")
    return re.compile(r"\r\r\n|\r" if twice else r"\r\n|\r|\n")


def _seen(number: int, line: str) -> Meant:
    """The line without what cannot be seen in it, and a space where that kept two words apart."""
    return Meant((Edit(number, line, UNSAFE.sub("", _BETWEEN_WORDS.sub(" ", line))),))


def source_lines(path: Path, numbers: Collection[int]) -> dict[int, str]:
    """Those lines of a file that has been read before, by number, fit to be shown; none if it is gone by now."""
    text = read_text(path, Findings(""), Budget())
    lines = Lines(text or "")
    return {number: lines[number][:_LONGEST_LINE].replace("\t", " ") for number in numbers}


def _bytes(path: Path, findings: Findings) -> bytes | None:
    handle = -1
    try:
        # Not to wait for whoever writes into a pipe that has a scenario's name.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            mend = "Give the folder a name that does not end in .yaml; what lies in it is read then."
            findings.add("not-readable", _FIRST, "This is a folder, and it has the name of a scenario's file.", mend)
            return None
        if not stat.S_ISREG(status.st_mode):
            mend = "Put an ordinary text file in its place, or rename it."
            findings.add("not-readable", _FIRST, "This is not a file with text in it.", mend)
            return None
        if _too_large(status.st_size):
            size = f"{status.st_size / _MEGABYTE:.0f} MB"
            message = f"This file is too large: {size}, and {_largest() // _MEGABYTE} MB is the most that is read."
            findings.add("too-large", _FIRST, message, "Split it into several scenarios.")
            return None
        with os.fdopen(handle, "rb") as file:
            handle = -1
            return file.read(max(status.st_size, _MEGABYTE))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        mend = "Check that it is there, and that you are allowed to read it."
        findings.add("not-readable", _FIRST, f"This file cannot be read: {why}.", mend)
        return None
    finally:
        if handle >= 0:
            os.close(handle)


def _too_large(size: int) -> bool:
    return size > _MEGABYTE and size > _largest()


def _largest() -> int:
    """Bytes. More than ten thousand scenes in one file, and whatever it holds, it is read in less than 300 MB."""
    return (16 if FAST else 1) * _MEGABYTE


def decoded(data: bytes) -> tuple[str, str, Spot]:
    """The text; and the encoding, if it is another than UTF-8, and the place that gives it away."""
    name = _other_encoding(data)
    if name is not None:
        return data.decode(name, "replace").removeprefix("\ufeff"), name.upper(), _FIRST
    try:
        return data.decode("utf-8-sig"), "", _FIRST
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        spot = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        return data.decode(_ALMOST_ANY, "replace"), "Windows-1252, or another old one", spot


def _other_encoding(data: bytes) -> str | None:
    """The name of the encoding, if zeros or the mark at its beginning give it away."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = data[:64]
    if start.startswith(_OTHER_PROGRAMS):
        return None
    if len(start) < 4 or start.count(0) * 4 < len(start):
        return None
    if start.count(0) * 3 > len(start) * 2:
        return "utf-32-le" if start[0] else "utf-32-be"
    return "utf-16-le" if start[0] else "utf-16-be"


def _unsafe(text: str) -> list[tuple[Spot, int]]:
    """Where the first unsafe character of each line stands, and which it is; no more than are reported."""
    found: list[tuple[Spot, int]] = []
    number, counted = 1, 0
    match = UNSAFE.search(text)
    while match is not None and len(found) <= MOST:
        at = match.start()
        number += text.count("\n", counted, at)
        counted = at
        found.append(((number, at - text.rfind("\n", 0, at)), ord(match[0])))
        end = text.find("\n", at)
        match = UNSAFE.search(text, end) if end >= 0 else None
    return found
