"""What of a page has to have been seen before one of its options is picked: the option itself, and what it answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.content import Content

from course.faces.textual.blocks.base import Asks, Block, Edge, Gap, Option
from course.model.record import Record

Span = tuple[Block, int, int]
"""A block with its first line and the one after its last."""


class Stretch(Record):
    """Lines of a page, counted from its top."""

    asked: int
    """Where what the option answers begins; where nothing is asked, the option."""
    first: int
    """The option's first line."""
    end: int
    """The line after its last."""
    last: int
    """The line after the last of all options that stand with it."""

    def unseen(self, seen: Collection[int], page: Sequence[Content]) -> int | None:
        """The first line of what it answers that nobody has seen yet."""
        return next((y for y in range(self.asked, self.first) if y not in seen and page[y].plain.strip()), None)


def stretch(option: Option, spans: Sequence[Span], page: Sequence[Content], height: int) -> Stretch | None:
    """What has to be seen of a page in a window of that height; None where the option is not on it. What is asked is
    as much of it as fits with the option."""
    at = next((number for number, (block, _, _) in enumerate(spans) if block is option), None)
    if at is None:
        return None
    top = bottom = at
    while top and isinstance(spans[top - 1][0], Option | Gap | Edge):
        top -= 1
    while bottom + 1 < len(spans) and isinstance(spans[bottom + 1][0], Option | Gap | Edge):
        bottom += 1
    first, end = spans[at][1], _written(page, spans[at][2])
    asked = first
    for asks, line in _asked(spans[:top]):
        asked = max(line, _paragraph(page, spans[top][1])) if asks.last and end - line > height else line
        if end - asked <= height and not (asks.last and asked > line):
            break
    return Stretch(asked, first, end, _written(page, spans[bottom][2]))


def _asked(above: Sequence[Span]) -> Sequence[tuple[Asks, int]]:
    """Where it is asked what the options below answer, from the first such line to the last."""
    found: list[tuple[Asks, int]] = []
    for block, line, _ in reversed(above):
        if isinstance(block, Option):
            break
        if isinstance(block, Asks):
            found.insert(0, (block, line))
    return found


def _paragraph(page: Sequence[Content], first: int) -> int:
    """The first line of the paragraph above that line."""
    end = _written(page, first)
    return next((y + 1 for y in range(end - 1, -1, -1) if not page[y].plain.strip()), 0)


def _written(page: Sequence[Content], end: int) -> int:
    """That line, or the one after the last that is not empty above it."""
    return next((y for y in range(end, 0, -1) if page[y - 1].plain.strip()), 0)
