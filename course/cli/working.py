"""Long work of a command: on a terminal it is said what takes so long, and a dot a second shows that it goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from course.system.printing import warn

A_MOMENT = 1.0
"""Seconds that nobody minds, and between two dots."""


@contextmanager
def working(what: str, moment: float = A_MOMENT) -> Iterator[None]:
    """While this is done. In a pipe nothing is said, whichever end of it is no terminal: who reads that reads what the
    command prints, and not how long it took."""
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(what, moment, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(what: str, moment: float, done: Event) -> None:
    if done.wait(moment):
        return
    warn(f"{what} ", end="", flush=True)
    while not done.wait(moment):
        warn(".", end="", flush=True)
    warn("", flush=True)
