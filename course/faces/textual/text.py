"""Text for widgets. Everything from YAML or from people goes through here, and never through markup."""

from __future__ import annotations

from textual.content import Content

from course.text.paragraphs import EMPHASIS, paragraphs


def plain(text: str) -> Content:
    """The text as it stands: brackets are brackets."""
    return Content(text)


def prose(text: str) -> Content:
    """Authors' prose: an empty line parts paragraphs, other line ends are spaces, `*word*` is emphasis."""
    return Content("\n\n").join(_emphasise(paragraph) for paragraph in paragraphs(text))


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
