"""The one door to the terminal: whatever is printed goes through here, and nothing that a terminal would obey.

Texts of a course are cleaned when they are read. Paths, arguments, variables and what the system says of them are other
people's texts as well, and come from everywhere; so all that is printed is made harmless on its way out.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TextIO

from course.text.clean import harmless


def put(text: str = "", end: str = "\n", *, to: TextIO | None = None, flush: bool = False) -> None:
    """Print it, to standard output unless told where. Raises OSError."""
    target = to or sys.stdout
    target.write(harmless(text) + end)
    if flush:
        target.flush()


def put_data(text: str) -> None:
    """Print JSON: to the letter, for a program. Raises OSError."""
    put(spelled(text).rstrip("\n"))


def spelled(text: str, indent: int = 2) -> str:
    """The same JSON; escaped where it holds what standard output cannot encode, or what no terminal may be sent, so
    that no program reads another text than was meant."""
    if shows(text) and harmless(text) == text:
        return text
    import json  # hardly ever

    return json.dumps(json.loads(text), indent=indent)


def shows(text: str) -> bool:
    """Whether standard output can show it as it is, and need not come near it in plain letters."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def warn(text: str, end: str = "\n", *, flush: bool = False) -> None:
    """Print it to standard error. Where that has gone, there is nobody to be told."""
    with suppress(OSError):
        put(text, end, to=sys.stderr, flush=flush)


def clear_screen() -> None:
    """Clear the terminal and what was scrolled out of it, if there is one."""
    if sys.stdout.isatty():
        sys.stdout.write("\x1b[2J\x1b[3J\x1b[H")
