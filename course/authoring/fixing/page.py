"""A file as its author left it: lines that can be changed one by one, and everything else as it was, byte for byte."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from course.reading.clean import UNSAFE, clean
from course.reading.source import decoded

_END = re.compile(r"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Page:
    """One file: its lines, and the line end of each as it is written there."""

    data: bytes
    """What was in the file when it was read."""
    lines: tuple[str, ...]
    ends: tuple[str, ...]
    encoding: str = ""
    """What it was saved in, if that is another encoding than UTF-8."""

    @classmethod
    def read(cls, path: Path) -> Page:
        """Read a file. Raises OSError."""
        data = path.read_bytes()
        text, encoding, _ = decoded(data)
        lines = _END.split(text)
        ends = _END.findall(text)
        if lines[-1]:
            ends.append("")
        else:
            lines.pop()
        return cls(data, tuple(lines), tuple(ends), encoding)

    @property
    def text(self) -> str:
        """The text as the reader takes it: equal line ends, and nothing that may not be shown."""
        return "".join(f"{_shown(line)}\n" for line in self.lines)

    def with_lines(self, changed: Mapping[int, str]) -> Page:
        """The page with other lines, by number from 1."""
        lines = [changed.get(number, line) for number, line in enumerate(self.lines, 1)]
        return replace(self, lines=tuple(lines))

    def with_line_before(self, number: int, line: str) -> Page:
        """The page with one more line, which ends like the one it comes before."""
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
        return (_BOM if self.data.startswith(_BOM) else b"") + text.encode("utf-8", "replace")

    def difference(self, name: str, before: Page) -> Iterator[str]:
        """What changed from another state of the page, as lines of a unified diff."""
        if before.encoding and before.lines == self.lines:
            yield f"{name}: saved again as UTF-8 (it was {before.encoding}); the text stays as it is"
            return
        old, new = ([_visible(line) for line in page.lines] for page in (before, self))
        yield from difflib.unified_diff(old, new, name, f"{name}, mended", n=1, lineterm="")


def _shown(line: str) -> str:
    return clean(line.replace("\u2028", " ").replace("\u2029", " ")) if UNSAFE.search(line) else line


def _visible(line: str) -> str:
    """A line for a terminal: its tabs seen, and nothing in it that a terminal would obey."""
    return UNSAFE.sub("\ufffd", line.replace("\t", "⇥   "))
