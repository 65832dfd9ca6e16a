"""Turns: an exercise asks once or several times, and what it asks next may depend on the answers before."""

from __future__ import annotations

from typing import Any, NamedTuple


class Turn(NamedTuple):
    """Which of its questions an exercise has come to."""

    number: int = 0
    past: tuple[Any, ...] = ()
    """What of the answers before can still matter, as the kind keeps it."""


FIRST = Turn()
