"""A file as text: opened safely, decoded, its line ends made equal, its control characters found."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from course.reading.clean import UNSAFE
from course.reading.problems import Findings

LARGEST = 32 * 1024 * 1024
"""Bytes. Twice as large as a course of ten thousand scenes in one file."""

_FIRST = (1, 1)
_ALMOST_ANY = "cp1252"


def read_text(path: Path, findings: Findings) -> str | None:
    """The file's text, or None when there is none to be had. Its lines are given to `findings`."""
    data = _bytes(path, findings)
    if data is None:
        return None
    text = _decode(data, findings)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings.lines = text.split("\n")
    return _without_controls(text, findings)


def _bytes(path: Path, findings: Findings) -> bytes | None:
    handle = -1
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            findings.add("not-readable", _FIRST, "This is not a file.", "Put an ordinary text file here, or rename it.")
            return None
        if status.st_size > LARGEST:
            size = f"{status.st_size / 1024 / 1024:.0f} MB"
            findings.add("too-large", _FIRST, f"This file is too large ({size}).", "Split it into several scenarios.")
            return None
        with os.fdopen(handle, "rb") as file:
            handle = -1
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        findings.add("not-readable", _FIRST, f"This file cannot be read: {why}.", "Check that it exists and is yours.")
        return None
    finally:
        if handle >= 0:
            os.close(handle)


def _decode(data: bytes, findings: Findings) -> str:
    name = _other_encoding(data)
    if name is None:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8", "replace")
            spot = (before.count("\n") + 1, len(before) - before.rfind("\n"))
            name, text = "Windows-1252 (or another old one)", data.decode(_ALMOST_ANY, "replace")
    else:
        spot, text = _FIRST, data.decode(name, "replace").removeprefix("\ufeff")
    findings.lines = text.split("\n")
    findings.add(
        "encoding",
        spot,
        f"This file is saved in the encoding {name}, not in UTF-8.",
        "In your editor, choose Save with encoding, then UTF-8.",
    )
    return text


def _other_encoding(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = data[:64]
    if len(start) >= 4 and start[1::2].count(0) > len(start) // 3:
        return "utf-16-le"
    if len(start) >= 4 and start[0::2].count(0) > len(start) // 3:
        return "utf-16-be"
    return None


def _without_controls(text: str, findings: Findings) -> str:
    """The text with a space for each unsafe character, so that every other one keeps its place."""
    if not UNSAFE.search(text):
        return text
    for number, line in enumerate(findings.lines, 1):
        match = UNSAFE.search(line)
        if match:
            findings.add(
                "control-character",
                (number, match.start() + 1),
                f"There is an invisible character here (U+{ord(match[0]):04X}). It is left out.",
                "Delete it: retype this part of the line.",
            )
    return UNSAFE.sub(" ", text)
