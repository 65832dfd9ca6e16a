"""What every screen of ours is: a masthead, one column of text like a book page, and the key bar."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from course.faces.textual.blocks import Block
from course.faces.textual.widgets.keys import KeyBar
from course.faces.textual.widgets.sheet import Sheet
from course.faces.textual.wish import HelpWish
from course.visit.offers import Offer

Result = TypeVar("Result")


def key(keys: str, action: str, says: str, tip: str = "", offer: Offer | None = None, *, shown: bool = True) -> Binding:
    """A key of a page: what it does, what the key bar says (if it is `shown` there), what the help and the palette say
    of it, and the offer without which it does nothing."""
    return Binding(keys, action, says, show=shown, tooltip=tip, id=offer)


PICK = Binding("enter", "pick_pointed", "pick", tooltip="Pick what the pointer is on")
"""A page that binds Enter to something else lists this first, since its bindings replace the inherited ones."""


class Page(Screen[Result]):
    """A screen of the course. Subclasses fill `masthead` and `blocks`; `about` is what `?` says of it.

    A binding whose id is an `Offer` works only while the page's `offers` hold it.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,shift+tab", "step(-1)", "", show=False),
        Binding("down,j,tab", "step(1)", "", show=False),
        PICK,
        Binding("space", "turn(1)", "more", tooltip="Read on down the page"),
        Binding("pagedown", "turn(1)", "", show=False),
        Binding("pageup", "turn(-1)", "", show=False),
        Binding("question_mark", "help", "help", tooltip="What this page is for, and its keys"),
    ]
    about: ClassVar[str] = ""
    offered: ClassVar[Mapping[str, Offer]] = {}
    """The offer that each action takes up; gathered from the bindings."""

    sheet = query_one(Sheet)

    def __init_subclass__(cls, **options: bool) -> None:
        super().__init_subclass__(**options)
        own = [each for each in cls.__dict__.get("BINDINGS", ()) if isinstance(each, Binding)]
        cls.offered = {**cls.offered, **{each.action.partition("(")[0]: Offer(each.id) for each in own if each.id}}

    @property
    def offers(self) -> Collection[Offer]:
        """What the learner may do here now."""
        return ()

    def compose(self) -> ComposeResult:
        with Vertical(id="masthead"):
            yield from self.masthead()
        yield from self.body()
        yield Static("", id="keeping", markup=False)
        yield KeyBar()
        yield Static("A little more room, please: make the window larger.", id="too-small")

    def masthead(self) -> Iterable[Widget]:
        """The widgets that stay in place at the head of the page."""
        return ()

    def body(self) -> Iterable[Widget]:
        """The widgets between masthead and key bar."""
        yield Sheet(self.blocks())

    def blocks(self) -> Iterable[Block]:
        """What the column says; it scrolls when it is longer than the page."""
        return ()

    def redraw(self, *, top: int = 0, pointed: int | None = None) -> None:
        """Show the blocks as they are now, from line `top` on, with the pointer on the option of that number."""
        self.sheet.show(self.blocks(), top=top)
        if pointed is not None and pointed < len(self.sheet.options):
            self.sheet.point(self.sheet.options[pointed])
        self.refresh_bindings()

    def show_keeping(self, says: str) -> None:
        """Say above the keys that something is not kept, and why, for as long as it is so; `""` when all is well."""
        if self.is_mounted:
            line = self.query_one("#keeping", Static)
            line.update(says)
            line.display = bool(says)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is offered works; `more` only while there is more of the page below, `pick` only while the pointer
        is somewhere."""
        if action in self.offered and self.offered[action] not in self.offers:
            return False
        if not self.is_mounted:
            return action not in ("turn", "pick_pointed")
        if action == "turn" and parameters == (1,):
            return self.sheet.more
        if action == "pick_pointed":
            return self.sheet.pointed is not None
        return True

    def action_step(self, by: int) -> None:
        """Move the pointer through the options; on a page without any, scroll."""
        if self.sheet.options:
            self.sheet.step(by)
        else:
            self.sheet.scroll_on(by)

    def action_pick_pointed(self) -> None:
        """Pick what the pointer is on."""
        self.sheet.pick()

    def action_turn(self, by: int) -> None:
        """Scroll by most of a page."""
        self.sheet.scroll_on(by * max(1, self.sheet.size.height - 2))

    def action_help(self) -> None:
        """Ask for the help for this page."""
        self.post_message(HelpWish())
