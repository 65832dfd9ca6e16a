"""What every screen of ours is: a masthead, one column of text like a book page, and the key bar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from course.tui.widgets.keys import KeyBar
from course.tui.widgets.option import Option

if TYPE_CHECKING:
    from course.tui.app import FineLine

Result = TypeVar("Result")


class Spread(Widget):
    """Something at the left edge and something at the right, on one row."""

    DEFAULT_CSS = "Spread { height: 1; width: 1fr; }"

    def __init__(self, left: Content, right: Content | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left, self._right = left, right or Content("")

    def show(self, left: Content, right: Content) -> None:
        """Replace both."""
        self._left, self._right = left, right
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        room = max(0, width - self._right.cell_length - 2)
        left = self._left if self._left.cell_length <= room else self._left.truncate(room, ellipsis=True)
        return left + Content(" " * max(1, width - left.cell_length - self._right.cell_length)) + self._right


class Page(Screen[Result]):
    """A screen of the course. Subclasses fill `masthead` and `body`; `about` is what `?` says of it."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(0, "-tiny"), (36, "-narrow"), (76, "-wide")]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [
        (0, "-flat"),
        (8, "-short"),
        (22, "-medium"),
        (32, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "", show=False),
        Binding("down,j", "step(1)", "", show=False),
        Binding("space", "turn(1)", "more", tooltip="Read on down the page"),
        Binding("pagedown", "turn(1)", "", show=False),
        Binding("pageup", "turn(-1)", "", show=False),
        Binding("question_mark", "help", "help", tooltip="What this page is for, and its keys"),
    ]
    about: ClassVar[str] = ""

    sheet = query_one("#sheet", VerticalScroll)
    column = query_one("#column", Vertical)

    if TYPE_CHECKING:

        @property
        def app(self) -> FineLine: ...

    def compose(self) -> ComposeResult:
        with Vertical(id="masthead"), Vertical():
            yield from self.masthead()
        with VerticalScroll(id="sheet", can_focus=False), Vertical(id="column"):
            yield from self.body()
        yield KeyBar()
        yield Static("A little more room, please: make the window larger.", id="too-small")

    def masthead(self) -> Iterable[Widget]:
        """The widgets that stay in place at the head of the page."""
        return ()

    def body(self) -> Iterable[Widget]:
        """The widgets of the column, which scrolls when it is longer than the page."""
        return ()

    def on_mount(self) -> None:
        self.watch(self.sheet, "scroll_y", self.refresh_bindings, init=False)
        self.watch(self.sheet, "virtual_size", self.refresh_bindings, init=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer `more` only while there is more of the page below."""
        if action == "turn" and parameters == (1,):
            return self.is_mounted and self.sheet.scroll_target_y < self.sheet.max_scroll_y
        return True

    async def refill(self, widgets: Iterable[Widget]) -> None:
        """Replace what the column shows, in one repaint, and go to its top."""
        with self.app.batch_update():
            await self.column.remove_children()
            await self.column.mount(*widgets)
            self.sheet.scroll_home(animate=False)
        self.refresh_bindings()

    def action_step(self, by: int) -> None:
        """Move the pointer through the options; on a page without any, scroll."""
        options = [option for option in self.query(Option) if not option.disabled]
        if not options:
            self.sheet.scroll_relative(y=by, animate=False)
            return
        if isinstance(self.focused, Option) and self.focused in options:
            options[(options.index(self.focused) + by) % len(options)].focus()
        else:
            options[0 if by > 0 else -1].focus()

    def action_turn(self, by: int) -> None:
        """Scroll by most of a page."""
        self.sheet.scroll_relative(y=by * max(1, self.sheet.size.height - 2), animate=False)

    def action_help(self) -> None:
        """Open the help for this page."""
        from course.tui.help import Help

        self.app.push_screen(Help(self))
