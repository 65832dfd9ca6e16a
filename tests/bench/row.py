"""One row of the table."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """What was measured, and what it should be at most."""

    what: str
    now: float
    aim: float | str
    spread: tuple[float, float] | None = None
    """The lowest and the highest of the rounds."""

    @property
    def shown(self) -> str:
        """What was measured, in as many digits as mean something."""
        if self.spread is None:
            return _short(self.now)
        return f"{_short(self.now)} ({_short(self.spread[0])} to {_short(self.spread[1])})"


def ratio(what: str, pairs: Sequence[tuple[float, float]], aim: float | str) -> Row:
    """The median of ours to theirs, each pair measured in one round."""
    found = [ours / theirs for ours, theirs in pairs]
    return Row(what, statistics.median(found), aim, (min(found), max(found)))


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"
