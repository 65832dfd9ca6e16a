"""What a key costs on a real terminal of 100x32: the time until its last byte has come, and how many bytes come.

Motion is off, since a sliding mark is meant to take its time. The smallest Textual app that redraws a line at each
key runs beside ours, and gets a key in turn.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from course.visit.settings import Settings, save
from tests.bench.row import Row
from tests.bench.start import HOME, OURS, play_some
from tests.terminal import Terminal

REDRAWING = [sys.executable, str(Path(__file__).with_name("redrawing_app.py"))]
_KEYS = 120
_DECIDING = cycle("1ab")
"""Pick the first option, call it assertive, and go back."""
_DOWN = "\x1b[B"
_QUIET = 0.08
"""Seconds after which no more is to come."""


def _milliseconds(terminal: Terminal, key: str) -> float:
    sent = terminal.send(key)
    return (terminal.settle(_QUIET) - sent) * 1000


def rows() -> Iterator[Row]:
    """A key in a scenario, and one on home."""
    yield from _in_a_scenario()
    yield from _on_home()


def _in_a_scenario() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        save(Path(folder) / "settings.json", Settings(motion=False))
        env = {"FINELINE_HOME": folder}
        playing = [*OURS, "play", "parking-lot", "--seed", "1"]
        with (
            Terminal(playing, columns=100, rows=32, env=env) as ours,
            Terminal(REDRAWING, columns=100, rows=32, env=env) as theirs,
        ):
            for terminal, sign in ((ours, "The parking lot"), (theirs, "Redrawing")):
                terminal.read_until(sign)
                terminal.settle(1)
            found = [(_milliseconds(ours, key), _milliseconds(theirs, "x")) for key in islice(_DECIDING, _KEYS)]
    mine, other = ([pair[which] for pair in found] for which in (0, 1))
    ratio = statistics.median(mine) / statistics.median(other)
    yield Row("a key in a scenario, median / smallest redrawing app", ratio, 2.5)
    late = statistics.quantiles(mine, n=100)[98] / statistics.quantiles(other, n=100)[98]
    yield Row("the same, the slowest of a hundred", late, "")


def _on_home() -> Iterator[Row]:
    """An arrow key, round all that can be picked there."""
    with tempfile.TemporaryDirectory() as folder:
        play_some(Path(folder))
        with Terminal(OURS, columns=100, rows=32, env={"FINELINE_HOME": folder}) as terminal:
            terminal.read_until(HOME)
            terminal.settle(2)  # by then home has looked through the course, and drawn what it found
            found = []
            for _ in range(15):
                before = len(terminal.output)
                terminal.send(_DOWN)
                terminal.settle(_QUIET)
                found.append(len(terminal.output) - before)
    yield Row(
        "bytes to the terminal for one arrow key on home", statistics.median(found), 600, (min(found), max(found))
    )
