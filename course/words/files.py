"""What files are called that are saved for a learner, and what is said when they cannot be."""

from __future__ import annotations

import re

from course.system.files import NotWritten
from course.text.isolates import closed
from course.words import say

_NO_NAME = re.compile(r'[\\/:*?"<>|\s]+')
"""What stands in the name of no file, on one system or another."""
_LONGEST = 40
"""Characters; a name of four bytes each is still one that every system takes."""


def name(text: str, ending: str) -> str:
    """A file name out of the author's words: never a path, never hidden, and with that ending."""
    stem = _NO_NAME.sub("-", text.removesuffix(ending)).strip(".-")
    return f"{closed(stem[:_LONGEST]) or 'fineline'}{ending}"


def not_written(problem: NotWritten) -> str:
    """Why a file could not be saved."""
    return say(f"file.{problem.why}", **problem.about)
