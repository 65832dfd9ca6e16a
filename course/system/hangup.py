"""The end of the terminal is the end of the program, whether a signal tells of it or not.

Closing a window sends SIGHUP only to what the terminal controls, and only where nobody has asked not to hear of it. Who
hears nothing goes on: reading, which ends at once, for ever. So the terminal itself is watched.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
from contextlib import suppress
from functools import cache

HANGUP: int = getattr(signal, "SIGHUP", 1)
_GRACE = 1.2
"""Seconds for leaving in good order, before the program is ended wherever it is. What is kept by then stays kept."""


@cache
def watch_terminal() -> None:
    """Have SIGHUP come whenever the terminal that we stand in goes. Where there is none, nothing is watched."""
    ends = _ends()
    if ends and hasattr(select, "poll"):
        threading.Thread(target=_watch, args=(ends,), name="hangup", daemon=True).start()


def has_gone() -> bool:
    """Whether a terminal that we stand in is no longer there."""
    ends = _ends()
    if not ends or not hasattr(select, "poll"):
        return False
    return any(what & select.POLLHUP for _, what in _polled(ends).poll(0))


@cache
def _ends() -> list[int]:
    """The numbers of our ends that were terminals when we came: one that has gone no longer says so."""
    return [number for number in map(_number, (sys.stdin, sys.stdout, sys.stderr)) if number is not None]


def _polled(ends: list[int]) -> select.poll:
    poll = select.poll()
    for end in ends:
        poll.register(end, 0)  # nothing is waited for but the end
    return poll


def _number(stream: object) -> int | None:
    """The number of an end that is a terminal."""
    with suppress(AttributeError, OSError, ValueError):
        number = int(stream.fileno())  # type: ignore[attr-defined]
        return number if os.isatty(number) else None
    return None


def _watch(ends: list[int]) -> None:
    poll = _polled(ends)
    while True:
        found = poll.poll()
        if any(what & select.POLLHUP for _, what in found):
            os.kill(os.getpid(), HANGUP)
            time.sleep(_GRACE)
            os._exit(128 + HANGUP)
        for end, _ in found:  # one that cannot be watched here
            poll.unregister(end)
        ends = [each for each in ends if each not in dict(found)]
        if not ends:
            return
