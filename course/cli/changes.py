"""Changes to an author's files: shown as lines, and asked about before they are written."""

from __future__ import annotations

from collections.abc import Sequence

from course.cli.asking import agreed
from course.reading.problems.problem import Edit
from course.system.printing import put
from course.text.clean import UNSAFE
from course.text.isolates import closed

_MOST_SHOWN = 4
"""Lines of one mend."""


def change(edits: Sequence[Edit], most: int = _MOST_SHOWN) -> list[str]:
    """The lines as they are and as they would be; the first few, where there are many."""
    lines: list[str] = []
    for edit in edits[:most]:
        if not edit.new.strip():
            left = "taken away" if edit.gone else "empty"
            lines += [f"line {edit.number} is:       {_visible(edit.old)}", f"line {edit.number} would be {left}"]
            continue
        lines.append(f"line {edit.number} is:       {_visible(edit.old)}")
        label = f"line {edit.number} would be: "
        for each in edit.new.splitlines() or [""]:
            lines.append(f"{label}{_visible(each)}")
            label = " " * len(label)  # one line becomes several
    more = len(edits) - most
    return [*lines, f"… and {more} more line{'s' if more > 1 else ''} in the same way"] if more > 0 else lines


def yes(question: str) -> bool:
    """Whether somebody agrees; that it was not written is said at once."""
    if agreed(f"{question} [y/N]", "Type y to write it, or n to leave it as it is.", ("y", "yes"), ("n", "no"), put):
        return True
    put("Not written.\n")
    return False


def _visible(line: str) -> str:
    """A line for a terminal: its tabs seen, and nothing in it that a terminal would obey."""
    return closed(UNSAFE.sub("\ufffd", line.replace("\t", "<Tab>")))
