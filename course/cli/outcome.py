"""How a command ends: its exit status is an interface, and scripts rely on it."""

from __future__ import annotations

FINE = 0
PROBLEMS = 1
COULD_NOT_RUN = 2
INTERRUPTED = 130


class CouldNotRun(Exception):
    """The command cannot do what was asked. The message is a sentence for the user."""
