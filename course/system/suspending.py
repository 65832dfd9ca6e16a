"""Ctrl+Z: whether there is a shell that would bring a program back that has stopped."""

from __future__ import annotations

import os
import sys


def can_be_brought_back() -> bool:
    """Whether somebody waits for us who would see that we have stopped: a parent in the same session and in another
    group of processes, as a shell with job control is. Anywhere else a stopped program hangs for good."""
    if sys.platform == "win32":
        return False
    try:
        parent = os.getppid()
        return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
    except OSError:
        return False
