"""Changes to an author's files: shown as lines, and asked about before they are written."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from course.reading.problems import Edit
from course.system.printing import put
from course.system.waiting import wait_for_line
from course.text.clean import UNSAFE
from course.text.isolates import closed

_MOST_SHOWN = 4
"""Lines of one mend."""


def change(edits: Sequence[Edit], most: int = _MOST_SHOWN) -> list[str]:
    """The lines as they are and as they would be; the first few, where there are many."""
    lines: list[str] = []
    for edit in edits[:most]:
        lines.append(f"line {edit.number} is:       {_visible(edit.old)}")
        label = f"line {edit.number} would be: "
        for each in edit.new.splitlines() or [""]:
            lines.append(f"{label}{_visible(each)}")
            label = " " * len(label)  # one line becomes several
    more = len(edits) - most
    return [*lines, f"… and {more} more line{'s' if more > 1 else ''} in the same way"] if more > 0 else lines


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def yes(question: str) -> bool:
    """Whether somebody agrees; that it was not written is said at once. What is neither y nor n is asked again."""
    while True:
        put(f"{question} [y/N] ", end="", flush=True)
        wait_for_line(sys.stdin)
        answer = sys.stdin.readline()
        said = answer.strip().lower()
        if said in ("y", "yes"):
            return True
        if said in ("", "n", "no"):
            put("Not written.\n" if answer else "\nNot written.\n")
            return False
        put("Type y to write it, or n to leave it as it is.")


def _visible(line: str) -> str:
    """A line for a terminal: its tabs seen, and nothing in it that a terminal would obey."""
    return closed(UNSAFE.sub("\ufffd", line.replace("\t", "<Tab>")))
