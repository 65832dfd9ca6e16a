"""A row with something at its left edge and something at its right."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from course.faces.textual.widgets.lines import Lines


class Spread(Lines):
    """What is at the left gives way when both do not fit."""

    DEFAULT_CSS = "Spread { height: 1; width: 1fr; }"

    def __init__(self, left: Content, right: Content | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left, self._right = left, right or Content("")

    def show(self, left: Content, right: Content) -> None:
        """Replace both."""
        self._left, self._right = left, right
        self.draw()

    def lines(self, width: int, height: int) -> Sequence[Content]:  # noqa: ARG002 (one row)
        room = max(0, width - self._right.cell_length - 2)
        left = self._left if self._left.cell_length <= room else self._left.truncate(room, ellipsis=True)
        return [left + Content(" " * max(1, width - left.cell_length - self._right.cell_length)) + self._right]
