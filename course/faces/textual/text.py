"""Text for widgets. Everything from YAML or from people goes through here, and never through markup."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from course.text.isolates import closed_lines
from course.text.paragraphs import EMPHASIS, paragraphs


def plain(text: str) -> Content:
    """The text as it stands: brackets are brackets."""
    return Content(text)


def prose(text: str) -> Content:
    """Authors' prose: an empty line parts paragraphs, other line ends are spaces, `*word*` is emphasis."""
    return Content("\n\n").join(_emphasise(paragraph) for paragraph in paragraphs(text))


def closed_rows(rows: Sequence[Content]) -> list[Content]:
    """The rows of one text, each with its isolates closed, so that none turns what stands beside it on the screen."""
    return list(map(_closed, rows, closed_lines([row.plain for row in rows])))


def _closed(row: Content, wanted: str) -> Content:
    if row.plain == wanted:
        return row
    before, found, after = wanted.partition(row.plain or wanted)
    return Content(before) + row + Content(after) if found == row.plain else Content(wanted)


def assemble(*parts: str | Content | tuple[str, str]) -> Content:
    """Texts and (text, style) pairs, one after the other."""
    return Content.assemble(*parts)


def _emphasise(text: str) -> Content:
    parts: list[str | tuple[str, str]] = []
    end = 0
    for match in EMPHASIS.finditer(text):
        parts += [text[end : match.start()], (match[1], "italic")]
        end = match.end()
    return Content.assemble(*parts, text[end:])
