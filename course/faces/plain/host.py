"""A room led line by line, for those who cannot use a full screen: Enter leads on, words do the rest."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing, suppress
from functools import partial
from threading import Thread
from typing import Any, NoReturn, TypeVar

from course.faces.plain.conversation import QUIT, Conversation, InputEnded
from course.faces.plain.host_telling import tell, tell_debrief, tell_notes, tell_other_side
from course.faces.plain.host_words import meant, not_here, prompted, why_not
from course.model import Course
from course.room.events import (
    Counted,
    Ended,
    RoomEvent,
)
from course.room.hands import NoCount, counted, from_chat
from course.room.room import COUNTS, Step
from course.room.views import View
from course.serving.podium import Lost, Place, Podium, why_not_done
from course.serving.wire import Listed, Refused, State
from course.words import listed, rooms, say
from course.words.said_back import said_back

Made = TypeVar("Made")
_BOUNCE = 0.4
"""Seconds within which a second Enter has bounced; it is known a little late, since more may come along."""


async def lead(course: Course, opening: Callable[[], Awaitable[tuple[Podium, Place]]]) -> int:
    """Open the room, and lead until it is over or whoever leads has left; the exit status. Raises NotOpened."""
    talk = Conversation(sys.stdin, sys.stdout, pages=False)
    talk.say(say("host.connecting"))
    podium, place = await opening()
    following = _Following(podium, place, course, talk)
    following.tell_addresses()
    task = asyncio.create_task(following.follow())
    try:
        with suppress(InputEnded):
            while await following.ready() is not Step.OVER:
                line = await following.command()
                if line.lower() in QUIT.words:
                    if await following.leave():
                        break
                else:
                    await following.obey(line)
        talk.say(place.farewell(over=following.step is Step.OVER, gone=not await podium.kept()))
    finally:
        task.cancel()
        await asyncio.wait([task])
        await podium.close()
    return 0


class _Following:
    """What is known of the room, told as it changes; and what is typed, done."""

    def __init__(self, podium: Podium, place: Place, course: Course, talk: Conversation) -> None:
        self._podium = podium
        self._place = place
        self._course = course
        self._talk = talk
        self._state: State | None = None
        self._known = asyncio.Event()
        self._ended: asyncio.Future[NoReturn] = asyncio.get_running_loop().create_future()
        """What is raised where somebody is to type, once there is nothing to lead, or nobody to tell it to."""
        self._ahead: list[str] = []
        """What was typed ahead."""
        self._entered = 0.0
        """When Enter was pressed last."""
        self._left_out = ""
        """What could not be counted in the question that stands now."""

    @property
    def step(self) -> Step | None:
        """Where the room stands, as far as is known."""
        return self._state.view.step if self._state else None

    def tell_addresses(self) -> None:
        """Say where people come in: the likely address first, then the others."""
        for at, address in enumerate(self._podium.origins()):
            which = "host.plain.or-address" if at else "host.plain.address"
            self._talk.say(say(which, address=address, code=self._place.code))

    async def follow(self) -> None:
        """Tell of every step, until there is nothing to lead any more; also what keeps it from being told ends that."""
        try:
            async with aclosing(self._podium.states()) as states:
                async for state in states:
                    self._take(state)
        except Exception as error:
            self._end(error)

    def _end(self, why: Exception) -> None:
        """Whoever waits to be told, or for a line, waits no more."""
        self._known.set()
        if not self._ended.done():
            self._ended.set_exception(why)
            self._ended.exception()  # it is raised where it is waited for, and nobody else need hear of it

    def _take(self, state: State | Lost) -> None:
        if isinstance(state, Lost):
            self._talk.say(say(f"host.lost-{state}"))
            if state in (Lost.GONE, Lost.NOT_YOURS, Lost.OTHER_VERSION):
                self._end(InputEnded())
            return
        before = self._state
        self._state = state
        if before is None or before.view.number != state.view.number:
            tell(state, self._scenarios(state), self._course, self._talk)
        for each in state.asking:
            if before is None or each not in before.asking:
                who = each.name or say("host.somebody")
                self._talk.say(say("host.plain.asks", who=who, words=each.words))
        self._known.set()
        if self.step is Step.OVER:  # also where somebody else has ended it
            self._end(InputEnded())

    def _scenarios(self, state: State) -> tuple[Listed, ...]:
        return self._place.offered(state.scenarios)

    async def ready(self) -> Step:
        """Where the room stands, once that is known. Raises InputEnded where there is nothing to lead any more."""
        await self._known.wait()
        if self._ended.done() or self._state is None:
            await self._ended
        return self._state.view.step

    async def hear(self, prompt: str = "", **values: int | str) -> str:
        """A line that is typed, at that prompt or at one that says what Enter does now. Raises InputEnded."""
        asked = say(prompt, **values) if prompt or self._state is None else prompted(self._state)
        return (await self._typed(partial(self._talk.line, asked))).strip()

    async def _typed(self, read: Callable[[], Made]) -> Made:
        """What is typed, read aside; no more is waited for once there is nothing to lead. Raises InputEnded."""
        loop = asyncio.get_running_loop()
        typed: asyncio.Future[Made] = loop.create_future()

        def wait() -> None:
            try:
                done = partial(typed.set_result, read())
            except Exception as error:
                done = partial(typed.set_exception, error)
            with suppress(RuntimeError):  # nobody waits any more
                loop.call_soon_threadsafe(lambda: typed.done() or done())

        Thread(target=wait, daemon=True).start()
        either: list[asyncio.Future[Any]] = [typed, self._ended]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        return await (typed if typed.done() else self._ended)

    async def command(self) -> str:
        """What is to be done; all of a chat that is pasted, as one. Raises InputEnded."""
        if self._ahead:
            return self._ahead.pop(0)
        lines = await self._at_once("")
        while self._bounced(lines):
            lines = await self._at_once("")
        if not self._is_chat(lines):
            self._ahead = [each for each in lines[1:] if each]
            return lines[0]
        while any(more := await self._at_once("host.plain.prompt-pasted", n=sum(map(bool, lines)))):
            lines += more
        return "\n".join(lines)

    def _bounced(self, lines: list[str]) -> bool:
        """Whether Enter comes so soon after another at a terminal that it was not meant for what is told now."""
        if any(lines) or not self._talk.on_terminal:
            return False
        before, self._entered = self._entered, time.monotonic()
        return self._entered - before < _BOUNCE

    async def _at_once(self, prompt: str, **values: int) -> list[str]:
        """The line that is typed, and those that come along with it."""
        return [await self.hear(prompt, **values), *await self._typed(self._talk.came_along)]

    def _is_chat(self, lines: list[str]) -> bool:
        """Whether these are lines of a chat, not each to be done by itself: a letter in a chat is no command."""
        said, state = [each for each in lines if each], self._state
        if state is None or state.view.plan is not None:
            return False
        if state.view.ballot is None or state.view.step not in COUNTS:
            return len(said) > 1 and any(map(from_chat, said))
        if len(said) < 2 and not any(map(from_chat, said)):
            return False
        with suppress(NoCount):
            return bool(counted("\n".join(said), len(state.view.ballot.options)).hands)
        return meant(state, self._scenarios(state), said[0]) is None

    async def leave(self) -> bool:
        """Ask what is to become of the room; whether whoever leads leaves it."""
        if self._state is not None:
            self._tell_lost(self._state.view, Ended())
        word = (await self.hear("host.plain.leave")).lower()
        if word in listed(say("host.plain.end")):
            await self._do(Ended())
            return self.step is Step.OVER
        return word in ("", *listed(say("host.plain.leave-open")), *QUIT.words) or self._no(word)

    async def obey(self, line: str) -> None:
        """Do what the facilitator typed."""
        state, word = self._state, line.lower()
        assert state is not None
        if word in listed(say("host.plain.notes")) and state.notes is not None:
            tell_notes(state.notes, state.view.ballot, self._talk)
        elif word in listed(say("host.plain.debrief")) and state.debrief is not None:
            tell_debrief(self._course, state.debrief, self._talk)
        elif word in listed(say("host.plain.other-side")) and state.view.other_side:
            tell_other_side(state.view, self._talk)
        elif word in listed(say("host.plain.left-out")) and self._left_out:
            self._talk.say(self._left_out)
        elif word in listed(say("host.plain.addresses")):
            self.tell_addresses()
        elif (event := meant(state, self._scenarios(state), line)) is None:
            if stands := rooms.stands(state.view, by_hand=self._place.by_hand):
                self._talk.say(stands)
            self._talk.say(why_not(state.view, line))
        elif await self._sure(state.view, event):
            done = await self._do(event, not_here(line))
            if done:
                self._left_out = ""
            if done and isinstance(event, Counted) and state.view.ballot is not None:
                found = counted(line, len(state.view.ballot.options))
                self._talk.say(rooms.counted(found))
                self._left_out = rooms.left_out(found) if found.left_out else ""

    async def _sure(self, view: View, event: RoomEvent) -> bool:
        """Whether that is meant, where it is asked once more."""
        question = rooms.sure(view, event)
        if not question:
            return True
        self._tell_lost(view, event)
        word = (await self.hear("host.plain.sure", question=question)).lower()
        return word in listed(say("command.answer.yes")) or self._no(word)

    def _no(self, word: str) -> bool:
        """Nothing is done; at any other word than those that were named, this is said."""
        if word not in listed(say("command.answer.no")):
            self._talk.say(say("keys.counts-as-no", key=said_back(word) or say("plain.enter")))
        return False

    def _tell_lost(self, view: View, event: RoomEvent) -> None:
        """Say what nobody would know any more once that is done."""
        if lost := rooms.lost(view, event):
            self._talk.say(lost)

    async def _do(self, event: RoomEvent, when: str = "") -> bool:
        """Do this; whether it was done. `when` is what is said where it can't be done here."""
        assert self._state is not None
        number = self._state.view.number
        answer = await self._podium.do(number, event)
        if isinstance(answer, Refused):
            self._talk.say((answer.why == "unfit" and when) or why_not_done(answer.why))
            return False
        while self._state.view.number == number and not self._ended.done():
            self._known.clear()
            await self._known.wait()
        return True
