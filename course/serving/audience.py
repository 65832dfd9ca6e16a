"""Everybody who is told how a room stands by way of this process: one task for all of them tells whoever has not heard.

A step is told to all at once. While people vote, others' votes change a count and nothing else: the facilitator and
the screen hear of that ten times a second, of the phones so many each time, in turn, so that no vote is kept waiting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from itertools import islice
from typing import Protocol

from course.room.apply import Unfit
from course.room.stores.store import Gone
from course.serving.live import LiveRoom

A_TICK = 0.1
"""Seconds between two states that are told, at the least."""
_MANY_A_TICK = 100
"""Phones that hear of a count each time."""
_AT_ONCE = 16
"""Of those who are told, so many; then whoever has said something meanwhile is heard."""


class Listener(Protocol):
    """Somebody who is told."""

    @property
    def one_of_many(self) -> bool:
        """Whether this is a phone, of which there may be many."""

    async def tell(self) -> bool:
        """How it stands now, if that is news to them; False where they have yet to take in what they were told last.
        This never waits for anybody."""

    async def end(self) -> None:
        """The room is gone: there is nothing more to tell."""


class Audience:
    """Whoever listens to one room."""

    def __init__(self, room: LiveRoom, caught_up: Callable[[], Awaitable[None]], gone: Callable[[], object]) -> None:
        """Before anybody is told, `caught_up` is called when the room is up to date, and `gone` when it cannot be had
        any more."""
        self._room = room
        self._once_caught_up, self._gone = caught_up, gone
        self._listeners: dict[Listener, None] = {}
        self._waiting: dict[Listener, None] = {}
        """Those who have yet to hear of something, whoever has waited longest first."""
        self._stale = False
        """Whether something may have changed that nobody has been told."""
        self._told = room.room.number
        """The number of the step that all were told of last."""
        self._telling: asyncio.Task[None] | None = None

    async def join(self, listener: Listener) -> None:
        """Listen from now on, and hear at once how it stands."""
        self._listeners[listener] = None
        await listener.tell()

    def leave(self, listener: Listener) -> None:
        """Tell that listener nothing more."""
        self._listeners.pop(listener, None)
        self._waiting.pop(listener, None)

    def changed(self) -> None:
        """Something may have changed, here or by another process: take it in, and tell everybody soon."""
        self._stale = True
        if self._telling is None or self._telling.done():
            self._telling = asyncio.create_task(self._tell())

    async def close(self) -> None:
        """Tell nobody anything more."""
        if self._telling is not None:
            self._telling.cancel()
            with suppress(asyncio.CancelledError):
                await self._telling

    async def _tell(self) -> None:
        while self._stale or self._waiting:
            if self._stale and not await self._caught_up():
                return
            await self._tell_those_whose_turn_it_is()
            await asyncio.sleep(A_TICK)

    async def _caught_up(self) -> bool:
        """Take in what has changed, of which everybody has to hear; False when there is no room any more."""
        self._stale = False
        try:
            await self._room.catch_up()
        except (Gone, Unfit):  # forgotten; or led on by a server whose course is another
            self._gone()
            for each in tuple(self._listeners):
                await each.end()
            return False
        await self._once_caught_up()
        self._waiting.update(self._listeners)
        return True

    async def _tell_those_whose_turn_it_is(self) -> None:
        number = self._room.room.number
        many = len(self._waiting) if number != self._told else _MANY_A_TICK
        self._told = number
        in_turn = islice((each for each in self._waiting if each.one_of_many), many)
        for nth, each in enumerate((*(each for each in self._waiting if not each.one_of_many), *in_turn)):
            if nth % _AT_ONCE == 0:
                await asyncio.sleep(0)
            if each in self._waiting:
                del self._waiting[each]
                if not await each.tell():
                    self._waiting[each] = None
