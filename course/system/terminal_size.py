"""How large the terminal is. It knows that itself: COLUMNS and LINES may be those of another window."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress


def terminal_size() -> os.terminal_size:
    """The columns and rows of the terminal that is written to. Where none says how large it is, those that COLUMNS and
    LINES name, and else 80 and 24."""
    for stream in (sys.__stdout__, sys.__stderr__):
        with suppress(AttributeError, ValueError, OSError):  # there is none, it is closed, or it is no terminal
            size = os.get_terminal_size(stream.fileno())  # type: ignore[union-attr]
            if size.columns > 0 and size.lines > 0:
                return size
    return shutil.get_terminal_size()
