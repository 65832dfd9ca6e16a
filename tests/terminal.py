"""A real pseudo-terminal around a child process, for tests and benchmarks that only a terminal can prove."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType

PATIENCE = 60.0
"""Seconds after which what has not come is taken never to come, on a machine that does a lot besides."""


class Terminal:
    """A child process in a terminal of its own. Everything it writes is kept in `output`."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: str | None = None,
        bare: bool = False,
        owned: bool = False,
    ) -> None:
        """`bare`: whether `env` is the whole environment, and nothing of ours comes with it; `owned`: whether the
        terminal controls the child, as a window does what runs in it, and tells it of its end."""
        self.output = bytearray()
        self.exit_code: int | None = None
        self.peak_kib = 0
        """The child's largest resident size; known once it has ended."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {
            **({} if bare else os.environ),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            **(env or {}),
        }
        for name in ("NO_COLOR", "COLUMNS", "LINES"):
            if name not in (env or {}):
                environment.pop(name, None)
        self.started = time.perf_counter()
        self._child = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=_own if owned else None,
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read_until(self, text: str, seconds: float = PATIENCE, since: int = 0) -> float:
        """Read until `text` has been written after byte `since`; the moment it was, by perf_counter."""
        wanted = text.encode()
        deadline = time.perf_counter() + seconds
        while wanted not in self.output[since:]:
            if not self.read(deadline - time.perf_counter()):
                raise AssertionError(f"{text!r} never came; last was {bytes(self.output[-600:])!r}")
        return time.perf_counter()

    @property
    def pid(self) -> int:
        """The child's number, for asking the system about it."""
        return self._child.pid

    @property
    def ended(self) -> bool:
        """Whether the child has left; then `exit_code` says how."""
        self.exit_code = self._child.poll()
        return self.exit_code is not None

    def settle(self, quiet: float = 0.12, seconds: float = 10) -> float:
        """Read until nothing has come for `quiet` seconds; the moment the last byte came. For measuring only: on a
        busy machine, what is quiet has not always come to its end."""
        last = time.perf_counter()
        deadline = last + seconds
        while time.perf_counter() < deadline:
            if not self.read(quiet):
                break
            last = time.perf_counter()
        return last

    def send(self, keys: str) -> float:
        """Type; the moment it was typed."""
        at = time.perf_counter()
        os.write(self._master, keys.encode())
        return at

    def answer(self, keys: str, then: str) -> None:
        """Type, and read until the program has written that in turn."""
        before = len(self.output)
        self.send(keys)
        self.read_until(then, since=before)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to the child."""
        self._child.send_signal(number)

    def wait(self, seconds: float = PATIENCE) -> int:
        """Read to the end and wait for the child to go; its exit code."""
        deadline = time.perf_counter() + seconds
        while self.read(deadline - time.perf_counter()):
            pass
        while self.exit_code is None:
            gone, status, usage = os.wait4(self._child.pid, os.WNOHANG)
            if gone:
                self.exit_code = self._child.returncode = os.waitstatus_to_exitcode(status)
                self.peak_kib = usage.ru_maxrss
            elif time.perf_counter() > deadline:
                raise AssertionError(f"It never left; last was {bytes(self.output[-600:])!r}")
            else:
                time.sleep(0.01)
        return self.exit_code

    def hang_up(self) -> None:
        """Take the terminal away, as a window that is closed does."""
        os.close(self._master)
        self._master = -1

    def leave(self, seconds: float = PATIENCE) -> int:
        """Wait for the child to go without a terminal to read; its exit code."""
        self.exit_code = self._child.wait(seconds)
        return self.exit_code

    def close(self) -> None:
        """End the child if it still runs, and give the terminal back."""
        if self.exit_code is None:
            if self._child.poll() is None:
                self._child.kill()
            self._child.wait()
            self.exit_code = self._child.returncode
        if self._master >= 0:
            os.close(self._master)

    def read(self, seconds: float) -> bool:
        """Read what comes within so many seconds; whether anything did."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the child has gone and the terminal with it
            return False
        self.output += data
        return bool(data)


def _own() -> None:
    """Let standard input, a terminal, control this session."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
