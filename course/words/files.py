"""What files are called that are saved for a learner, and what is said when they cannot be."""

from __future__ import annotations

import errno
import re
from enum import Enum

from course.system.files import NoFile, NotWritten
from course.system.paths import LedNowhere, NoHome
from course.text.isolates import closed
from course.words import say

_NO_NAME = re.compile(r'[\\/:*?"<>|\s]+')
"""What stands in the name of no file, on one system or another."""
_LONGEST = 40
"""Characters; a name of four bytes each is still one that every system takes."""


_LONGEST_PATH = 200
"""Characters of a path that are shown, of which the narrowest page takes four lines."""


class Form(Enum):
    """What is written, by the endings under which a machine opens it as such; the first is the one to suggest."""

    HTML = (".html", ".htm", ".xhtml")
    MARKDOWN = (".md", ".markdown", ".txt")
    JSON = (".json", ".txt")


_DOCUMENTS = {".doc", ".docx", ".epub", ".key", ".odp", ".odt", ".pages", ".ppt", ".pptx", ".rtf", ".tex"}
_PICTURES = {".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"}
_OTHERS = {".csv", ".eml", ".numbers", ".ods", ".pdf", ".po", ".py", ".xls", ".xlsx", ".yaml", ".yml", ".zip"}
KNOWN = {*_DOCUMENTS, *_PICTURES, *_OTHERS, *(ending for form in Form for ending in form.value)}
"""Endings that promise something."""


def name(text: str, ending: str) -> str:
    """A file name out of the author's words: never a path, never hidden, and with that ending."""
    stem = _NO_NAME.sub("-", text.removesuffix(ending)).strip(".-")
    return f"{closed(stem[:_LONGEST]) or 'fineline'}{ending}"


def not_written(problem: NotWritten | NoHome) -> str:
    """Why a file could not be saved."""
    if isinstance(problem, NoHome):
        return say("file.no-home", path=problem.filename)
    about = {name: in_short(str(each)) for name, each in problem.about.items()}
    return say(f"file.{problem.why}", **about, reason=reason(problem.error) if problem.error else "")


def in_short(path: str) -> str:
    """The path, without its middle where it is so long that it would leave no room for what is wrong with it."""
    return path if len(path) <= _LONGEST_PATH else f"{path[: _LONGEST_PATH // 2]}…{path[-_LONGEST_PATH // 4 :]}"


def rooms_not_had(error: OSError) -> str:
    """Why the rooms cannot be used just now: nothing is wrong with them, but with the disk that they are on."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        why = say("journal.why.read-only")
    else:
        why = say("journal.why.busy") if error.errno == errno.EBUSY else reason(error)
    return say("command.rooms.not-had", file=in_short(str(error.filename)), why=why)


def reason(error: OSError) -> str:
    """What the system says, in brackets or behind a colon; that the disk is full is said in the same words wherever it
    turns out."""
    if isinstance(error, NoFile):
        return say("file.is-no-file")
    if isinstance(error, LedNowhere):
        return say("journal.why.nowhere")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("journal.why.full")
    return error.strerror or str(error)
