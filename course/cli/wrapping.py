"""What a command says, wrapped at words where it is read on a terminal; in a pipe each line stays one."""

from __future__ import annotations

import re
import sys
import textwrap

from course.system.printing import put
from course.system.terminal_size import terminal_size
from course.text.isolates import closed_lines

_NARROWEST = 40
_QUOTED = re.compile(r" +(?:\d+ )? *\| ")
"""The beginning of a line that shows a line of a file, which is shown as it is."""


def put_wrapped(text: str) -> None:
    """Print it: on a terminal, lines of prose that are wider than it go on below their beginning. Raises OSError."""
    if sys.stdout.isatty():
        width = max(_NARROWEST, terminal_size().columns)
        text = "\n".join(each for line in text.split("\n") for each in _wrapped(line, width))
    put(text)


def _wrapped(line: str, width: int) -> list[str]:
    if len(line) <= width or _QUOTED.match(line):
        return [line]
    indent = " " * max(2, len(line) - len(line.lstrip(" ")))
    wrapped = textwrap.wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, replace_whitespace=False
    )
    return [*closed_lines(wrapped)]
