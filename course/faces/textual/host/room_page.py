"""The room's page: whoever leads sees what the room sees, and one key leads on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import aclosing
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.getters import query_one
from textual.widget import Widget

from course.faces.textual.blocks import Block, Text
from course.faces.textual.entry import Entry
from course.faces.textual.host import shown
from course.faces.textual.host.code_page import CodePage
from course.faces.textual.page import PICK, Page, key, numbers
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.lines import Spread
from course.model import Head
from course.model.record import Record, replace
from course.room.events import (
    ORDER,
    Back,
    Began,
    Chose,
    Counted,
    Ended,
    Filled,
    Granted,
    Locked,
    Opened,
    Revealed,
    Rewound,
    RoomEvent,
    Talked,
    Voided,
)
from course.room.hands import LETTERS, NoCount, counted
from course.room.plans import NoPlan, planned
from course.room.room import Step
from course.serving.podium import AWAY, Podium
from course.serving.wire import Refused, State
from course.words import say, sentences

_MOST_TYPED = 4000


class Place(Record):
    """Where people come in."""

    origins: tuple[str, ...]
    """The addresses there are, the likely ones first; none where nobody comes in and everything is by hand."""
    code: str
    name: str = ""
    only: tuple[str, ...] = ()
    """Ids of the scenarios that may be begun here; none for all."""


class RoomPage(Page[None]):
    """Follows a room, and leads it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        PICK,
        key("enter", "on", "keys.host.on", "keys.host.on.tip"),
        *numbers("keys.host.pick", "keys.host.pick.tip"),
        key("o", "do('open')", "keys.host.open", "keys.host.open.tip", shown=False),
        key("t", "do('talk')", "keys.host.talk", "keys.host.talk.tip", shown=False),
        key("r", "reveal", "keys.host.reveal", "keys.host.reveal.tip", shown=False),
        key("h", "hands", "keys.host.hands", "keys.host.hands.tip"),
        key("f", "fill", "keys.host.fill", "keys.host.fill.tip"),
        key("b", "do('back')", "keys.host.back", "keys.host.back.tip"),
        key("v", "void", "keys.host.void", "keys.host.void.tip", shown=False),
        key("w", "what_if", "keys.host.what-if", "keys.host.what-if.tip", shown=False),
        key("q", "code", "keys.host.code", "keys.host.code.tip"),
        key("a", "address", "keys.host.address", "keys.host.address.tip"),
        key("l", "lock", "keys.host.lock", "keys.host.lock.tip", shown=False),
        key("g", "grant", "keys.host.grant", "keys.host.grant.tip", shown=False),
        key("e", "end", "keys.host.end", "keys.host.end.tip", shown=False),
        key("escape", "leave", "keys.host.leave", "keys.host.leave.tip"),
    ]
    about = "host.about"

    top = query_one("#top", Spread)
    joining = query_one("#joining", Spread)

    def __init__(self, podium: Podium, place: Place, heads: Sequence[Head]) -> None:
        super().__init__()
        self._podium = podium
        self.place = place
        self._heads = {each.id: each for each in heads}
        self._at = 0
        """Which of the addresses is shown."""
        self.state: State | None = None

    def masthead(self) -> Iterable[Widget]:
        yield Spread(plain(""), id="top")
        yield Spread(plain(""), id="joining")

    def on_mount(self) -> None:
        self._follow()

    @property
    def origin(self) -> str:
        """The address that is shown, or `""`."""
        return self.place.origins[self._at % len(self.place.origins)] if self.place.origins else ""

    @property
    def step(self) -> Step | None:
        """Where the room stands, as far as is known."""
        return self.state.view.step if self.state else None

    @work(exclusive=True)
    async def _follow(self) -> None:
        async with aclosing(self._podium.states()) as states:
            async for state in states:
                if state is None:
                    self.tell(say("host.away"))
                else:
                    self._take(state)

    def _take(self, state: State) -> None:
        if self.place.only:
            listed = tuple(each for each in state.scenarios if each.id in self.place.only)
            state = replace(state, scenarios=listed)
        moved = self.state is None or state.view.number != self.state.view.number
        self.state = state
        if moved:
            self.never_mind()
            self.tell("")
        self.redraw(top=0 if moved else self.sheet.top, pointed=None if moved else self.sheet.pointed_at)

    def redraw(self, *, top: int = 0, pointed: int | None = None) -> None:
        self._update_masthead()
        super().redraw(top=top, pointed=pointed)

    def _update_masthead(self) -> None:
        if self.state is None:
            return
        view = self.state.view
        title = view.scene.title if view.scene else self.place.name or say("host.title")
        beside = "   " + say("room.said.what-if") if view.what_if else ""
        head = self._heads.get(view.scene.scenario) if view.scene else None
        day = sentences.when(head, view.scene.day) if head is not None and view.scene else ""
        self.top.show(assemble((title, "bold"), (beside, "$soft")), plain(day).stylize("$soft"))
        here = say("host.here", n=view.here)
        which = "open" if view.step is Step.VOTING else "closed"
        voted = say(f"host.voted-{which}", n=view.voted, here=max(view.here, view.voted))
        how = here if view.step in (Step.LOBBY, Step.ENDED, Step.READING, Step.OVER) else voted
        lock = "   " + say("host.locked") if view.locked else ""
        where = f"{self.origin}   {self.place.code}" if self.origin else ""
        self.joining.show(plain(where), assemble((how, "bold"), (lock, "$soft")))

    def blocks(self) -> Iterable[Block]:
        if self.state is None:
            yield Text(plain(say("host.connecting")).stylize("$soft"))
            return
        if self.origin and not self.state.view.here and self.step is Step.LOBBY:
            others = say("host.other-address") if len(self.place.origins) > 1 else ""
            nobody = say("host.nobody-yet", address=self.origin)
            yield Text(plain(f"{nobody} {others}".strip()).stylize("$soft"))
        scene = self.state.view.scene
        head = self._heads.get(scene.scenario) if scene else None
        yield from shown.blocks(self.state, head, int(self.tall))
        for each in self.state.asking:
            who = each.name or say("host.somebody")
            yield Text(plain(say("host.asks", who=who, words=each.words)), bar="$under")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _WHEN:
            return self.state is not None and _WHEN[action](self.state)
        if (action, parameters) in _DOES:
            return self.step in _DOES[action, parameters][1]
        if action in ("code", "address"):
            return len(self.place.origins) > (action == "address")
        return super().check_action(action, parameters)

    def action_on(self) -> None:
        """Lead on; the reveal asks once more."""
        if self.sheet.pointed is not None:
            self.picked(self.sheet.pointed.value)
            return
        event = self.state.notes.on if self.state and self.state.notes else None
        if event is None:
            self.tell(say("host.choose"))
        elif isinstance(event, Revealed):
            self.action_reveal()
        else:
            self._do(event)

    def action_do(self, what: str) -> None:
        """Do that out of turn."""
        self._do(_DOES["do", (what,)][0])

    def action_reveal(self) -> None:
        """Show how the room voted, if they are sure."""
        self.ask("host.reveal.sure", partial(self._do, Revealed()), "y")

    def action_void(self) -> None:
        """Void the vote, if they are sure."""
        self.ask("host.void.sure", partial(self._do, Voided()))

    def action_end(self) -> None:
        """End the room for good, if they are sure."""
        self.ask("host.end.sure", partial(self._do, Ended()))

    def action_lock(self) -> None:
        """Let nobody new in, or let them in again."""
        if self.state is not None:
            self._do(Locked(not self.state.view.locked))

    def action_grant(self) -> None:
        """Let the phone lead that asks to; or, where none asks, no phone any more."""
        asking = self.state.asking if self.state else ()
        self._do(Granted(asking[0].person if asking else ""))

    def action_code(self) -> None:
        """Show the code to scan."""
        self.app.push_screen(CodePage(self.origin, self.place.code))

    def action_address(self) -> None:
        """Show another address of this machine."""
        self._at += 1
        self.redraw()

    def action_hands(self) -> None:
        """Count hands, cards, or a chat."""
        ballot = self.state.view.ballot if self.state else None
        if ballot is None:
            return
        letters = " ".join(LETTERS[: len(ballot.options)])

        def count(text: str | None) -> None:
            if text is None:
                return
            try:
                hands = counted(text, len(ballot.options))
                self._do(Counted(hands), say("host.hands.counted", n=sum(hands.values())))
            except NoCount:
                self.tell(say("host.hands.no-count", letters=letters))

        hint = say("host.hands.hint", letters=letters)
        self.app.push_screen(Entry(say("host.hands.title"), "", hint, most=_MOST_TYPED, unseen=True), count)

    def action_fill(self) -> None:
        """Fill in what the room calls out."""
        plan = self.state.view.plan if self.state else None
        if plan is None:
            return

        def fill(text: str | None) -> None:
            if text is None:
                return
            try:
                self._do(Filled(planned(plan, text)))
            except NoPlan:
                self.tell(say("host.plan.no-plan"))

        hint = say("host.plan-days" if plan.days else "host.plan-drafts")
        self.app.push_screen(Entry(say("host.plan.title"), "", hint), fill)

    def action_what_if(self) -> None:
        """Back one decision, and nothing from there on is on record."""
        past = self.state.notes.past if self.state and self.state.notes else ()
        if past:
            self._do(Rewound(len(past) - 1))

    def action_leave(self) -> None:
        """Leave the screen; the room goes on."""
        self.ask("host.leave.sure" if self.origin else "host.leave.sure-by-hand", self.app.exit)

    def picked(self, value: object) -> None:
        match value:
            case Began(scenario):
                self._do(Began(scenario, ORDER))
            case Chose():
                self._do(value)

    @work
    async def _do(self, event: RoomEvent, done: str = "") -> None:
        """Do this; when it is done, say so."""
        if self.state is None:
            return
        answer = await self._podium.do(self.state.view.number, event)
        if isinstance(answer, Refused) and answer.why != "overtaken":  # a key that bounced has done nothing
            self.tell(say("host.away" if answer.why == AWAY else "host.not-now"))
        elif done:
            self.tell(done)


_DOES: Mapping[tuple[str, tuple[object, ...]], tuple[RoomEvent, Collection[Step]]] = {
    ("do", ("open",)): (Opened(), (Step.READING, Step.CLOSED, Step.TALKING, Step.REVEALED)),
    ("do", ("talk",)): (Talked(), (Step.READING, Step.CLOSED)),
    ("do", ("back",)): (Back(), tuple(step for step in Step if step not in (Step.LOBBY, Step.OVER))),
}
"""What can be done out of turn, and at which steps."""
_ASKED = (Step.READING, Step.CLOSED, Step.TALKING)
_WHEN: Mapping[str, Callable[[State], bool]] = {
    "on": lambda state: state.view.step not in (Step.LOBBY, Step.ENDED, Step.OVER),
    "reveal": lambda state: state.view.ballot is not None and state.view.step in _ASKED,
    "void": lambda state: state.view.step in (Step.VOTING, Step.CLOSED, Step.TALKING, Step.REVEALED),
    "hands": lambda state: state.view.step in (Step.VOTING, Step.CLOSED, Step.TALKING),
    "fill": lambda state: state.view.plan is not None and state.view.step is Step.READING,
    "what_if": lambda state: bool(state.notes and state.notes.past) and state.view.step is not Step.OVER,
    "lock": lambda state: state.view.step is not Step.OVER,
    "grant": lambda state: bool(state.asking) and state.view.step is not Step.OVER,
    "end": lambda state: state.view.step is not Step.OVER,
}
"""Which keys work at which states."""
