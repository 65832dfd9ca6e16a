"""The sheet: one widget that draws a page's blocks, and lets its options be pointed at and picked."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import RenderOptions

from course.faces.textual.blocks import Block, Option

MEASURE = 72
"""The column is at most this wide, since longer lines are hard to read."""
_MARGIN = 2


def margin(width: int) -> int:
    """How many cells are left free on either side of the column in a window of that width."""
    return max(min(_MARGIN, width // 4), (width - MEASURE) // 2)


class Sheet(ScrollView, can_focus=False):
    """Blocks, one below the other, in a column in the middle. Only the lines in view are ever drawn."""

    DEFAULT_CSS = """
    Sheet { width: 1fr; height: 1fr; scrollbar-size: 0 0; background: $background; color: $foreground; }
    """
    ALLOW_SELECT = False

    class Picked(Message):
        """An option was picked."""

        def __init__(self, value: object) -> None:
            super().__init__()
            self.value = value

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        super().__init__()
        self._blocks = tuple(blocks)
        self.pointed: Option | None = None
        """The option that the pointer is on."""
        self._hovered: Option | None = None
        self._drawn_at = -1
        self._lines: list[Content] = []
        self._spans: list[tuple[Block, int, int]] = []
        """Each block with its first line and the one after its last."""

    @property
    def options(self) -> list[Option]:
        """What can be picked, from top to bottom."""
        return [block for block in self._blocks if isinstance(block, Option)]

    @property
    def text(self) -> str:
        """What stands on the sheet, in view or not."""
        return "\n".join(line.plain.rstrip() for line in self._lines)

    def show(self, blocks: Iterable[Block]) -> None:
        """Draw something else, from its top."""
        self._blocks = tuple(blocks)
        self.pointed = self._hovered = None
        self.scroll_to(y=0, animate=False, force=True)
        self._draw()

    def step(self, by: int) -> None:
        """Move the pointer on to the next option, round the end."""
        options = self.options
        if options:
            at = options.index(self.pointed) + by if self.pointed in options else (0 if by > 0 else -1)
            self.point(options[at % len(options)])

    def point(self, option: Option) -> None:
        """Put the pointer on an option, and scroll it into view."""
        self.pointed = option
        self._draw()
        for block, first, end in self._spans:
            if block is option:
                self.scroll_to_region(Region(0, first, 1, end - first), animate=False)
        self.screen.refresh_bindings()

    def pick(self) -> None:
        """Pick what the pointer is on."""
        if self.pointed is not None:
            self.post_message(self.Picked(self.pointed.value))

    def render_line(self, y: int) -> Strip:
        width, style = self.size.width, self.visual_style
        if width != self._drawn_at:  # the very first frame comes before we hear of our size
            self._lay_out(width)
        line = self.scroll_offset.y + y
        if line >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        content = Content(" " * margin(self.size.width)) + self._lines[line]
        strips = content.render_strips(width, 1, style, RenderOptions(self._get_style, self.styles.get_rules()))
        return strips[0].adjust_cell_length(width, style.rich_style).crop(0, width)

    def on_resize(self) -> None:
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Pick the option under the mouse."""
        option = self._option_at(event)
        if option is not None:
            self.pointed = option
            self.pick()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which option a click would pick."""
        self._hover(self._option_at(event))

    def on_leave(self) -> None:
        self._hover(None)

    def _hover(self, option: Option | None) -> None:
        if option is not self._hovered:
            self._hovered = option
            self._draw()

    def _option_at(self, event: events.MouseEvent) -> Option | None:
        offset = event.get_content_offset(self)
        y = self.scroll_offset.y + offset.y if offset is not None else -1
        for block, first, end in self._spans:
            if first <= y < end and isinstance(block, Option):
                return block
        return None

    def _draw(self) -> None:
        self._lay_out(self.size.width)
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()

    def _lay_out(self, width: int) -> None:
        self._drawn_at = width
        self._lines, self._spans = [], []
        column = max(1, width - 2 * margin(width))
        for block in self._blocks:
            first = len(self._lines)
            if isinstance(block, Option):
                lines = block.drawn(column, pointed=block is self.pointed, hovered=block is self._hovered)
            else:
                lines = block.lines(column)
            self._lines += lines
            self._spans.append((block, first, len(self._lines)))
