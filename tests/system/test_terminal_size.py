"""How large the terminal is, by its own account and by what is exported."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.terminal import PATIENCE, Terminal

ASK = [sys.executable, "-c", "from course.system.terminal_size import terminal_size; print(*terminal_size())"]
OTHERS = {"COLUMNS": "10", "LINES": "4"}


def test_a_terminal_knows_how_large_it_is_whatever_is_exported() -> None:
    with Terminal(ASK, columns=100, rows=32, env=OTHERS) as terminal:
        terminal.read_until("100 32")


def test_where_no_terminal_says_so_what_is_exported_is_all_that_is_known() -> None:
    """As in a pipe, or on a serial line, which has no size."""
    env = {**os.environ, **OTHERS}
    made = subprocess.run(ASK, capture_output=True, text=True, check=True, env=env, timeout=PATIENCE)
    assert made.stdout == "10 4\n"
    with Terminal(ASK, columns=0, rows=0, env=OTHERS) as terminal:
        terminal.read_until("10 4")
