"""What files are called that are saved for a learner, and what is said when they cannot be."""

from __future__ import annotations

import errno
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
    return say(f"file.{problem.why}", **problem.about, reason=reason(problem.error) if problem.error else "")


def reason(error: OSError) -> str:
    """What the system says, in brackets or behind a colon; that the disk is full is said in the same words wherever it
    turns out."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("journal.why.full")
    return error.strerror or str(error)
