"""The pilot without a clock: what a key sets off is over when `press` returns, however slow the machine is.

Textual's own pilot takes an app for idle when the processor has little to do for a fiftieth of a second. On a busy
machine that is a guess, and on a quiet one it is a wait. Here the event loop is asked: when nothing in it is ready to
run, and drawing what has changed makes nothing ready, then whatever a key has set off is done, on every machine. What
waits for a thread or a timer is waited for with `until`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

_RESTLESS = 100_000
"""Turns of the loop after which an app will not come to rest."""
_FRAMES = 100
"""Frames after which it will not, either."""

_press, _pause, _resize, _run_test = Pilot.press, Pilot.pause, Pilot.resize_terminal, App.run_test


class _Loop(asyncio.BaseEventLoop):
    def rests(self) -> bool:
        """Whether nothing is ready to run in the next turn; asyncio has no public word for it."""
        return not self._ready  # type: ignore[attr-defined]


def _rests() -> bool:
    return _Loop.rests(asyncio.get_running_loop())  # type: ignore[arg-type]


async def quiet(min_sleep: float = 0, max_sleep: float = 0) -> None:  # noqa: ARG001 (as Textual calls it)
    """Let everything that could go on do so, and whatever that sets off."""
    for _ in range(_RESTLESS):
        await asyncio.sleep(0)
        if _rests():
            return
    raise AssertionError("the app does not come to rest")


async def over(_: Pilot[Any]) -> bool:
    """Wait until every widget has worked off what it was sent: none has, as long as anything in the loop is ready."""
    await quiet()
    return True


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until all that has been set off is done and drawn."""
    for _ in range(_FRAMES):
        await quiet()
        if not pilot.app.is_running or not pilot.app.screen_stack:
            return
        await _pause(pilot, 0)
        if _rests():
            return
    raise AssertionError("the app draws itself again and again")


async def pause(pilot: Pilot[Any], delay: float | None = None) -> None:
    """Wait so many seconds; without a number, until all is done and drawn."""
    if delay is None:
        await settled(pilot)
    else:
        await _pause(pilot, delay)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, each once what the one before it set off is done."""
    await settled(pilot)
    for key in keys:
        await _press(pilot, key)
        await settled(pilot)


async def resize_terminal(pilot: Pilot[Any], width: int, height: int) -> None:
    """Give the window another size; Textual waits a moment for a better one."""
    await _resize(pilot, width, height)
    while pilot.app.screen.outer_size != (width, height):  # its `size` is that of the terminal, at once
        await _pause(pilot, 0.01)
    await settled(pilot)


@asynccontextmanager
async def run_test(app: App[Any], **options: Any) -> AsyncIterator[Pilot[Any]]:
    """Run the app; its first page is there when this begins."""
    async with _run_test(app, **options) as pilot:
        await settled(pilot)
        yield pilot


def without_a_clock(patch: pytest.MonkeyPatch) -> None:
    """Let every pilot be so."""
    patch.setattr(Pilot, "_wait_for_screen", over)
    patch.setattr(Pilot, "press", press)
    patch.setattr(Pilot, "pause", pause)
    patch.setattr(Pilot, "resize_terminal", resize_terminal)
    patch.setattr(App, "run_test", run_test)
    patch.setattr("textual.app.wait_for_idle", quiet)
    patch.setattr("textual.pilot.wait_for_idle", quiet)
