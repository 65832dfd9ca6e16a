"""A file as its author left it: lines that can be changed one by one, and everything else as it was, byte for byte."""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from course.model.record import Record, replace
from course.reading.source import decoded
from course.text.clean import UNSAFE

_END = re.compile(r"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"
_SEPARATORS = {0x2028: " ", 0x2029: " "}
_AROUND = 2
"""Lines shown above and below a change."""


class Doubtful(Exception):
    """In which encoding the file is saved cannot be told, so that saving it in another could spoil it."""


class Page(Record):
    """One file: its lines, and the line end of each as it is written there."""

    data: bytes
    """What was in the file when it was read."""
    lines: tuple[str, ...]
    ends: tuple[str, ...]
    encoding: str = ""
    """What it was saved in, if that is another encoding than UTF-8."""

    @classmethod
    def read(cls, path: Path) -> Page:
        """Read a file. Raises OSError and Doubtful."""
        data = path.read_bytes()
        text, encoding, _ = decoded(data)
        if encoding:
            text = _surely(data, encoding)
        lines, ends = _split(text)
        return cls(data, lines, ends, encoding)

    @property
    def text(self) -> str:
        """The text as the reader takes it: equal line ends, and nothing that may not be shown."""
        return "".join(f"{_shown(line)}\n" for line in self.lines)

    def with_lines(self, changed: Mapping[int, str]) -> Page:
        """The page with other lines, by number from 1."""
        lines = [changed.get(number, line) for number, line in enumerate(self.lines, 1)]
        return replace(self, lines=tuple(lines))

    def with_line_before(self, number: int, line: str) -> Page:
        """The page with one more line, which ends like the first of those that were there."""
        lines, ends = list(self.lines), list(self.ends)
        end = next((each for each in ends if each), "\n")
        lines.insert(number - 1, line)
        ends.insert(number - 1, end)
        return replace(self, lines=tuple(lines), ends=tuple(ends))

    def shown(self) -> Page:
        """The page without the characters that may not be shown."""
        unsafe = {number: _shown(line) for number, line in enumerate(self.lines, 1) if UNSAFE.search(line)}
        return self.with_lines(unsafe) if unsafe else self

    def encoded(self) -> bytes:
        """The bytes to write: UTF-8, with the mark at the beginning if there was one."""
        text = "".join(line + end for line, end in zip(self.lines, self.ends, strict=True))
        return (_BOM if self.data.startswith(_BOM) else b"") + text.encode("utf-8")

    def difference(self, name: str, before: Page) -> Iterator[str]:
        """What changed from the page as it was read, as lines of a unified diff."""
        old = before.lines
        if before.encoding:
            yield f"{name}: to be saved again as UTF-8 (it is saved as {before.encoding})"
        if before.encoding and not before.encoding.startswith("UTF"):
            old, _ = _split(before.data.decode("utf-8-sig", "replace"))  # as every other program shows it
        yield from _unified([_visible(line) for line in old], [_visible(line) for line in self.lines], name)


def _split(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of a text, and the end of each; the last may have none."""
    lines, ends = _END.split(text), _END.findall(text)
    if lines[-1]:
        ends.append("")
    else:
        lines.pop()
    return tuple(lines), tuple(ends)


def _surely(data: bytes, encoding: str) -> str:
    """The text of a file that is not in UTF-8, every character of which is known. Raises Doubtful."""
    try:
        if encoding.startswith("UTF"):
            return data.decode(encoding).removeprefix("\ufeff")
        # Characters that are in UTF-8 all the same stay: a line pasted into a sound file must not spoil the rest of it.
        text = data.decode("utf-8-sig", _OLD)
    except UnicodeDecodeError:
        raise Doubtful from None
    letters = sum(map(str.isalpha, text))
    if sum(not each.isascii() and each.isalpha() for each in text) * 4 > letters:
        raise Doubtful  # no language of Windows-1252 has so many accents
    return text


_OLD = "course-windows-1252"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are not UTF-8, as Windows-1252 has them. Raises UnicodeDecodeError where it has not."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252"), error.end


codecs.register_error(_OLD, _as_windows)


def _unified(old: Sequence[str], new: Sequence[str], name: str) -> Iterator[str]:
    """The unified diff. Where no line has come or gone, in time in proportion to their number."""
    if len(old) != len(new):
        yield from difflib.unified_diff(old, new, name, f"{name}, mended", n=_AROUND, lineterm="")
        return
    changed = [number for number, (was, now) in enumerate(zip(old, new, strict=True)) if was != now]
    if changed:
        yield from (f"--- {name}", f"+++ {name}, mended")
    while changed:
        count = 1
        while count < len(changed) and changed[count] - changed[count - 1] <= 2 * _AROUND + 1:
            count += 1
        start, end = max(0, changed[0] - _AROUND), min(len(old), changed[count - 1] + _AROUND + 1)
        yield f"@@ -{start + 1},{end - start} +{start + 1},{end - start} @@ line {changed[0] + 1}"
        yield from _hunk(old[start:end], new[start:end])
        del changed[:count]


def _hunk(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Lines that stay, and runs of those that change: first as they were, then as they will be."""
    for same, run in groupby(zip(old, new, strict=True), lambda pair: pair[0] == pair[1]):
        pairs = list(run)
        if same:
            yield from (f" {was}" for was, _ in pairs)
        else:
            yield from (f"-{was}" for was, _ in pairs)
            yield from (f"+{now}" for _, now in pairs)


def _shown(line: str) -> str:
    return UNSAFE.sub("", line.translate(_SEPARATORS)) if UNSAFE.search(line) else line


def _visible(line: str) -> str:
    """A line for a terminal: its tabs seen, and nothing in it that a terminal would obey."""
    return UNSAFE.sub("\ufffd", line.replace("\t", "⇥   "))
