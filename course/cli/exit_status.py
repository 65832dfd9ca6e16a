"""How a command ends: its exit status is an interface, and scripts rely on it."""

from __future__ import annotations

FINE = 0
PROBLEMS = 1
COULD_NOT_RUN = 2
BY_SIGNAL = 128
"""Plus the number of the signal: 130 for Ctrl+C, 143 for SIGTERM, 129 when the terminal has gone, 141 when nobody reads
the output."""


class CouldNotRun(Exception):
    """The command cannot do what was asked. The message is a sentence for the user."""


class Stopped(KeyboardInterrupt):
    """A signal asked us to stop. It ends things the way Ctrl+C does."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
