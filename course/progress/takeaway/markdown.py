"""The page as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.progress.takeaway.gather import Takeaway
from course.progress.takeaway.lines import HEADINGS, Line
from course.progress.takeaway.page import sections, stands, title
from course.text.clean import harmless
from course.text.markdown import plain, prose
from course.text.paragraphs import paragraphs


def markdown(page: Takeaway) -> str:
    """The whole page; authors' and learners' words cannot turn into marks, nor into what a terminal obeys."""
    parts = [f"# {plain(title(page))}", plain(stands(page))]
    for section in sections(page):
        parts.append(f"## {plain(section.heading)}")
        parts += _pairs(section.lines) if section.what == "pairs" else _parts(section.lines)
    return harmless("\n\n".join(parts) + "\n")


def _pairs(lines: Iterable[Line]) -> Iterator[str]:
    """A table for each pair."""
    rows: list[str] = []
    for line in lines:
        if line.kind in HEADINGS and rows:
            yield "\n".join(rows)
            rows = []
        rows.append(f"| {plain(line.text)} | {plain(line.beside)} |")
        rows += ["| --- | --- |"] if line.kind in HEADINGS else []
    yield "\n".join(rows)


def _parts(lines: Iterable[Line]) -> Iterator[str]:
    """Paragraphs; what is listed stands together."""
    listed: list[str] = []
    for line in lines:
        if line.kind in ("item", "quote", "small"):
            listed.append(f"- {plain(line.text)}")
            continue
        if listed:
            yield "\n".join(listed)
            listed = []
        yield from _paragraphs(line)
    if listed:
        yield "\n".join(listed)


def _paragraphs(line: Line) -> Iterator[str]:
    match line.kind:
        case "strong" | "model":
            yield f"### {plain(line.text)}"
        case "letter":
            yield "\n>\n".join(f"> {prose(each)}" for each in paragraphs(line.text))
        case "from":
            yield f"*{plain(line.text)}*"
        case "card":
            yield f"> **{plain(line.text)}**"
        case _:
            yield from map(prose, paragraphs(line.text))
