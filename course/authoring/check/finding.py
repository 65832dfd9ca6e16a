"""What a check finds, before it is known how the line reads and which level the course gives it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from course.model import Head, Spot, Spots


class Found(NamedTuple):
    """One finding; the fields mean what they mean in `course.reading.Problem`."""

    code: str
    file: str
    spot: Spot
    message: str
    mend: str
    meant: str = ""
    also: tuple[tuple[str, Spot], ...] = ()
    """Other places that have to do with it: file and spot."""


def place(spots: Spots, *names: str) -> Spot:
    """The spot of the first of these fields that was written, or of the record itself."""
    return next((spots[name] for name in names if name in spots), spots.get("", (1, 1)))


def some(names: Iterable[str], most: int = 4) -> str:
    """A few of many names, for a message."""
    listed = list(names)
    more = f" and {len(listed) - most} more" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more


def about(head: Head, name: str) -> Spot:
    """The spot of a field of a scenario's head, or where the file begins."""
    return head.spots.get(name, (1, 1))
