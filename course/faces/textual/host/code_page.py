"""The code to scan, as a page of its own: black on white whatever the theme, two columns for each cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from course.faces.textual.blocks import Block, Text
from course.faces.textual.page import Page, key
from course.faces.textual.text import plain
from course.model.record import Record
from course.serving import scanning
from course.words import say

_DARK, _LIGHT = "#000000 on #000000", "#ffffff on #ffffff"


class CodeBlock(Record):
    """The cells; in a window too small for two columns each, that is said instead."""

    address: str

    def lines(self, width: int) -> list[Content]:
        cells = scanning.cells(self.address)
        if len(cells) * 2 > width:
            return [plain(say("host.code.too-small", columns=len(cells) * 2))]
        return [Content.assemble(*(("  ", _DARK if each else _LIGHT) for each in row)) for row in cells]


class CodePage(Page[None]):
    """Shows the code until any of its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [key("escape,q,enter", "dismiss", "keys.close", "keys.close.tip-code")]
    about = "host.code.about"
    CSS = "CodePage Sheet { max-width: 90; padding: 0; } CodePage #masthead { display: none; }"

    def __init__(self, origin: str, code: str) -> None:
        super().__init__()
        self._address = scanning.address(origin, code)
        self._shown = f"{origin}   {code}"

    def blocks(self) -> Iterable[Block]:
        yield CodeBlock(self._address)
        yield Text(plain(self._shown).stylize("bold"))
