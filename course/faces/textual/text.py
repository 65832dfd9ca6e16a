"""Text for widgets. Everything from YAML or from people goes through here, and never through markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from course.text.clean import harmless
from course.text.isolates import closed_lines
from course.text.paragraphs import EMPHASIS, paragraphs
from course.text.width import cells
from course.words import say
from course.words.catalog import english


def plain(text: str) -> Content:
    """The text as it stands: brackets are brackets. What a terminal would obey is seen and does nothing."""
    return Content(harmless(text))


def prose(text: str) -> Content:
    """Authors' prose: an empty line parts paragraphs, other line ends are spaces, `*word*` is emphasis."""
    return Content("\n\n").join(_emphasize(paragraph) for paragraph in paragraphs(harmless(text)))


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
    return Content.assemble(*map(_harmless, parts))


def _harmless(part: str | Content | tuple[str, str]) -> str | Content | tuple[str, str]:
    if isinstance(part, str):
        return harmless(part)
    return part if isinstance(part, Content) else (harmless(part[0]), part[1])


def worded(text: str) -> str:
    """The sentence of that id; any other text, such as the preview's own, as it is."""
    return say(text) if text in english() else text


HERE = "\0"
"""Filled in in a sentence where `point_out` puts something."""


def point_out(sentence: str, part: str, style: str, rest: str = "") -> Content:
    """The sentence with that part where `HERE` stands, in one style, and the rest in another."""
    before, _, after = sentence.partition(HERE)
    return assemble(*(each for each in ((before, rest), (part, style), (after, rest)) if each[0]))


def pad(text: str, width: int) -> str:
    """The text with spaces behind it, as wide as that many cells; one space at least."""
    return text + " " * max(1, width - cells(text))


def column(name: str, names: Iterable[str], style: str = "$soft") -> Content:
    """One of the names that stand one below the other in front of something, in a column as wide as all of them."""
    return Content.assemble((pad(name, 2 + max(map(cells, names))), style))


def _emphasize(text: str) -> Content:
    parts: list[str | tuple[str, str]] = []
    end = 0
    for match in EMPHASIS.finditer(text):
        parts += [text[end : match.start()], (match[1], "italic")]
        end = match.end()
    return Content.assemble(*parts, text[end:])
