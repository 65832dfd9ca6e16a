"""What every code means, why it matters, and an example of it wrong and mended: one Markdown file for each group.

An entry begins with `## code`. A paragraph says what it means, the next why it matters. Then come, each in a fence,
the wrong example, the mended one, and, where neither is what it replaces, what stands in their place in a sound course:

    ```wrong key.yaml 1:15
    title: The key: mine
    ```

The fence says which file the lines are from, after `>` which file the problem is found in if that is another, its
line and column, and how the file is made if not from these lines alone. Where the mend is to add lines to another file
and leave the wrong ones, the fence of the mended example names that file. The tests do exactly that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from course.model import Line
from course.model.record import Record, replace

_FILES = ("text", "shape", "scenario", "rules", "twins", "odds", "wording")
"""What the entries stand in, in the order of the codes."""

LINE = Line("quiet", "assertive", "pushy")
"""What the examples' course calls the places on its line."""
_ON_LINE = re.compile(rf"^( *(?:ending|side|under|right|over): )({'|'.join(LINE.names)})$", re.MULTILINE)
_ENTRY = re.compile(r"^## ([a-z-]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^```(wrong|mended|instead) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r"(\S+)(?: > (\S+))?(?: (\d+):(\d+))?(?: (.+))?")


class Wrong(Record):
    """A wrong example: its lines, and where in a whole course the problem is found."""

    lines: str
    file: str
    """The file they stand in."""
    found_in: str
    """The file in which the problem is reported; mostly the same."""
    line: int
    column: int
    """Both from 1; 0 where the course is made by a rule."""
    how: str
    """How the file is made, if not from these lines alone; `""` for nearly all."""


class Entry(Record):
    """What is to be said of one code."""

    code: str
    means: str
    matters: str
    wrong: Wrong
    mended: str
    instead: str
    """What stands in a sound course in the place of these lines; mostly the mended ones."""
    mended_in: str = ""
    """The file to which the mended lines are added, where the wrong ones may stay."""


def entry(code: str) -> Entry | None:
    """The entry of a code, or None."""
    return next((each for each in entries() if each.code == code), None)


def entries() -> Iterator[Entry]:
    """Every entry, file by file. Raises ValueError where a file is not written as it should be."""
    for name in _FILES:
        text = (files(__package__) / f"{name}.md").read_text(encoding="utf-8")
        for match in _ENTRY.finditer(text):
            yield _read(match[1], match[2])


def on_line(found: Entry, line: Line) -> Entry:
    """The entry with its examples written with the names that a course has for the places on its line."""
    names = dict(zip(LINE.names, line.names, strict=True))

    def said(lines: str) -> str:
        return _ON_LINE.sub(lambda match: match[1] + names[match[2]], lines)

    return replace(found, wrong=replace(found.wrong, lines=said(found.wrong.lines)), mended=said(found.mended))


def _read(code: str, body: str) -> Entry:
    fences = {match[1]: (match[2], match[3]) for match in _FENCE.finditer(body)}
    paragraphs = [" ".join(part.split()) for part in body.partition("```")[0].split("\n\n") if part.strip()]
    place = _PLACE.fullmatch(fences["wrong"][0]) if "wrong" in fences else None
    if place is None or "mended" not in fences or len(paragraphs) != 2:
        raise ValueError(f"the entry {code} needs two paragraphs, a wrong example with its place, and a mended one")
    wrong = Wrong(
        fences["wrong"][1],
        place[1],
        place[2] or place[1],
        int(place[3] or 0),
        int(place[4] or 0),
        place[5] or "",
    )
    mended_in, mended = fences["mended"]
    means, matters = paragraphs
    return Entry(code, means, matters, wrong, mended, fences.get("instead", ("", mended))[1], mended_in)
