"""The pilot without a clock: what a key sets off is over when `press` returns, however slow the machine is.

Textual's own pilot takes an app for idle when the processor has little to do for a fiftieth of a second. On a busy
machine that is a guess. Here the turns of the event loop are counted instead: whatever a key sets off is done some
turns later, on every machine the same number of them. What waits for a thread or a timer is waited for with `until`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

_TURNS = 25
"""Turns of the loop in which each message that is under way reaches whoever it is for."""
_ROUNDS = 4
"""As often messages may lead to others, such as a key to a page and a page to what is drawn on it."""

_press, _pause, _run_test = Pilot.press, Pilot.pause, App.run_test


async def turns(min_sleep: float = 0, max_sleep: float = 0) -> None:  # noqa: ARG001 (as Textual calls it)
    """Let everything that could go on do so."""
    for _ in range(_TURNS):
        await asyncio.sleep(0)


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until all that has been set off is done and drawn."""
    for _ in range(_ROUNDS):
        await turns()
        if pilot.app.is_running and pilot.app.screen_stack:
            await _pause(pilot, 0)


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


@asynccontextmanager
async def run_test(app: App[Any], **options: Any) -> AsyncIterator[Pilot[Any]]:
    """Run the app; its first page is there when this begins."""
    async with _run_test(app, **options) as pilot:
        await settled(pilot)
        yield pilot


def without_a_clock(patch: pytest.MonkeyPatch) -> None:
    """Let every pilot be so."""
    patch.setattr(Pilot, "press", press)
    patch.setattr(Pilot, "pause", pause)
    patch.setattr(App, "run_test", run_test)
    patch.setattr("textual.app.wait_for_idle", turns)
    patch.setattr("textual.pilot.wait_for_idle", turns)
