"""Where the journal, the settings, the log and the cache lie. FINELINE_HOME moves all of them."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

_OURS = re.compile(
    r"(journal|rooms)(\.set-aside-.+)?\.db(-wal|-shm|-journal)?|(settings.*|rooms)\.json|fineline\.log",
    re.IGNORECASE,
)
"""What a file of ours is called, in the folder of ours."""
_ASIDE = r"\.set-aside-\d{8}-\d{6}(-\d+)?"
"""What is put into the name of one that is set aside."""


class NoHome(OSError):
    """A path begins in a home folder, and there is none. `filename` is the path."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.ENOENT, "there is no such home folder", path)


def expanded(path: Path | str) -> Path:
    """The path with the home folder that its `~` stands for. Raises NoHome."""
    try:
        return Path(path).expanduser()
    except (RuntimeError, ValueError):
        raise NoHome(str(path)) from None


class LedNowhere(OSError):
    """It, or a folder on the way, is a link to something that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.ELOOP, os.strerror(errno.ELOOP), str(path))


def resolved(path: Path) -> Path:
    """Where the path leads by all its links; of those that lead round in a circle, the first."""
    return Path(os.path.realpath(path))


def _given(look: Callable[..., Path]) -> Path:
    """Where the system has us keep things. Where it knows no home, it says so or gives back a `~`. Raises NoHome."""
    try:
        path = look("fineline", appauthor=False)
    except RuntimeError:
        raise NoHome("~") from None
    if not path.is_absolute():
        raise NoHome(str(path))
    return path


def home() -> Path:
    """The folder that holds everything of ours. It need not exist yet. Raises NoHome."""
    chosen = os.environ.get("FINELINE_HOME")
    if chosen:
        return expanded(chosen)
    from platformdirs import user_data_path

    return _given(user_data_path)


def journal_file() -> Path:
    """The record of decisions."""
    return home() / "journal.db"


def settings_file(learner: str = "") -> Path:
    """Theme, extra minute, motion; of one learner, where several share a machine."""
    from urllib.parse import quote

    return home() / (f"settings-{quote(learner, safe='')}.json" if learner else "settings.json")


def log_file() -> Path:
    """Where the details of an unexpected error go."""
    return home() / "fineline.log"


def for_documents() -> Path:
    """The folder in which somebody looks for what they have saved: the first there is of their documents, their
    downloads and their home. Raises NoHome."""
    from platformdirs import user_documents_path, user_downloads_path

    return next((each for each in (user_documents_path(), user_downloads_path()) if each.is_dir()), expanded("~"))


def cache_folder() -> Path:
    """What can be worked out again, and is kept to save time."""
    if os.environ.get("FINELINE_HOME"):
        return home() / "cache"
    from platformdirs import user_cache_path

    return _given(user_cache_path)


def private_folder(folder: Path) -> None:
    """Make the folder if need be, for its owner alone: answers are private. Raises OSError: LedNowhere where a link on
    the way does, which the system calls a file that exists."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        be_led_somewhere(folder, error)
        raise


def leads_nowhere(path: Path) -> bool:
    """Whether a link on the way to it does. What lay there may come back, as a disk does that was unplugged."""
    return any(each.is_symlink() and not each.exists() for each in (path, *path.parents))


def be_led_somewhere(path: Path, error: Exception | None = None) -> None:
    """Raises LedNowhere where that does, and so nothing is to be made there."""
    if leads_nowhere(path):
        raise LedNowhere(path) from error


def ours(path: Path) -> bool:
    """Whether that is a file of ours, by whatever name or link, or would be one."""
    return _is_in(path, home, _OURS) or _is_in(path, cache_folder, re.compile(".*"))


def _is_in(path: Path, where: Callable[[], Path], names: re.Pattern[str]) -> bool:
    """Whether it lies, or would lie, in that folder under one of the names, or is one of the files that do."""
    try:
        folder, at = resolved(where()), resolved(path)
        if at.parent == folder and names.fullmatch(at.name):
            return True
        own = folder.iterdir() if path.exists() and folder.is_dir() else ()
        return any(names.fullmatch(each.name) and each.exists() and path.samefile(each) for each in own)
    except (OSError, ValueError):  # where there is no home folder, nothing is ours
        return False


def set_aside(path: Path) -> list[Path]:
    """The damaged files that were kept under another name than that one, with what lies beside each."""
    name = re.compile(f"{re.escape(path.stem)}{_ASIDE}{re.escape(path.suffix)}(-wal|-shm|-journal)?")
    there = path.parent.iterdir() if path.parent.is_dir() else ()
    return sorted(each for each in there if name.fullmatch(each.name))


def aside(path: Path, stamp: str) -> Path:
    """A name beside `path` that nothing has yet, for a file that is set aside and never overwritten."""
    for number in range(1, 1000):
        extra = "" if number == 1 else f"-{number}"
        candidate = path.with_name(f"{path.stem}.set-aside-{stamp}{extra}{path.suffix}")
        if not candidate.exists():
            return candidate
    raise OSError("too many files have been set aside here")
