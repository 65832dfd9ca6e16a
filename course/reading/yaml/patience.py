"""How long it is tried to find out what was meant, where something is wrong: a text is read again, as it may have been
meant, and again. It is counted in what is read, never by a clock, so that the same file always gets the same answer."""

from __future__ import annotations

_MOST = 6_500_000
"""Characters; that is a second or two, and a file of a usual length well over a hundred times."""
_LITTLE = 1_500_000


class Spent(Exception):
    """There has been enough of it: what was not found out is left as it is."""


class Patience:
    """What is left of it for one file."""

    def __init__(self) -> None:
        self._left = _MOST

    def renew(self) -> None:
        """Allow for one more question, which reads little."""
        self._left = _LITTLE

    def take(self, characters: int) -> None:
        """Read so much once more. Raises Spent."""
        if self._left <= 0:
            raise Spent
        self._left -= characters
