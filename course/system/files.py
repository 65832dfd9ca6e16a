"""The one way to write a file: whole or not at all, whenever the program is killed, and never over what is no file."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal

from course.system.paths import ours, resolved

_NOT_WHOLE = re.compile(r"\.fineline-[0-9a-f]{8}")
_LEFT = 600
"""Seconds after which nobody is still writing a file."""


Why = Literal["refused", "folder", "dangling", "too-many", "ours", "database", "no-file", "no-name", "no-page"]


class NotWritten(Exception):
    """It could not be written: `why`, and what there is to say of it; `course.words.files` has the sentence."""

    def __init__(self, why: Why, error: OSError | None = None, **about: object) -> None:
        super().__init__(why, about)
        self.why = why
        self.error = error
        """What the system says, if it was the system that refused."""
        self.about = about


class ChangedMeanwhile(Exception):
    """Somebody else has saved the file since it was read."""


class NoFile(OSError):
    """What lies there is a pipe, a socket or a device."""


def bytes_in(path: Path, most: int = 10_000_000) -> bytes:
    """What is in a file of ours, as far as that many bytes. Raises OSError; NoFile where it is none, since one might
    wait for ever for somebody to write into a pipe."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise NoFile(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    with path.open("rb") as file:
        return file.read(most)


def save_new(folder: Path, name: str, text: str | bytes, *, model: Path | None = None) -> Path:
    """Write the text into a new file of that name; with a number, where there is one already. Raises NotWritten.

    It gets the mode of `model`, if that is given.
    """
    stem, dot, ending = name.rpartition(".")
    for number in range(1, 1000):
        path = folder / (name if number == 1 else f"{stem}-{number}{dot}{ending}")
        try:
            create(path, text, model=model)
        except FileExistsError:
            continue
        except OSError as error:
            raise NotWritten("refused", error, path=path) from None
        except ValueError:
            raise NotWritten("no-name", path=path) from None
        return path.absolute()
    raise NotWritten("too-many", name=name, folder=folder)


def there(path: Path) -> bool:
    """Whether there is a file that would be written over. Raises NotWritten where none may be written: over what is
    ours and holds what a learner did, or anybody's database, since journals and rooms are such, wherever they lie, and
    nothing that is written here is; and over what is no file, since a pipe or a device might keep us for ever. A link
    stays a link; one to nothing is refused, since nobody can have meant a file that they have never seen."""
    if ours(path):
        raise NotWritten("ours", path=path)
    found = _there(path)
    if found and _is_of_a_database(path):
        raise NotWritten("database", path=path)
    return found


def save_over(path: Path, text: str | bytes, *, was: bytes | None = None, private: bool = False) -> None:
    """Write the text to that very file, whole, where `there` lets one. Raises NotWritten; ChangedMeanwhile if `was` is
    given, and the file holds something else by now. A new one may be `private`: for its owner alone."""
    there(path)
    _save(path, text, was, private=private)


def save_ours(path: Path, text: str | bytes) -> None:
    """The same for a file of the program's own: nobody has named it, and it is for its owner alone."""
    _there(path)
    _save(path, text, None, private=True)


def like(target: Path, new: Path) -> None:
    """Give the new file the mode and, where that is allowed, the owner of the one it is to replace."""
    status = target.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, status.st_uid, status.st_gid)
    new.chmod(stat.S_IMODE(status.st_mode))


def create(path: Path, text: str | bytes, *, model: Path | None = None) -> None:
    """Make a file where there is nothing, with the mode of `model`, if that is given. Raises OSError, which names the
    file; FileExistsError where something is, even a link to nothing."""
    temporary = _beside(path)
    try:
        _write(temporary, text)
        if model:
            like(model, temporary)
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # this disk knows no second name for a file
            if os.path.lexists(path):
                raise FileExistsError from None
            temporary.rename(path)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from None
    finally:
        with suppress(OSError):
            temporary.unlink()


def _there(path: Path) -> bool:
    try:
        if path.is_dir():
            raise NotWritten("folder", IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)), path=path)
        found = path.exists()
        if path.is_symlink() and not found:
            raise NotWritten("dangling", FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)), path=path)
        if found and not path.is_file():
            raise NotWritten("no-file", path=path)
    except OSError as error:
        raise NotWritten("refused", error, path=path) from None
    return found


def _is_of_a_database(path: Path) -> bool:
    """Whether it is one, or lies beside one and may hold what was written there last."""
    from course.system.databases import is_one  # nobody else here needs SQLite

    name, dash, ending = path.name.rpartition("-")
    return is_one(path) or (dash + ending in ("-wal", "-shm", "-journal") and is_one(path.with_name(name)))


def _save(path: Path, text: str | bytes, was: bytes | None, *, private: bool) -> None:
    try:
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))  # to put another in its place would not ask
        _replace(resolved(path), text, was, private=private)
    except OSError as error:
        raise NotWritten("refused", error, path=path) from None
    except ValueError:  # a name that no system takes
        raise NotWritten("no-name", path=path) from None


def _beside(path: Path) -> Path:
    """A name for what is not whole yet, in the same folder, where nobody looks. What lies there under such a name since
    long was left by somebody who was killed, and goes."""
    with suppress(OSError), os.scandir(path.parent) as entries:
        for each in entries:
            if _NOT_WHOLE.fullmatch(each.name) and time.time() - each.stat(follow_symlinks=False).st_mtime > _LEFT:
                Path(each.path).unlink()
    return path.with_name(f".fineline-{os.urandom(4).hex()}")


def _replace(target: Path, text: str | bytes, was: bytes | None, *, private: bool) -> None:
    temporary = _beside(target)
    try:
        _write(temporary, text, private=private)
        if target.exists():
            like(target, temporary)
        if was is not None and target.read_bytes() != was:
            raise ChangedMeanwhile
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _write(path: Path, text: str | bytes, *, private: bool = False) -> None:
    handle = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600 if private else 0o666
    )
    with os.fdopen(handle, "wb") as file:
        file.write(_encoded(text))
        file.flush()
        os.fsync(file.fileno())


def _encoded(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8")
