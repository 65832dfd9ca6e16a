"""What every screen of ours is: a masthead, one column of text like a book page, and the key bar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import ClassVar, TypeVar

from textual import on
from textual.actions import parse
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from course.faces.textual.blocks import Block, Option
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.keys import KeyBar, key_name
from course.faces.textual.widgets.lines import Spread
from course.faces.textual.widgets.sheet import LEAST, MARGIN, MEASURE, Sheet
from course.faces.textual.wish import Wish
from course.visit.offers import Offer
from course.words import say

Result = TypeVar("Result")


def key(keys: str, action: str, says: str, tip: str = "", offer: Offer | None = None, *, shown: bool = True) -> Binding:
    """A key of a page: what it does, what the key bar says (if it is `shown` there), what the help and the palette say
    of it, both by their ids, and the offer without which it does nothing."""
    return Binding(keys, action, says, show=shown, tooltip=tip, id=offer)


def numbers(says: str, tip: str, offer: Offer | None = None) -> list[Binding]:
    """The keys that pick the options of those numbers."""
    return [key(digit, f"pick('{digit}')", says, tip, offer) for digit in "1234567890"]


_LEAD_BACK = ("keys.back.tip-home", "keys.back.tip-scenario")  # of a page that others than that may have opened
_TALL = 32
YES = "Y"
"""Says yes where it is asked whether one is sure; no word that is typed by mistake has it behind another letter."""
PICK = Binding("enter", "pick_pointed", "keys.pick", tooltip="keys.pick.tip")
"""A page that binds Enter to something else lists this first, since its bindings replace the inherited ones."""


class Page(Screen[Result]):
    """A screen of the course. Subclasses fill `blocks`; `about` is the id of what `?` says of it.

    A binding whose id is an `Offer` works only while the page's `offers` hold it.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,shift+tab", "step(-1)", "", show=False),
        Binding("down,tab", "step(1)", "", show=False),
        PICK,
        Binding("space", "turn(1)", "keys.more", tooltip="keys.more.tip"),
        Binding("pagedown", "turn(1)", "", show=False),
        Binding("pageup", "turn(-1)", "", show=False),
        Binding("home", "turn(-1000)", "", show=False),
        Binding("end", "turn(1000)", "", show=False),
        Binding("question_mark", "app.explain", "keys.help", tooltip="keys.help.tip"),
    ]
    about: str = ""
    back_to: str = "keys.back.tip-page"
    """The id of what is said of a key that leads back to this page."""
    only_open: tuple[object, ...] = ()
    """The values of options that only open a page: they decide nothing, and need not be in view."""
    offered: ClassVar[Mapping[tuple[str, tuple[object, ...]], Offer]] = {}
    """The offer that each action with its parameters takes up; gathered from the bindings."""

    sheet = query_one(Sheet)

    def __init_subclass__(cls, **options: bool) -> None:
        super().__init_subclass__(**options)
        own = [each for each in cls.__dict__.get("BINDINGS", ()) if isinstance(each, Binding)]
        cls.offered = {**cls.offered, **{parse(each.action)[1:]: Offer(each.id) for each in own if each.id}}

    def __init__(self, title: str = "", beside: str = "", aside: str = "") -> None:
        """At the head of the page stands its title, something `beside` that, and something at the right edge."""
        super().__init__()
        self.answers: Mapping[str, Callable[[], object]] = {}
        """What is done at each key that answers what is asked, if anything is."""
        self.unseen = False
        """Whether it shows something new that has not been drawn yet, and that no key may pass by."""
        self._drawn_tall = False
        self._tells = ""
        self.set_class(type(self).masthead is Page.masthead, "-bare")  # a title alone needs air below it, always
        self._head = (assemble((title, "bold"), (beside, "$soft")), plain(aside).stylize("$soft"))

    @property
    def tall(self) -> bool:
        """Whether there is room for air between the options, or for more about each of them."""
        return self.app.size.height >= _TALL

    @property
    def too_small(self) -> bool:
        """Whether there is no room for the page, and all that stands there is that."""
        return self.has_class("-tiny") or self.has_class("-flat")

    def left(self, width: int) -> int:
        """Where the column's first letter is, in a window of so many columns."""
        return max(MARGIN, (width - MEASURE) // 2)

    def tip(self, id: str) -> str:
        """The id of what is said of a key or a mark of which that id tells; another one where a page knows better."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if id in _LEAD_BACK else None
        return below.back_to if isinstance(below, Page) else id

    @property
    def offers(self) -> Collection[Offer]:
        """What the learner may do here now."""
        return ()

    @property
    def keeps(self) -> bool:
        """Whether what the learner decides here is kept."""
        return True

    @property
    def assured(self) -> tuple[str, ...]:
        """The ids of what stands at the end of the page's help."""
        return ("help.always-kept" if self.keeps else "help.always", "help.private")

    def compose(self) -> ComposeResult:
        self._drawn_tall = self.tall
        yield from self.column()
        yield Static("", id="keeping", markup=False)
        yield Static("", id="told", markup=False)
        yield KeyBar(self.left)
        yield Static(say("page.too-small", columns=LEAST[0], rows=LEAST[1]), id="too-small", markup=False)

    def column(self) -> ComposeResult:
        """All that is above the key bar."""
        with Vertical(id="masthead"):
            yield from self.masthead()
        yield from self.body()

    def masthead(self) -> Iterable[Widget]:
        """The widgets that stay in place at the head of the page."""
        yield Spread(*self._head)

    def body(self) -> Iterable[Widget]:
        """The widgets between masthead and key bar."""
        yield Sheet(self.blocks())

    def blocks(self) -> Iterable[Block]:
        """What the column says; it scrolls when it is longer than the page."""
        return ()

    @property
    def asking(self) -> bool:
        """Whether it is being asked if the learner is sure."""
        return bool(self.answers)

    def ask(self, question: str, then: Callable[[], object], yes: str = YES) -> None:
        """Before what cannot be undone: ask in the key bar, and do it if the answer is the key `yes`. It is never the
        key that has led here, so that no word that is typed both asks and answers. `question` is an id."""
        self.ask_words(say(question), then, yes)

    def ask_words(self, question: str, then: Callable[[], object], yes: str = YES) -> None:
        """The same, where the question is in words already."""
        self._ask(question, {yes: then, "escape": self.never_mind}, {yes: "keys.yes", "escape": "keys.no"})

    def ask_which(self, question: str, answers: Mapping[str, tuple[str, Callable[[], object]]]) -> None:
        """The same where there is more than one way: each by its key, with the id of what it says."""
        says = {key: words for key, (words, _) in answers.items()}
        does = {key: then for key, (_, then) in answers.items()}
        self._ask(say(question), {**does, "escape": self.never_mind}, {**says, "escape": "keys.stay"})

    def never_mind(self) -> None:
        """Withdraw the question that was asked."""
        self._ask("", {}, {})

    def _ask(self, question: str, answers: Mapping[str, Callable[[], object]], says: Mapping[str, str]) -> None:
        self.answers = answers
        self.set_class(bool(answers), "-asking")
        for bar in self.query(KeyBar):  # there is none before the page is composed
            bar.ask(question, says)

    def wait_until_seen(self) -> None:
        """Let go of the keys that are pressed before the page is drawn as it is now: they were meant for what stood
        there before."""
        self.unseen = True
        self.call_after_refresh(setattr, self, "unseen", False)

    def answered(self, key: str) -> bool:
        """A key was pressed: if something is asked, it answers that and does nothing else. Any key but those that were
        named is a no, and that is said; the small letter of what says yes is no answer, and what is needed instead is
        said. Whether something was asked."""
        if not self.answers:
            return False
        then = self.answers.get(key, lambda: self.tell(say("keys.counts-as-no", key=key_name(key))))
        capital = key_name(key.upper())
        if key not in self.answers and key.upper() in self.answers:
            self.tell(say("keys.not-yes", yes=capital) if key.upper() == YES else say("keys.not-capital", key=capital))
            return True
        self.never_mind()
        then()
        return True

    def nothing(self, key: str) -> str:
        """What is said at a key that does nothing here."""
        return say("keys.nothing", key=key_name(key))

    def tell(self, says: str) -> None:
        """Say something where the keys stand, until the next one is pressed; `""` for nothing. What is too long for
        that stands above them. So nothing that could be picked is pushed out of view, as long as it can be helped."""
        self._tells = says
        in_the_bar = any(bar.tell(says) for bar in self.query(KeyBar))  # there is none before the page is composed
        self._put_line("#told", "" if in_the_bar else says)

    def _tell_again(self) -> None:
        """Say what is told where the window has room for it now; what was in view may be so no longer."""
        self.tell("" if self._tells == say("page.now-in-view") else self._tells)

    def _put_line(self, where: str, says: str) -> None:
        for line in self.query(where).results(Static):  # there is none before the page is composed
            if line.content != says:  # asked for all the time, and nearly always as it was
                line.update(says)
                line.display = bool(says)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave the page, with its result. Of several keys that leave it, pressed at once, only the first does."""
        return super().dismiss(result) if self.app.screen_stack[-1] is self else AwaitComplete()

    def redraw(self, *, top: int = 0, pointed: int | None = None) -> None:
        """Show the blocks as they are now, from line `top` on, with the pointer on the option of that number."""
        self.sheet.show(self.blocks(), top=top)
        if pointed is not None and pointed < len(self.sheet.options):
            self.sheet.point(self.sheet.options[pointed])
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Give the options more air, or less, when there is more room, or less; and what is told its place."""
        self.call_after_refresh(self._tell_again)
        if self.is_mounted and self.tall != self._drawn_tall:
            self._drawn_tall = self.tall
            self.redraw(top=self.sheet.top, pointed=self.sheet.pointed_at)

    def show_keeping(self, says: str) -> None:
        """Say above the keys that something is not kept, and why, for as long as it is so; `""` when all is well."""
        self._put_line("#keeping", says)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is offered works; a key that picks, while its option is there; `more`, while there is more of the
        page below; `pick`, while the pointer is somewhere."""
        offer = self.offered.get((action, parameters))
        if offer is not None and offer not in self.offers:
            return False
        if action == "pick":
            return self.option(str(parameters[0])) is not None
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
        """Pick what the pointer is on, before the next key does anything."""
        self._pick(self.sheet.pointed)

    def action_pick(self, key: str) -> None:
        """Pick the option with that key."""
        self._pick(self.option(key))

    def _pick(self, option: Option | None, sheet: Sheet | None = None) -> None:
        if option is not None and self.in_view(option, sheet or self.sheet):
            self.picked(option.value)

    def in_view(self, option: Option, sheet: Sheet) -> bool:
        """Whether it can be picked, since it is in view and what it answers is or was. If not, it is brought there
        instead, and that is said: nobody answers what they have not seen."""
        if option.value in self.only_open or sheet.sees(option):
            return True
        self.tell(say("page.now-in-view"))
        self.unseen = True
        self.call_after_refresh(self._bring, option, sheet)  # by then what is told has taken the room that it needs
        return False

    def _bring(self, option: Option, sheet: Sheet) -> None:
        sheet.bring(option)
        self.wait_until_seen()

    def option(self, key: str) -> Option | None:
        """The option with that key, if it is on the page."""
        options = self.sheet.options if self.is_mounted else []
        return next((each for each in options if each.key == key), None)

    @on(Sheet.Picked)
    def _clicked(self, event: Sheet.Picked) -> None:
        """Pick what was clicked, unless it has been taken away meanwhile."""
        if any(each is event.option for each in event.sheet.options) and self.app.screen_stack[-1] is self:
            self.never_mind()
            self._pick(event.option, event.sheet)

    def picked(self, value: object) -> None:
        """Do what the option of that value stands for."""

    def action_wish(self, offer: str) -> None:
        """Ask for the page that an offer leads to."""
        self.post_message(Wish(self, Offer(offer)))

    def action_turn(self, by: int) -> None:
        """Scroll by so many times most of a page."""
        self.sheet.scroll_on(by * max(1, self.sheet.size.height - 2))
