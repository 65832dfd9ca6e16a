"""A terminal that goes takes the program along, told of it or not; who is told in time gives it back as it was."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence

import pytest

from tests.folders import BAKERY
from tests.terminal import Terminal

COURSE = str(BAKERY)
LASTING = {
    "home": (["--course", COURSE], "The back door"),
    "story": (["play", "thank-you", "--course", COURSE], "flour"),
    "ask": (["ask"], "\x1b[?1049h"),
    "preview": (["preview", COURSE], "flour"),
    "map": (["map", "thank-you", "--course", COURSE], "\x1b[?1049h"),
    "plain": (["--plain", "--course", COURSE], "or quit:"),
    "plain story": (["play", "thank-you", "--plain", "--course", COURSE], "Your choice"),
    "watch": (["check", COURSE, "--watch"], "Watching"),
    "forget": (["forget"], "Type yes"),
}
"""Every command that waits for somebody, and what it says when it does."""
DEAF = """
import signal
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from course.cli.main import leave
leave()
"""


def started(arguments: Sequence[str], *, deaf: bool, owned: bool) -> Terminal:
    program = ["-c", DEAF] if deaf else ["-m", "course"]
    return Terminal([sys.executable, *program, *arguments], columns=100, rows=32, owned=owned)


@pytest.mark.parametrize("how", ["deaf", "no controlling terminal", "told"])
@pytest.mark.parametrize("what", LASTING)
def test_the_end_of_the_terminal_is_the_end_of_the_program(what: str, how: str) -> None:
    """Ended after 1.2 s at the latest, also where leaving in good order would take for ever."""
    arguments, says = LASTING[what]
    from course.system import paths

    paths.home().mkdir()
    paths.log_file().touch()  # something to forget
    with started(arguments, deaf=how == "deaf", owned=how != "no controlling terminal") as terminal:
        terminal.read_until(says)
        terminal.hang_up()
        assert terminal.leave() == 128 + signal.SIGHUP
    assert not paths.log_file().read_text(), "nothing unexpected happened"


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
@pytest.mark.parametrize("after", ["\x1b[?1049h", "\x1b[?25l", "\x1b[?1004h", "\x1b[?7l"])
def test_a_signal_at_once_gives_the_terminal_back(number: signal.Signals, after: str) -> None:
    with started(["play", "thank-you", "--course", COURSE], deaf=False, owned=False) as terminal:
        terminal.read_until(after)
        terminal.kill(number)
        assert terminal.wait() == 128 + number
        assert b"\x1b[?1049l" in terminal.output
