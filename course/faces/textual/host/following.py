"""A page that follows a room: how it stands is always in view, and so is how to come in."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from contextlib import aclosing

from textual import work
from textual.getters import query_one
from textual.widget import Widget

from course.faces.textual.host import top
from course.faces.textual.host.of_room import OfRoom
from course.faces.textual.text import plain
from course.faces.textual.widgets.lines import Spread
from course.model import Course, Head
from course.model.record import replace
from course.room.room import Step
from course.serving.podium import Lost, NotOpened, Place, Podium
from course.serving.wire import State
from course.words import say

_LOOK_AGAIN = 5.0
"""Seconds after which it is looked whether the machine has other addresses now."""
ALONE = 60.0
"""Seconds after which it is said that nobody has come in: people take as long to type an address."""


class Following(OfRoom[None]):
    """Opens a room, and takes in what becomes of it."""

    title_line = query_one("#top", Spread)
    joining_line = query_one("#joining", Spread)

    def __init__(self, opening: top.Opening, course: Course, heads: Sequence[Head]) -> None:
        super().__init__()
        self._opening = opening
        self.course = course
        self.heads = {each.id: each for each in heads}
        self.podium: Podium | None = None
        """None until the room is open."""
        self.place = Place("")
        self.state: State | None = None
        self.farewell = ""
        """What is to be known of the room once this is left."""
        self.origins: tuple[str, ...] = ()
        self.at = 0
        """Which of the addresses is shown."""
        self.moved = True
        """Whether what stands on the page is new, and what is voted on has to come into view."""
        self._lost: Lost | None = None
        self.saying = ""
        """What is said once the room stands as it was just made to."""
        self._talking_since = 0.0
        self._waited = False
        """Whether people have had the time to come in."""

    def masthead(self) -> Iterable[Widget]:
        yield Spread(plain(""), id="top")
        yield Spread(plain(""), id="joining")

    def on_mount(self) -> None:
        self._follow()
        self.set_interval(1.0, self._update_joining)
        self.set_interval(_LOOK_AGAIN, self.look_at_addresses)

    @property
    def origin(self) -> str:
        """The address that is shown, or `""`."""
        return self.origins[self.at % len(self.origins)] if self.origins else ""

    @property
    def step(self) -> Step | None:
        """Where the room stands, as far as is known."""
        return self.state.view.step if self.state else None

    @property
    def leaves_at_once(self) -> bool:  # type: ignore[override]  # it changes with the room
        """Nothing is to become of a room that is over, or is not known."""
        return self.state is None or self.step is Step.OVER

    @work(exclusive=True)
    async def _follow(self) -> None:
        try:
            self.podium, self.place = await self._opening()
        except NotOpened as error:
            self.app.not_opened = error  # type: ignore[attr-defined]  # the app that this page is made for
            self.app.exit()
            return
        self.origins = await asyncio.to_thread(self.podium.origins)
        self.set_timer(ALONE, self._have_waited)
        async with aclosing(self.podium.states()) as states:
            async for state in states:
                if isinstance(state, Lost):
                    self.lose(state)
                else:
                    self.take(state)

    @property
    def gone(self) -> bool:
        """Whether the room was forgotten."""
        return self._lost is Lost.GONE

    @property
    def alone(self) -> bool:
        """Whether nobody has come in though people have had the time to."""
        return self._waited and self.state is not None and not self.state.view.here

    def _have_waited(self) -> None:
        self._waited = True
        if self.alone and self.step is Step.LOBBY:
            self.redraw(top=self.sheet.top, pointed=self.sheet.pointed_at)

    def lose(self, lost: Lost) -> None:
        """It cannot be known how the room stands; say why."""
        self._lost = lost
        if self.gone:
            self.never_mind()
            self.state, self.origins = None, ()
            self.title_line.show(plain(self.place.code), plain(""))
            self.joining_line.show(plain(""), plain(""))
            self.redraw()
        else:
            self.tell(say(f"host.lost-{lost}"))

    def take(self, state: State) -> None:
        """The room stands so now."""
        state = replace(state, scenarios=self.place.offered(state.scenarios))
        before = self.state
        moved = before is None or state.view.number != before.view.number
        if moved and state.view.step is Step.TALKING:
            self._talking_since = time.monotonic()
        self.state, self.moved = state, moved
        if moved:
            self.never_mind()
        if moved or self._lost is Lost.AWAY:
            self.tell(say("host.lost-restarted") if self._lost is Lost.RESTARTED else self.saying)
            self.saying = ""
        self._lost = None
        self.redraw(top=0 if moved else self.sheet.top, pointed=None if moved else self.sheet.pointed_at)

    async def look_at_addresses(self) -> None:
        """The laptop may have changed its network."""
        if self.podium is None or self.gone:
            return
        origin, found = self.origin, await asyncio.to_thread(self.podium.origins)
        if found == self.origins:
            return
        self.origins = found
        self.at = found.index(origin) if origin in found else 0
        self.redraw(top=self.sheet.top, pointed=self.sheet.pointed_at)
        if self.origin != origin:
            self.tell(say("host.address-changed", address=self.origin))

    def redraw(self, *, top: int = 0, pointed: int | None = None) -> None:
        self._update_top()
        super().redraw(top=top, pointed=pointed)

    def _update_top(self) -> None:
        if self.state is not None:
            self.title_line.show(*top.title(self.state.view, self.place, self.heads))
            self._update_joining()

    def _update_joining(self) -> None:
        if self.state is not None:
            talked = time.monotonic() - self._talking_since
            self.joining_line.show(*top.joining(self.state.view, self.origin, self.place, talked))
