"""Waiting for somebody to type, without missing a signal."""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import TextIO


def wait_for_line(source: TextIO, again: Callable[[], object]) -> None:
    """Wait until a terminal has a line to read. Comes back at once for what is no terminal. When the program has been
    stopped (Ctrl+Z) and is brought back, what was typed is lost, and the shell has written below the question: `again`
    asks it once more.

    Without this, Ctrl+C is lost when it comes in the instant before the read: Python's handler waits for the read
    to end, and the read waits for a key. Here the system itself writes a byte when the signal comes, which ends the
    wait, and then the handler runs.
    """
    if os.name != "posix" or threading.current_thread() is not threading.main_thread() or not source.isatty():
        return
    heard, rung = _bell()
    before = signal.set_wakeup_fd(rung, warn_on_full_buffer=False)
    stopped = signal.signal(signal.SIGCONT, lambda *_: again())
    try:
        while True:
            with suppress(BlockingIOError):
                os.read(heard, 1024)  # rung for signals that have been handled by now
            if source.fileno() in select.select([source.fileno(), heard], [], [])[0]:
                return
    finally:
        signal.signal(signal.SIGCONT, stopped or signal.SIG_DFL)
        signal.set_wakeup_fd(before)


def another_waits(source: TextIO) -> bool:
    """Whether a terminal has one more line already: what is pasted comes faster than anybody types. Never of a pipe,
    all of whose lines wait."""
    if os.name != "posix" or not source.isatty():
        return False
    return bool(select.select([source.fileno()], [], [], _AT_ONCE)[0])


_AT_ONCE = 0.1
"""Seconds between two lines that are pasted, at most."""


@cache
def _bell() -> tuple[int, int]:
    """A pipe that neither fills up nor blocks: the end to listen at, and the one for the system to write to."""
    heard, rung = os.pipe()
    os.set_blocking(heard, False)
    os.set_blocking(rung, False)
    return heard, rung
