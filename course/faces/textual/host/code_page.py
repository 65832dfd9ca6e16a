"""The code to scan, as a page of its own: black on white whatever the theme, two columns for each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from course.faces.textual.blocks import Block, Text
from course.faces.textual.host.of_room import OfRoom
from course.faces.textual.page import key
from course.faces.textual.text import plain
from course.model.record import Record
from course.serving import scanning
from course.words import say

_DRAWN = {
    (True, True): (" ", "#000000 on #000000"),
    (True, False): ("▄", "#ffffff on #000000"),
    (False, True): ("▀", "#ffffff on #000000"),
    (False, False): ("█", "#ffffff on #ffffff"),
}
"""What two cells, one above the other, look like, by whether they are dark. What is light is drawn by the sign as well
as by the color: where there is none, the terminal's own letters are light on dark."""


class CodeBlock(Record):
    """The cells; in a window too small for two columns each, that is said instead."""

    address: str
    rows: int
    """How many there is room for."""

    def lines(self, width: int) -> list[Content]:
        cells = scanning.cells(self.address)
        if len(cells) * 2 <= width and len(cells) <= self.rows:
            return [_row((each, each) for each in row for _ in range(2)) for row in cells]
        if len(cells) > width:
            return [plain(say("host.code.too-small", columns=len(cells)))]
        return list(_halves(cells))


def _halves(cells: Sequence[Sequence[bool]]) -> Iterator[Content]:
    """Two rows of cells in one of text: smaller, and read by phones unless the terminal leaves gaps between lines."""
    below = [*cells[1:], [False] * len(cells)]
    for upper, lower in zip(cells[::2], below[::2], strict=True):
        yield _row(zip(upper, lower, strict=True))


def _row(pairs: Iterable[tuple[bool, bool]]) -> Content:
    return Content.assemble(*(_DRAWN[each] for each in pairs))


class CodePage(OfRoom[None]):
    """Shows the code until any of its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [key("escape,q,enter", "dismiss", "keys.close", "keys.close.tip-code")]
    about = "host.code.about"
    CSS = "CodePage Sheet { max-width: 90; padding: 0; } CodePage #masthead { display: none; }"

    def __init__(self, origin: str, code: str) -> None:
        super().__init__()
        self._address = scanning.address(origin, code)
        self._shown = say("host.join-or-scan", address=origin, code=code)

    def blocks(self) -> Iterable[Block]:
        yield CodeBlock(self._address, self.app.size.height - 4)
        yield Text(plain(self._shown).stylize("bold"))
