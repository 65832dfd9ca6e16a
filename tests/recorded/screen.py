"""The Textual face in a real terminal of 80 by 24, one key at a time. What stands on the screen is read off it."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyte

from tests.recorded.program import Program
from tests.terminal import Terminal

COLUMNS, ROWS = 80, 24
WAIT = "(wait)"
"""Stands for a key: none is pressed, and what changes by itself is waited for."""

_BYTES = {
    "Enter": "\r",
    "Esc": "\x1b[27u",  # as newer terminals send it; a bare one makes the program wait for what may follow
    "Space": " ",
    "Backspace": "\x7f",
    "←": "\x1b[D",
    "→": "\x1b[C",
    "↑": "\x1b[A",
    "↓": "\x1b[B",
    "Ctrl+P": "\x10",
}
_QUIET = 0.03
"""Seconds in which nothing is drawn and nothing is worked on, and the screen is still."""
_LATE = 0.4
"""The same where more may come late: after a key that may end the program, which waits for a while before it ends, and
after one with which nothing has happened, since it may still be on its way."""
_BLIND = 0.4
"""The same where the system does not tell whether the program is at work."""
_IDLE = 30_000_000
"""Nanoseconds of work in a second that a program does that does nothing."""
_PATIENCE = 120.0
"""Seconds after which a screen that is never still is taken as it is."""


class Screen:
    """One start of the program. The program has to be the process that the command starts, not a child of it."""

    def __init__(self, program: Program, home: Path, *arguments: str) -> None:
        self._terminal = Terminal(
            [*program.command, *arguments],
            columns=COLUMNS,
            rows=ROWS,
            env=program.environment(home),
            cwd=str(home),
            bare=True,
        )
        self._drawn = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._drawn)
        self._seen = 0
        self._rows: list[str] = []
        self._await_change()

    def __enter__(self) -> Screen:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._terminal.close()

    @property
    def rows(self) -> list[str]:
        """The screen from top to bottom; once the program has left, how it left."""
        if self.gone:
            return [f"(left with status {self._terminal.exit_code})"]
        return self._rows

    @property
    def keys(self) -> dict[str, str]:
        """The keys that the last row names, each with what it does."""
        return {} if self.gone else named(self._rows[-1])

    @property
    def gone(self) -> bool:
        """Whether the program has left."""
        return self._terminal.ended

    def press(self, key: str) -> None:
        """Press a key, as the key bar calls it, or type several letters at once; then wait until all is still."""
        if key == WAIT:
            self._await_change()
            return
        since = len(self._terminal.output)
        leaving = self.keys.get(key, "leave") == "leave" and key in ("q", "Esc")
        with suppress(OSError):  # it has just left; that shows
            self._terminal.send(_BYTES.get(key, key))
        self._rest(_LATE if leaving else _QUIET)
        if len(self._terminal.output) == since:
            self._rest(_LATE)

    def _await_change(self) -> None:
        """Wait until something is drawn, and then until it is done."""
        since = len(self._terminal.output)
        deadline = time.monotonic() + _PATIENCE
        while len(self._terminal.output) == since and not self.gone and time.monotonic() < deadline:
            self._terminal.read(_QUIET)
        self._rest()

    def _rest(self, quiet: float = _QUIET) -> None:
        """Wait until nothing comes any more and the program has nothing to do."""
        deadline = time.monotonic() + _PATIENCE
        crowd = os.getloadavg()[0] / (os.cpu_count() or 1)  # where many wait, what is sent takes its time
        quiet = max(quiet, _QUIET * crowd)
        while not self.gone and time.monotonic() < deadline:
            before = _work(self._terminal.pid)
            if self._terminal.read(max(quiet, _BLIND) if before is None else quiet):
                continue
            after = _work(self._terminal.pid)
            if before is None or (after is not None and not after[1] and after[0] - before[0] < _IDLE * quiet):
                break
        self._stream.feed(bytes(self._terminal.output[self._seen :]))
        self._seen = len(self._terminal.output)
        self._rows = [row.rstrip() for row in self._drawn.display]


def named(row: str) -> dict[str, str]:
    """The keys that a key bar names: "1-3 choose   ←/→ another one" names five."""
    found: dict[str, str] = {}
    for part in re.split(r"\s{3,}", row.strip()):
        keys, _, what = part.partition(" ")
        span = re.fullmatch(r"(\d)-(\d)", keys)
        names = map(str, range(int(span[1]), int(span[2]) + 1)) if span else keys.split("/")
        found.update(dict.fromkeys(names, what))
    return found


def _work(pid: int) -> tuple[int, bool] | None:
    """Nanoseconds of work so far, and whether any thread is at it now; None where the system does not say."""
    done, busy = 0, False
    for thread in Path(f"/proc/{pid}/task").glob("*"):
        try:
            done += int((thread / "schedstat").read_text().split()[0])
            state = (thread / "stat").read_text().rpartition(")")[2].split()[0]
        except (OSError, IndexError, ValueError):  # this thread has just ended
            continue
        busy = busy or state in "RD"
    return (done, busy) if done else None
