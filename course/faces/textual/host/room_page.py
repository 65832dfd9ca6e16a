"""The room's page: whoever leads sees what the room sees, and one key leads on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from course.faces.textual.blocks import Block, Text
from course.faces.textual.host import shown
from course.faces.textual.host.asking_page import AskingPage
from course.faces.textual.host.code_page import CodePage
from course.faces.textual.host.doing import DOES, WHEN, leads_on, nothing_leads_on
from course.faces.textual.host.following import Following
from course.faces.textual.host.looking_back import DebriefPage, OtherSidePage, debrief_blocks
from course.faces.textual.host.top import Opening
from course.faces.textual.host.typed import count_hands, fill_in
from course.faces.textual.page import PICK, YES, key, numbers
from course.faces.textual.text import plain
from course.faces.textual.widgets.keys import LEADS_ON
from course.model import Course, Head
from course.room.events import (
    ORDER,
    Began,
    Chose,
    Closed,
    Ended,
    Granted,
    Left,
    Locked,
    Revealed,
    RoomEvent,
    Voided,
)
from course.room.hands import Count
from course.room.room import Step
from course.serving.podium import why_not_done
from course.serving.wire import Refused, State
from course.words import rooms, say

BOUNCE = 0.3
"""Seconds between two keys that are meant."""


class RoomPage(Following):
    """Follows a room, and leads it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        PICK,
        *(key("enter", f"on('{does}')", does, "keys.host.on.tip") for does in LEADS_ON),
        *numbers("keys.host.pick", "keys.host.pick.tip"),
        key("o", "do('open')", "keys.host.open", "keys.host.open.tip", shown=False),
        key("t", "do('talk')", "keys.host.talk", "keys.host.talk.tip", shown=False),
        key("r", "reveal", "keys.host.reveal", "keys.host.reveal.tip", shown=False),
        key("h", "hands", "keys.host.hands", "keys.host.hands.tip"),
        key("x", "left_out", "keys.host.left-out", "keys.host.left-out.tip", shown=False),
        key("f", "fill", "keys.host.fill", "keys.host.fill.tip"),
        key("b", "do('back')", "keys.host.back", "keys.host.back.tip"),
        key("v", "void", "keys.host.void", "keys.host.void.tip", shown=False),
        key("w", "what_if", "keys.host.what-if", "keys.host.what-if.tip"),
        key("d", "debrief", "keys.host.debrief", "keys.host.debrief.tip"),
        key("y", "other_side", "keys.host.other-side", "keys.host.other-side.tip"),
        key("q", "code", "keys.host.code", "keys.host.code.tip"),
        key("a", "address", "keys.host.address", "keys.host.address.tip"),
        key("l", "lock", "keys.host.lock", "keys.host.lock.tip", shown=False),
        key("g", "grant", "keys.host.grant", "keys.host.grant.tip", shown=False),
        key("s", "another", "keys.host.another", "keys.host.another.tip", shown=False),
        key("e", "end", "keys.host.end", "keys.host.end.tip", shown=False),
        key("escape", "leave", "keys.host.leave", "keys.host.leave.tip"),
    ]
    about = "host.about"

    def __init__(self, opening: Opening, course: Course, heads: Sequence[Head]) -> None:
        super().__init__(opening, course, heads)
        self._leaving = False
        """Whether it is asked what is to become of the room."""
        self._pressed = 0.0
        self._asked: RoomEvent | None = None
        """What it is asked about whether it is to be done."""
        self._count: tuple[int, Count] | None = None
        """What was counted last, and in which vote."""

    @property
    def assured(self) -> tuple[str, ...]:
        keys = "host.help.at-once" if self.leaves_at_once else "host.help.keys"
        return (keys, "host.help.by-hand" if self.place.by_hand else "host.help.private")

    @property
    def story(self) -> Head | None:
        """What is known of the scenario that is played beside its scenes."""
        scene = self.state.view.scene if self.state else None
        return self.heads.get(scene.scenario) if scene else None

    def blocks(self) -> Iterable[Block]:
        if self.gone:
            yield Text(plain(say("host.lost-gone")))
            return
        if self.state is None:
            yield Text(plain(say("host.connecting")).stylize("$soft"))
            return
        if self.step is Step.OVER:
            yield Text(plain(say("host.over-by-hand" if self.place.by_hand else "host.over")))
            yield from debrief_blocks(self.course, self.state.debrief) if self.state.debrief is not None else ()
            return
        if self.origin and self.step is Step.LOBBY:
            join = say("host.join", address=self.origin, code=self.place.code)
            yield Text(plain(join).stylize("bold"))
        yield from shown.blocks(self.state, self.story, self.course, int(self.tall), in_view=self.moved)
        if self.origin and self.alone and self.step is Step.LOBBY:
            others = say("host.other-address" if len(self.origins) > 1 else "host.one-address")
            nobody = say("host.nobody-yet", address=self.origin)
            yield Text(plain(f"{nobody} {others}").stylize("$soft"))
        if self.state.asking:
            yield Text(plain(say("host.ask-to-lead", n=len(self.state.asking))), bar="$under")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "pick_pointed" and leads_on(self.state):
            return False  # the pointer picks only where nothing leads on by itself
        if action == "on":
            return parameters == (leads_on(self.state),)
        if self.place.by_hand and action in ("lock", "grant"):
            return False  # nobody comes in
        if action in WHEN:
            return self.state is not None and WHEN[action](self.state)
        if (action, parameters) in DOES:
            return self.step in DOES[action, parameters][1]
        if action == "code":
            return bool(self.origins)
        if action == "left_out":
            return bool(self._left_out())
        if action == "address":
            return len(self.origins) > 1
        return super().check_action(action, parameters)

    def nothing(self, key: str) -> str:
        if key == "enter" and self.state is not None:
            return say(nothing_leads_on(self.state))
        if key == "a" and self.origins:
            return say("host.one-address")
        return super().nothing(key)

    def never_mind(self) -> None:
        self._leaving, self._asked = False, None
        super().never_mind()

    def take(self, state: State) -> None:
        """What is asked about a vote that goes on is asked about how it stands now."""
        super().take(state)
        if self._asked is None or self.state is None:
            return
        if rooms.sure(self.state.view, self._asked):
            self._lead(self._asked)
        else:  # the last of them has voted meanwhile: nothing is to be asked about that any more
            self.never_mind()

    def action_on(self, _: str) -> None:
        """Lead on, one step. A key that bounces, or is held down, leads on once."""
        before, self._pressed = self._pressed, time.monotonic()
        if self._pressed - before < BOUNCE:
            return
        event = self.state.notes.on if self.state and self.state.notes else None
        if event is not None:
            self._lead(event)

    def action_do(self, what: str) -> None:
        """Do that out of turn."""
        self._lead(DOES["do", (what,)][0])

    def action_reveal(self) -> None:
        """Show how the room voted, if they are sure."""
        self._lead(Revealed())

    def action_void(self) -> None:
        """Void the vote, if they are sure."""
        self._lead(Voided())

    def action_another(self) -> None:
        """Leave what is played where it stands, and choose something else, if they are sure."""
        self._lead(Left())

    def action_end(self) -> None:
        """End the room for good, if they are sure."""
        self._lead(Ended())

    def _lead(self, event: RoomEvent) -> None:
        """Do this, if they are sure, where that is asked."""
        if self.state and (question := rooms.sure(self.state.view, event)):
            self._asked = event
            self.ask_words(question, partial(self._do, event), "y" if isinstance(event, (Closed, Revealed)) else YES)
            self.tell(rooms.lost(self.state.view, event))
        else:
            self._do(event)

    def action_lock(self) -> None:
        """Let nobody new in, or let them in again."""
        if self.state is not None:
            self._do(Locked(not self.state.view.locked))

    def action_grant(self) -> None:
        """Choose whose phone leads, by the words that it shows."""

        def grant(person: str | None) -> None:
            if person is not None:
                self._do(Granted(person))

        if self.state is not None:
            self.app.push_screen(AskingPage(self.state), grant)

    def action_debrief(self) -> None:
        """Look back together."""
        if self.state is not None and self.state.debrief is not None:
            self.app.push_screen(DebriefPage(self.course, self.state.debrief))

    def action_other_side(self) -> None:
        """The same days from the other side."""
        if self.state is not None and self.state.view.scene is not None:
            self.app.push_screen(OtherSidePage(self.state.view, self.story))

    def action_code(self) -> None:
        """Show the code to scan."""
        self.app.push_screen(CodePage(self.origin, self.place.code))

    def action_address(self) -> None:
        """Show another address of this machine."""
        self.at += 1
        self.redraw()

    def action_hands(self) -> None:
        """Count hands, cards, or a chat."""
        if self.state is not None and self.state.view.ballot is not None:
            number = self.state.view.ballot.number

            def keep(found: Count) -> None:
                self._count = (number, found)

            count_hands(self, self.state.view.ballot, self._do, keep)

    def action_left_out(self) -> None:
        """Show what could not be counted."""
        self.tell(self._left_out())

    def _left_out(self) -> str:
        """What could not be counted in this vote, before it is revealed; else `""`."""
        if self.state is None or not WHEN["hands"](self.state) or self._count is None or not self._count[1].left_out:
            return ""
        number, found = self._count
        return rooms.left_out(found) if self.state.view.ballot and self.state.view.ballot.number == number else ""

    def action_fill(self) -> None:
        """Fill in what the room calls out."""
        if self.state is not None and self.state.view.plan is not None:
            fill_in(self, self.state.view.plan, self.story, self._do)

    def action_what_if(self) -> None:
        """Back one decision, and nothing from there on is on record."""
        if self.state and self.state.notes and self.state.notes.what_if:
            self._lead(self.state.notes.what_if)

    def action_leave(self) -> None:
        """Leave, once it is said what is to become of the room."""
        self.leave()

    def leave(self) -> None:
        """Ask what is to become of the room, and leave; at once where it is over, and the second time left open."""
        if self.state is None or self.leaves_at_once or self._leaving:
            self._go(self.step is Step.OVER)
            return
        answers: dict[str, tuple[str, Callable[[], object]]] = {
            "E": ("keys.host.end-it", self._end_and_go),
            "L": ("keys.host.leave-open", self._go),
        }
        self.ask_which("host.leave.which", answers)
        self.answers = {**self.answers, "ctrl+c": self._go}
        self._leaving = True
        self.tell(rooms.lost(self.state.view, Ended()))

    @work
    async def _end_and_go(self) -> None:
        if self.podium is not None and self.state is not None:
            answer = await self.podium.do(self.state.view.number, Ended())
            if isinstance(answer, Refused):
                self._refused(answer)
                return
        self._go(over=True)

    @work
    async def _go(self, over: bool = False) -> None:
        if self.podium is not None and (self.gone or self.state is not None):
            self.farewell = self.place.farewell(over=over, gone=not await self.podium.kept())
        self.app.exit()

    def picked(self, value: object) -> None:
        match value:
            case Began(scenario):
                self._do(Began(scenario, ORDER))
            case Chose():
                self._do(value)

    @work
    async def _do(self, event: RoomEvent, done: str = "") -> None:
        """Do this; when it is done, say so."""
        if self.state is None or self.podium is None:
            return
        seen = self.state.view.number
        answer = await self.podium.do(seen, event)
        if isinstance(answer, Refused):
            self._refused(answer)
        elif self.state.view.number > seen:
            self.tell(done)
        else:
            self.saying = done

    def _refused(self, answer: Refused) -> None:
        """Say that it was not done; a key that bounced has done nothing, which needs no word."""
        if answer.why != "overtaken":
            self.tell(why_not_done(answer.why))
