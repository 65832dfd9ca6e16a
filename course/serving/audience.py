"""Everybody who is told how a room stands by way of this process: one task for all of them tells whoever has not heard.

A step is told to all at once. While people vote, others' votes change a count and nothing else: the facilitator and
the screen hear of that ten times a second, a crowd of phones less often, so that votes are not kept waiting by it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from course.room.apply import Unfit
from course.room.stores.store import Gone
from course.serving.live import LiveRoom

A_TICK = 0.1
"""Seconds between two states that are told, at the least."""
_COUNTS_A_SECOND = 1000
"""Phones that hear of a count in a second."""
_AT_ONCE = 16
"""Of those who are told, so many; then whoever has said something meanwhile is heard."""


class Listener(Protocol):
    """Somebody who is told."""

    @property
    def one_of_many(self) -> bool:
        """Whether counts need not come ten times a second."""

    async def tell(self) -> bool:
        """How it stands now, if that is news to them; False where they have yet to take in what they were told last.
        This never waits for anybody."""

    async def end(self) -> None:
        """The room is gone: there is nothing more to tell."""


class Audience:
    """Whoever listens to one room."""

    def __init__(self, room: LiveRoom, gone: Callable[[], object]) -> None:
        """`gone` is called when the room cannot be had any more, before everybody is told."""
        self._room = room
        self._gone = gone
        self._listeners: dict[Listener, None] = {}
        self._stale = False
        """Whether something may have changed since all were told."""
        self._told = -1
        """The number of the step after which everybody was told last."""
        self._counts_at = 0.0
        """When the many hear of counts again, by the clock of the loop."""
        self._telling: asyncio.Task[None] | None = None

    async def join(self, listener: Listener) -> None:
        """Listen from now on, and hear at once how it stands."""
        self._listeners[listener] = None
        await listener.tell()

    def leave(self, listener: Listener) -> None:
        """Listen no more."""
        self._listeners.pop(listener, None)

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
        while self._stale:
            self._stale = False
            try:
                await self._room.catch_up()
            except (Gone, Unfit):  # forgotten; or led on by a server whose course is another
                self._gone()
                for each in tuple(self._listeners):
                    await each.end()
                return
            await self._tell_all()
            await asyncio.sleep(A_TICK)

    async def _tell_all(self) -> None:
        """Tell whoever may hear of it now; what is left over stays stale."""
        now, everybody = asyncio.get_running_loop().time(), tuple(self._listeners)
        all_hear = self._room.room.number != self._told or now >= self._counts_at
        if all_hear:
            self._told = self._room.room.number
            self._counts_at = now + sum(each.one_of_many for each in everybody) / _COUNTS_A_SECOND
        for nth, each in enumerate(everybody):
            if nth % _AT_ONCE == 0:
                await asyncio.sleep(0)
            heard = (all_hear or not each.one_of_many) and (each not in self._listeners or await each.tell())
            self._stale = self._stale or not heard
