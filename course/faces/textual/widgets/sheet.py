"""The sheet: one widget that draws a page's blocks, and lets its options be pointed at and picked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from course.faces.textual.blocks import Block, Edge, Option
from course.faces.textual.blocks.base import NOTHING, WIDE, Wide
from course.faces.textual.widgets.lines import Lines
from course.faces.textual.widgets.sight import Stretch, stretch

MEASURE = 72
"""The column is at most this wide, since longer lines are hard to read."""
LEAST = 36, 8
"""Columns and rows of the smallest window that has room for a page."""
MARGIN = 2
"""Cells that are free on either side of the column in a narrow window."""


def beside_css(page: str) -> str:
    """The style of a page that has things beside each other where the window is wide: its column keeps its place, and
    the sheet is wider than that."""
    left = MARGIN + (WIDE - MEASURE) // 2
    wide, parts = f"{page}.-wide.-beside", ("#masthead", "#keeping", "#told")
    return f"""
    {wide} Sheet {{ max-width: {WIDE}; }}
    {", ".join(f"{wide} {part}" for part in parts)} {{ max-width: {WIDE + 2 * MARGIN}; padding: 0 {left}; }}
    {wide} #masthead {{ padding: 1 {left} 0 {left}; }}
    {wide}.-short #masthead {{ padding: 0 {left}; }}
    """


class Sheet(Lines, can_focus=False):
    """Blocks, one below the other, in a column; longer than the window, if need be."""

    DEFAULT_CSS = f"""
    Sheet {{ width: 1fr; max-width: {MEASURE}; height: 1fr; margin: 0 {MARGIN}; color: $foreground; }}
    """

    class Picked(Message):
        """An option was clicked."""

        def __init__(self, sheet: Sheet, option: Option) -> None:
            super().__init__()
            self.sheet = sheet
            self.option = option

    def __init__(self, blocks: Iterable[Block] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.blocks = tuple(blocks)
        """What stands on it, from top to bottom."""
        self.pointed: Option | None = None
        """The option that the pointer is on."""
        self._hovered: Option | None = None
        self._top = 0
        self._following = False
        """Whether the pointer has moved, and may be out of view."""
        self._holding = True
        """Whether what is in hand has changed, and may be out of view."""
        self._page: list[Content] = []
        """All lines, in view or not."""
        self._page_size = (-1, -1)
        """The width and height that they are laid out for, or -1 when they have yet to be."""
        self._air = False
        """Whether there is room for an empty line between the options."""
        self._spans: list[tuple[Block, int, int]] = []
        """Each block with its first line and the one after its last."""
        self._seen: set[int] = set()
        """The numbers of the lines that have been in view."""

    @property
    def options(self) -> list[Option]:
        """What can be picked, from top to bottom."""
        return [block for block in self.blocks if isinstance(block, Option)]

    @property
    def pointed_at(self) -> int | None:
        """The number of that option among all, from 0."""
        return next((at for at, option in enumerate(self.options) if option is self.pointed), None)

    @property
    def text(self) -> str:
        """What stands on the sheet, in view or not."""
        self._lay_out(self.size.width or MEASURE)
        return "\n".join(line.plain.rstrip() for line in self._page)

    @property
    def top(self) -> int:
        """The number of the line at the top of the window."""
        self._keep_in_view()
        return self._top

    @property
    def more(self) -> bool:
        """Whether there is more of the page below."""
        return self.top < self._lowest

    def show(self, blocks: Iterable[Block], *, top: int = 0) -> None:
        """Draw something else, from line `top` on."""
        self.blocks = tuple(blocks)
        self._hovered = None
        self._page_size = (-1, -1)
        self._top = top
        self.pointed = None
        self._following, self._holding = False, True
        self.draw()

    def step(self, by: int) -> None:
        """Move the pointer on to the next option, round the end."""
        options, at = self.options, self.pointed_at
        if options:
            to = at + by if at is not None else (0 if by > 0 else -1)
            self.point(options[to % len(options)])

    def point(self, option: Option, *, follow: bool = True) -> None:
        """Put the pointer on an option, and have it in view if the page is to follow."""
        before, self.pointed = self.pointed, option
        self._following = follow
        self._mark(before, option)
        self.screen.refresh_bindings()

    def scroll_on(self, lines: int) -> None:
        """Move the page up under the window by that many lines, or down by less than none."""
        self._top = self.top + lines
        self.draw()
        self.screen.refresh_bindings()

    def sees(self, option: Option) -> bool:
        """Whether that option is in view, and what it answers is or has been: then it can be picked."""
        top, height = self.top, self.size.height
        found = self._stretch(option)
        if found is None or not height:
            return False
        self._saw()
        shown = max(found.first, top), min(found.end, top + height)
        whole = shown == (found.first, found.end) or (shown[0] < shown[1] and found.end - found.first > height)
        return whole and found.unseen(self._seen, self._page) is None

    def bring(self, option: Option) -> None:
        """Have an option in view, with what it answers and what else can be picked there, as far as there is room. Of
        what has no room, first what has not been seen yet."""
        found, height = self._stretch(option), self.size.height
        if found is None or not height:
            return
        self._saw()
        unseen = found.unseen(self._seen, self._page)
        first = found.asked if found.end - found.asked <= height else found.first
        end = found.last if found.last - first <= height else found.end
        self._top = unseen if unseen is not None and first > found.asked else min(first, max(self._top, end - height))
        self.draw()
        self.screen.refresh_bindings()

    def _stretch(self, option: Option) -> Stretch | None:
        self._lay_out(self.size.width)
        return stretch(option, self._spans, self._page, self.size.height)

    def _saw(self) -> None:
        self._seen.update(range(self._top, self._top + self.size.height))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 (all lines)
        self._lay_out(width)
        return len(self._page)

    def lines(self, width: int, height: int) -> Sequence[Content]:
        self._lay_out(width)
        self._keep_in_view()
        self._saw()
        return self._page[self._top : self._top + height]

    def on_resize(self) -> None:
        self._holding, self._following = True, self.pointed is not None
        self.screen.refresh_bindings()

    def on_click(self, event: events.Click) -> None:
        """Pick the option under the mouse. A double click is one: where it clicks again, something else may be."""
        option = self._option_at(event)
        if option is not None and event.chain == 1:
            self.pointed = option
            self.post_message(self.Picked(self, option))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which option a click would pick."""
        self._hover(self._option_at(event))

    def on_leave(self) -> None:
        self._hover(None)

    def on_mouse_scroll_down(self) -> None:
        self.scroll_on(int(self.app.scroll_sensitivity_y))

    def on_mouse_scroll_up(self) -> None:
        self.scroll_on(-int(self.app.scroll_sensitivity_y))

    def _hover(self, option: Option | None) -> None:
        if option is not self._hovered:
            before, self._hovered = self._hovered, option
            self._mark(before, option)

    def _option_at(self, event: events.MouseEvent) -> Option | None:
        offset = event.get_content_offset(self)
        y = self.top + offset.y if offset is not None else -1
        for block, first, end in self._spans:
            if first <= y < end and isinstance(block, Option):
                return block
        return None

    @property
    def _lowest(self) -> int:
        """The line at the top when the page's end is in view."""
        return max(0, _written(self._page) - self.size.height)

    def _keep_in_view(self) -> None:
        self._lay_out(self.size.width)
        height = self.size.height
        if self._holding and height:
            self._holding = False
            edges = [first for block, first, _ in self._spans if isinstance(block, Edge)]
            if edges:  # of what does not fit, the end is what there is to pick
                self._top = max(min(self._top, edges[0]), edges[-1] - height)
        if self._following and height and self._spans:  # before it has a width, nothing has been laid out
            self._following = False
            spans = ((first, end) for block, first, end in self._spans if block is self.pointed)
            first, end = next(spans, (self._top, self._top))  # an option that has gone is nowhere
            first = self._asked(first, end)
            if first < self._top or end - first > height:
                self._top = first
            elif end > self._top + height:
                self._top = end - height
        self._top = max(0, min(self._top, self._lowest))

    def _asked(self, first: int, end: int) -> int:
        """The first line to be seen with the option that the pointer is on: of what it answers, if that is news."""
        found = None if self.pointed is None else self._stretch(self.pointed)
        self._saw()
        if found is None or end - found.asked > self.size.height or found.unseen(self._seen, self._page) is None:
            return first
        return found.asked

    def _lay_out(self, width: int) -> None:
        size = (width, self.size.height)
        if not width or size == self._page_size:
            return
        self._page_size = size
        self._air = any(isinstance(each, Option) and each.airy for each in self.blocks)
        self._fill()
        if self._air and self.size.height and _written(self._page) > self.size.height:
            self._air = False
            self._fill()

    def _fill(self) -> None:
        before = self._page
        self._page, self._spans = [NOTHING] * (self._air and self.screen.has_class("-short")), []
        for block in self.blocks:
            first = len(self._page)
            self._page += self._laid(block)
            self._spans.append((block, first, len(self._page)))
        both = zip(before, self._page, strict=False)  # what stands where it stood has been seen
        same = {y for y, (was, now) in enumerate(both) if was is now or was.plain == now.plain}
        self._seen &= same

    def _mark(self, *options: Option | None) -> None:
        """Lay out again what looks different now; marked or not, an option takes the same number of lines."""
        for block, first, end in self._spans:
            if any(block is option for option in options):
                self._page[first:end] = self._laid(block)
        self.draw()

    def _laid(self, block: Block) -> list[Content]:
        """Its lines. A sheet that is wider than the column keeps the column in its middle, but for what is wide."""
        width = self._page_size[0]
        if isinstance(block, Wide) and width >= WIDE:
            return block.lines(width)
        column = min(width, MEASURE)
        margin = Content(" " * ((width - column) // 2))
        if isinstance(block, Option):
            lines = block.drawn(column, pointed=block is self.pointed, hovered=block is self._hovered)
            lines += [NOTHING] * (self._air and block.airy)
        else:
            lines = block.lines(column)
        return [margin + line for line in lines] if margin else lines


def _written(lines: Sequence[Content]) -> int:
    """How many lines there are until the last that is not empty."""
    return next((number for number in range(len(lines), 0, -1) if lines[number - 1].plain.strip()), 0)
