"""The reading copy as one HTML file, set like a book to be printed and written on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from course.authoring.proof.page import Beside, Block, Form, Page, Row, Section, gathered
from course.authoring.proof.style import STYLE
from course.text.html import document, prose

_HEADINGS = {"part": "h2", "walk": "h3", "meeting": "h3", "scene": "h4", "version": "h4"}
_BOUND = ("scene", "version")
"""Sections of which each has a gutter for line numbers on one side, and a margin on the other."""


def html(page: Page) -> str:
    """The whole file. Every word of authors is escaped."""
    body = [*_title(page)]
    for number, section in enumerate(page.sections):
        body += _section(section, str(number))
    return document(page.title, page.language, STYLE, "\n".join(body))


def _title(page: Page) -> Iterator[str]:
    yield f'<header class="bound"><h1>{escape(page.heading)}</h1>'
    yield f'<p class="with">{escape(page.other)}</p>' if page.other else ""
    yield f'<p class="file">{escape(page.file)}</p>'
    yield f'<div class="about">{"".join(f"<p>{escape(each)}</p>" for each in page.about)}'
    for number, part in enumerate(page.sections):
        if part.inside:
            entries = "".join(
                f'<li><a href="#s{number}-{place}">{escape(each.heading)}</a><span>{escape(each.note)}</span></li>'
                for place, each in enumerate(part.inside)
            )
            yield f'<p class="label">{escape(part.heading)}</p><ol class="contents">{entries}</ol>'
    yield "</div></header>"


def _section(section: Section, name: str) -> Iterator[str]:
    heading = _HEADINGS[section.kind]
    title = f"<{heading}>{escape(section.heading)}</{heading}>"
    bound = " bound" if section.kind in _BOUND else ""
    yield f'<section class="{section.kind}{bound}" id="s{name}">'
    if section.kind == "part":
        yield title
    else:
        note = f'<span class="note">{escape(section.note)}</span>' if section.note else ""
        yield f"<header>{_at((section.line,)) if bound and section.line else ''}{title}{note}</header>"
    inner = not bound and (section.margin or section.blocks)
    if inner:
        yield '<div class="bound">'
    if section.margin:
        yield f"<aside>{''.join(map(_beside, section.margin))}</aside>"
    for blocks in gathered(section.blocks):
        yield from _blocks(blocks)
    if inner:
        yield "</div>"
    if section.rows:
        yield from _table(section.rows)
    for number, inside in enumerate(section.inside):
        yield from _section(inside, f"{name}-{number}")
    yield "</section>"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    if blocks[0].form not in (Form.OPTION, Form.TAKEN):
        for block in blocks:
            yield f'<p class="block {block.form}{_again(block)}">{_at(block.lines)}{_words(block)}</p>'
        return
    yield '<ul class="options">'
    for block in blocks:
        yield f'<li class="{block.form}{_again(block)}">{_at(block.lines)}{_words(block)}</li>'
    yield "</ul>"


def _words(block: Block) -> str:
    lead = f'<span class="lead">{escape(block.lead)}</span> ' if block.lead else ""
    return lead + prose(block.text)


def _again(block: Block) -> str:
    return " again" if block.again else ""


def _at(lines: Sequence[int]) -> str:
    numbers = "<br>".join(map(str, lines))
    return f'<span class="at">{numbers}</span>' if lines else ""


def _beside(beside: Beside) -> str:
    items = "".join(f"<li>{escape(each)}</li>" for each in beside.items)
    return f'<p class="label">{escape(beside.heading)}</p><ul class="beside">{items}</ul>'


def _table(rows: Sequence[Row]) -> Iterator[str]:
    columns = list(dict.fromkeys(beside.heading for row in rows for beside in row.beside))
    heads = "".join(f"<th>{escape(each)}</th>" for each in ("One way", *columns))
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for row in rows:
        came = f'<span class="came">after {escape(" › ".join(row.came))}</span>' if row.came else ""
        cells = [f'<td><span class="box"></span>{escape(row.last)}{came}</td>']
        for column in columns:
            items = [each for beside in row.beside if beside.heading == column for each in beside.items]
            cells.append(f'<td><ul class="beside">{"".join(f"<li>{escape(each)}</li>" for each in items)}</ul></td>')
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"
