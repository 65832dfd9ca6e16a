"""The reading copy as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.proof.page import Beside, Block, Form, Page, Row, Section
from course.text.markdown import plain, prose

_DEPTH = {"part": 2, "walk": 3, "meeting": 3, "scene": 4, "version": 4}


def markdown(page: Page) -> str:
    """The whole page; authors' words cannot turn into marks."""
    parts = [f"# {plain(page.title)}", *map(plain, page.about)]
    for section in page.sections:
        parts += _section(section, page.file)
    return "\n\n".join(parts) + "\n"


def _section(section: Section, file: str) -> Iterator[str]:
    heading = ", ".join(filter(None, (section.heading, section.note)))
    at = f" `{file}:{section.line}`" if section.line else ""
    yield f"{'#' * _DEPTH[section.kind]} {plain(heading)}{at}"
    if section.margin:
        yield "\n".join(f"> {_beside(each)}  " for each in section.margin)
    for block in section.blocks:
        yield _block(block, file)
    for row in section.rows:
        yield "\n".join(_row(row))
    for inside in section.inside:
        yield from _section(inside, file)


def _block(block: Block, file: str) -> str:
    lead = f"{plain(block.lead)} " if block.lead else ""
    words = prose(block.text)
    at = f" `{file}:{','.join(map(str, block.lines))}`" if block.lines else ""
    match block.form:
        case Form.OPTION:
            return f"- [ ] {lead}{words}{at}"
        case Form.TAKEN | Form.DID:
            return f"- [x] {lead}**{words}**{at}"
        case Form.WORDS:
            return f"> {words}{at}"
        case Form.MESSAGE | Form.QUESTION:
            return f"**{words}**{at}"
        case Form.VERDICT | Form.NOTE:
            return f"_{words}_{at}"
        case _:
            return f"{lead}{words}{at}"


def _row(row: Row) -> Iterator[str]:
    after = f" (after {plain(' > '.join(row.came))})" if row.came else ""
    yield f"- **{plain(row.last)}**{after}"
    for beside in row.beside:
        yield f"  - {_beside(beside)}"


def _beside(beside: Beside) -> str:
    return f"*{plain(beside.heading)}:* {plain('; '.join(beside.items))}"
