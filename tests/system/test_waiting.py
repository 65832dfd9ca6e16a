"""A signal that comes just before a read ends the wait all the same."""

from __future__ import annotations

import os
import pty
import signal
import sys
import threading
from types import FrameType
from typing import TextIO

import pytest

from course.system.waiting import wait_for_line
from tests.terminal import Terminal

pytestmark = pytest.mark.slow

ROUNDS = 1500
"""Without the wait, about one round in two hundred is lost."""


def test_who_is_stopped_and_brought_back_is_asked_again() -> None:
    with Terminal([sys.executable, "-m", "course", "ask", "--plain"]) as terminal:
        terminal.read_until("1 to 5: ")
        asked = len(terminal.output)
        for _ in range(60):  # nobody could stop it by hand in the moment before it waits for an answer
            os.kill(terminal.pid, signal.SIGSTOP)
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.read(1)
            if b"1 to 5: " in terminal.output[asked:]:
                break
        assert b"1 to 5: " in terminal.output[asked:]
        terminal.send("home\n")
        assert terminal.wait() == 0


class Stopped(Exception):
    """What the handler raises, as ours does."""


def stop(_: int, __: FrameType | None) -> None:
    raise Stopped


class Sender(threading.Thread):
    """Sends one signal a moment after it is told to; when that is lost it says so, and sends another."""

    def __init__(self, moment: int) -> None:
        super().__init__(daemon=True)
        self.go, self.done = threading.Event(), threading.Event()
        self.lost = False
        self._moment = moment
        self._to = threading.get_ident()

    def run(self) -> None:
        self.go.wait()
        for _ in range(self._moment):
            pass
        signal.pthread_kill(self._to, signal.SIGUSR1)
        while not self.done.wait(5):
            self.lost = True
            signal.pthread_kill(self._to, signal.SIGUSR1)


def read(source: TextIO, sender: Sender) -> None:
    sender.go.set()
    wait_for_line(source, lambda: None)
    source.readline()


def test_no_signal_is_lost_however_close_to_the_read_it_comes() -> None:
    master, terminal = pty.openpty()
    before = signal.signal(signal.SIGUSR1, stop)
    lost = 0
    try:
        with os.fdopen(terminal) as source:
            for number in range(ROUNDS):
                sender = Sender(moment=number % 200)
                sender.start()
                with pytest.raises(Stopped):
                    read(source, sender)
                sender.done.set()
                sender.join()
                lost += sender.lost
    finally:
        signal.signal(signal.SIGUSR1, before)
        os.close(master)
    assert lost == 0
