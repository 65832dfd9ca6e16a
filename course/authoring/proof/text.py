"""The reading copy as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from course.authoring.proof.page import Beside, Block, Form, Page, Row, Section, gathered
from course.text.isolates import closed_lines

_INDENT = {
    Form.WORDS: "  | ",
    Form.OPTION: "  [ ] ",
    Form.TAKEN: "  [x] ",
    Form.DID: "  [x] ",
    Form.HAPPENS: "      ",
    Form.BECAUSE: "      ",
    Form.VERDICT: "   => ",
    Form.EYES: "      ",
}
_APART = (Form.TEXT, Form.MESSAGE, Form.QUESTION, Form.NOTE, Form.OPTION, Form.TAKEN, Form.DID)
"""What an empty line stands before."""
_RULES = {"part": "=", "walk": "-", "meeting": "-"}


def text(page: Page, width: int) -> str:
    """The whole page, no line wider than that unless a word is."""
    lines = [page.title, "=" * len(page.title)]
    for each in page.about:
        lines += ["", *_wrapped(each, width)]
    for section in page.sections:
        lines += _section(section, page.file, width)
    return "\n".join(closed_lines(lines))


def _section(section: Section, file: str, width: int) -> Iterator[str]:
    heading = ", ".join(filter(None, (section.heading, section.note)))
    at = f"  [{file}:{section.line}]" if section.line else ""
    yield ""
    if section.kind in _RULES:
        yield ""
    yield heading + at
    if section.kind in _RULES:
        yield _RULES[section.kind] * min(width, len(heading))
    for beside in section.margin:
        yield from _beside(beside, "  : ", width)
    for blocks in gathered(section.blocks):
        if blocks[0].form in _APART:
            yield ""
        for block in blocks:
            yield from _block(block, file, width)
    for row in section.rows:
        yield from _row(row, width)
    for inside in section.inside:
        yield from _section(inside, file, width)


def _block(block: Block, file: str, width: int) -> Iterator[str]:
    indent = _INDENT.get(block.form, "")
    after = " " * len(indent) if block.form is not Form.WORDS else indent
    yield from _wrapped(" ".join(filter(None, (block.lead, block.text, _at(file, block.lines)))), width, indent, after)


def _at(file: str, lines: Sequence[int]) -> str:
    return f"[{file}:{','.join(map(str, lines))}]" if lines else ""


def _row(row: Row, width: int) -> Iterator[str]:
    yield ""
    yield from _wrapped(row.last, width, "  * ", "    ")
    if row.came:
        yield from _wrapped(f"after {' > '.join(row.came)}", width, "    ", "    ")
    for beside in row.beside:
        yield from _beside(beside, "    : ", width)


def _beside(beside: Beside, indent: str, width: int) -> Iterator[str]:
    yield from _wrapped(f"{beside.heading}: {'; '.join(beside.items)}", width, indent, indent)


def _wrapped(words: str, width: int, first: str = "", then: str = "") -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()),
        width,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )
