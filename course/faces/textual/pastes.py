"""What is pasted stays one piece, whatever is in it.

To the framework, an escape code within a paste is its end: the letters behind it are then typed, each as a key, and
come before those in front of it. So such codes lose their first character before the framework looks at them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.message import Message

_ESCAPE = "\x1b"
_BEGIN, _END = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before a paste and behind it."""


class WholePastes(XTermParser):
    """The framework's reader of what a terminal sends, to which a paste is one piece."""

    _pasting = False
    _begun = ""
    """What may be the beginning of the end of a paste, of which the rest has not come yet."""

    def feed(self, data: str) -> Iterable[Message]:
        """The messages that these characters make; without any, the terminal is gone."""
        harmless = self._harmless(data)
        return super().feed(harmless) if harmless or not data else ()

    def _harmless(self, data: str) -> str:
        data, self._begun = self._begun + data, ""
        harmless = []
        while data:
            if self._pasting:
                pasted, end, data = data.partition(_END)
                if not end:
                    pasted, self._begun = _without_beginning_of_end(pasted)
                harmless += [pasted.replace(_ESCAPE, ""), end]
                self._pasting = not end
            else:
                typed, begin, data = data.partition(_BEGIN)
                harmless += [typed, begin]
                self._pasting = bool(begin)
        return "".join(harmless)


def keep_pastes_whole(driver: type[Driver]) -> None:
    """Let a driver of the framework read what its terminal sends in this way. It offers no other place for that than
    the name by which it calls its reader."""
    module = sys.modules[driver.__module__]
    if getattr(module, "XTermParser", None) is XTermParser:
        setattr(module, "XTermParser", WholePastes)  # noqa: B010 (the module does not offer the name to others)


def _without_beginning_of_end(pasted: str) -> tuple[str, str]:
    """What is pasted, and what stands at its end and may be the first characters of `_END`."""
    at = pasted.rfind(_ESCAPE, -len(_END) + 1)
    return (pasted[:at], pasted[at:]) if at >= 0 and _END.startswith(pasted[at:]) else (pasted, "")
