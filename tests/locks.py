"""Which locks a process has on a file, as the system lists them; and who opens a database by any way but SQLite's.

Whoever closes a file lets go of every lock that their process has on it, SQLite's too, and whoever opens the database
next takes it for one that nobody has open (https://sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import inspect
import os
import re
import sys
import sysconfig
from pathlib import Path

from tests.folders import ROOT

_LIST = Path("/proc/locks")
LISTED = _LIST.exists()
"""Whether this system lists them."""
_DATABASE = re.compile(r"(journal|rooms)\b.*\.db(-wal|-shm|-journal)?")
_LIBRARY = sysconfig.get_path("stdlib")
_OURS = str(ROOT / "course")
opened: list[str] = []
"""Where the program has opened a database past SQLite, in this process: file, line and what was opened."""


def locked(path: Path, pid: int) -> bool:
    """Whether the process has any lock on the file."""
    try:
        number = path.stat().st_ino
    except FileNotFoundError:
        return False
    # "2: POSIX  ADVISORY  READ 19230 fe:00:2721698 1073741826 1073742335"; one that waits has a "->" before "POSIX"
    lines = (line.split() for line in _LIST.read_text().splitlines())
    return any(line[4:5] == [str(pid)] and line[5].rpartition(":")[2] == str(number) for line in lines)


def watch() -> None:
    """From now on, note whatever the program opens past SQLite."""
    sys.addaudithook(_note)


def _note(event: str, given: tuple[object, ...]) -> None:
    if event != "open" or not isinstance(given[0], str | os.PathLike):
        return
    name = os.path.basename(given[0])  # noqa: PTH119 (a Path for each would take its time)
    new = isinstance(given[2], int) and given[2] & os.O_EXCL
    if new or not _DATABASE.fullmatch(name):
        return
    frame = inspect.currentframe()
    assert frame is not None
    while frame.f_back is not None and frame.f_code.co_filename.startswith(("<", _LIBRARY, __file__)):
        frame = frame.f_back
    if frame.f_code.co_filename.startswith(_OURS):
        opened.append(f"{frame.f_code.co_filename}:{frame.f_lineno}: {name}")
