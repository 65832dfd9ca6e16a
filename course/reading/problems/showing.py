"""A problem as text: file, line and column, the line with a caret, what was meant, how to mend it."""

from __future__ import annotations

from course.reading.problems.problem import Meant, Problem, shown
from course.text.isolates import closed
from course.text.width import cells

_MOST_EDITS = 4
"""Lines of what was meant that are shown."""
_WINDOW = 76
"""Cells of a terminal; about this much of a long line is shown."""


def show(problem: Problem, room: int = _WINDOW) -> str:
    """The problem in a few lines of plain text, with about `room` cells of the line it is in."""
    place = problem.place
    lines = [f"{place.file}:{place.line}:{place.column}: {problem.level}: {problem.message} [{problem.code}]"]
    if problem.source_line.strip():
        text, column = _window(problem.source_line, place.column - problem.source_column, room)
        number = str(place.line)
        lines += [f"  {number} | {closed(text)}", f"  {' ' * len(number)} | {' ' * cells(text[:column])}^"]
    lines += [f"  see also {other.file}:{other.line}:{other.column}" for other in problem.also]
    lines += _meant(problem.meant) if problem.meant else []
    lines.append(f"  {problem.mend}")
    return "\n".join(lines)


def _meant(meant: Meant) -> list[str]:
    """What was probably meant: a name in the sentence, or the lines as they should be."""
    if meant.word:
        return [f"  Did you mean {meant.word}?"]
    if not any(each.new.strip() for each in meant.edits):
        return []  # the line is to go, as what mends it says
    return ["  Did you mean:", *(f"  {line}" for line in edited(meant))]


def edited(meant: Meant) -> list[str]:
    """The lines as they should be, each with its number; the first few, where there are many."""
    width = len(str(meant.edits[-1].number))
    lines = [
        f"{edit.number if first else '':>{width}} | {shown(line)}"
        for edit in meant.edits[:_MOST_EDITS]
        for first, line in _each(edit.new)
    ]
    more = len(meant.edits) - _MOST_EDITS
    return [*lines, f"… and {more} more line{'s' if more > 1 else ''} in the same way"] if more > 0 else lines


def _each(new: str) -> list[tuple[bool, str]]:
    """The lines that one becomes, and whether it is the first of them."""
    return [(not at, line) for at, line in enumerate(new.split("\n"))]


def _window(line: str, column: int, room: int) -> tuple[str, int]:
    """The part of a line around a column, and where the column lies in it."""
    column = min(column, len(line))
    if cells(line) <= room:
        return line, column
    most = room if line.isascii() else room * len(line) // cells(line)
    start = max(0, min(column - most // 2, len(line) - most))
    head = "…" if start else ""
    tail = "…" if start + most < len(line) else ""
    return head + line[start : start + most] + tail, column - start + len(head)
