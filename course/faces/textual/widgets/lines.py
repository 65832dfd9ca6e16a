"""Lines: what every widget of ours is. It draws whole lines, and sends again only those that differ."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from course.faces.textual.text import closed_rows

_NOTHING = Content("")


class Lines(Widget):
    """Whoever changes what it shows calls `draw`; it then asks `lines`, and compares.

    Textual's own `refresh` sends a whole widget, whatever of it has changed, and over a slow line that is what
    a learner waits for at every key.
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._shown: Sequence[Content] = ()
        """What stands on the screen, or will once Textual has drawn what it was told of."""
        self._shown_at = (0, 0)
        """The width and height that it was asked for."""
        self._drawing = False

    def lines(self, width: int, height: int) -> Sequence[Content]:
        """What stands here now, from the top: at most `height` lines are drawn, as far as `width` cells."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.plain for line in self._shown)

    def draw(self) -> None:
        """Show what is there now. However often it is called for one key, the lines are compared once."""
        self._drawing = True
        self.check_idle()

    def on_idle(self) -> None:
        """All that one key changes has been changed: compare, before Textual looks for what is to be drawn."""
        if self._drawing:
            self._compare()

    def render_line(self, y: int) -> Strip:
        if tuple(self.size) != self._shown_at:  # the very first frame comes before we hear of our size
            self._ask()
        width, style, line = self.size.width, self.visual_style, _line(self._shown, y)
        segments = [Segment(text, _drawn(each)) for text, each in line.render(style, end="") if text]
        if line.cell_length < width:
            segments.append(Segment(" " * (width - line.cell_length), _drawn(style)))
        return Strip(segments, max(width, line.cell_length)).crop(0, width)

    def on_resize(self) -> None:
        self.draw()

    def _compare(self) -> None:
        self._drawing = False
        before, at = self._shown, self._shown_at
        self._ask()
        if at != self._shown_at:
            self.refresh()
            return
        width, height = at
        changed = [y for y in range(height) if not _line(before, y).is_same(_line(self._shown, y))]
        if changed:  # without any region, `refresh` would take all of it
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def _ask(self) -> None:
        width, height = self.size
        self._shown = self.lines(width, height) if width and height else ()
        self._shown_at = (width, height)


class Spread(Lines):
    """A row with something at its left edge, which gives way when there is no room, and something at its right."""

    DEFAULT_CSS = "Spread { height: 1; width: 1fr; }"

    def __init__(self, left: Content, right: Content | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left, self._right = left, right or _NOTHING

    def show(self, left: Content, right: Content) -> None:
        """Put other words at the left and at the right."""
        self._left, self._right = left, right
        self.draw()

    def lines(self, width: int, height: int) -> Sequence[Content]:  # noqa: ARG002 (one row)
        room = max(0, width - self._right.cell_length - 2)
        left = self._left
        if left.cell_length > room:
            (left,) = closed_rows([left.truncate(room, ellipsis=True)])
        return [left + Content(" " * max(1, width - left.cell_length - self._right.cell_length)) + self._right]


@lru_cache(256)
def _drawn(style: Style) -> RichStyle:
    """The style as it is drawn. To work one out takes as long as to draw a word, and few are in use."""
    return style.rich_style


def _line(lines: Sequence[Content], y: int) -> Content:
    return lines[y] if y < len(lines) else _NOTHING
