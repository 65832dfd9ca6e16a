"""An option: a numbered line or paragraph that can be picked by key, by arrow and Enter, or by mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from course.tui.widgets.rows import Row, wrap


class Option(Widget, can_focus=True):
    """One thing to pick. The focused one carries a pointer, so colour never says it alone."""

    DEFAULT_CSS = """
    Option { height: auto; width: 1fr; min-width: 12; }
    Option:hover { background: $surface; }
    Option:focus { text-style: bold; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "pick", show=False, tooltip="Pick what the pointer is on")
    ]

    class Picked(Message):
        """An option was picked."""

        def __init__(self, option: Option) -> None:
            super().__init__()
            self.option = option

        @property
        def control(self) -> Option:
            return self.option

    def __init__(
        self,
        key: str,
        body: Content | Sequence[Row],
        value: object,
        *,
        aside: Content | None = None,
        id: str | None = None,
        classes: str = "",
    ) -> None:
        """`key` is shown before `body`, `aside` at the right edge of its first line; `value` is yours."""
        super().__init__(id=id, classes=classes)
        self.key = key
        self.rows = _rows(body)
        self.value = value
        self.aside = aside or Content("")

    def update(self, body: Content | Sequence[Row]) -> None:
        """Show something else."""
        self.rows = _rows(body)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def render(self) -> Content:
        width = self.size.width
        pointer = "▸ " if self.has_focus else "  "
        first = Content.assemble((pointer, "$assertive"), (self.key, "bold"), "  " if self.key else "")
        indent = Content(" " * first.cell_length)
        lines = self._lines(width)
        head = first + lines[0]
        if self.aside:
            gap = width - head.cell_length - self.aside.cell_length
            head = head + Content(" " * max(1, gap)) + self.aside
        return Content("\n").join([head, *(indent + line for line in lines[1:])])

    def _lines(self, width: int) -> list[Content]:
        room = width - 2 - (len(self.key) + 2 if self.key else 0)
        return wrap(self.rows, room, first=self.aside.cell_length + 2 if self.aside else 0)

    def action_pick(self) -> None:
        self.post_message(self.Picked(self))

    def on_click(self) -> None:
        self.focus(scroll_visible=False)
        self.action_pick()


def _rows(body: Content | Sequence[Row]) -> Sequence[Row]:
    return [Row(body)] if isinstance(body, Content) else body
