"""A problem as text: file, line and column, the line with a caret, what was meant, how to mend it."""

from __future__ import annotations

from course.reading.problems import Problem
from course.text.width import cells

_WINDOW = 76
"""Cells of a terminal; about this much of a long line is shown."""


def show(problem: Problem, room: int = _WINDOW) -> str:
    """The problem in a few lines of plain text, with about `room` cells of the line it is in."""
    place = problem.place
    lines = [f"{place.file}:{place.line}:{place.column}: {problem.level}: {problem.message} [{problem.code}]"]
    if problem.source_line.strip():
        text, column = _window(problem.source_line, place.column - problem.source_column, room)
        number = str(place.line)
        lines += [f"  {number} | {text}", f"  {' ' * len(number)} | {' ' * cells(text[:column])}^"]
    lines += [f"  see also {other.file}:{other.line}:{other.column}" for other in problem.also]
    if problem.meant.startswith((" ", "- ")) or ":" in problem.meant:
        lines += ["  Did you mean:", f"  {' ' * len(str(place.line))} | {problem.meant}"]
    elif problem.meant:
        lines.append(f"  Did you mean {problem.meant}?")
    lines.append(f"  {problem.mend}")
    return "\n".join(lines)


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
