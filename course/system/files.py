"""Files that people ask for: written whole or not at all, and never over what is no file."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Literal


class NotWritten(Exception):
    """It could not be written: `why`, and what there is to say of it; `course.words.files` has the sentence."""

    def __init__(self, why: Literal["refused", "folder", "too-many"], **about: object) -> None:
        super().__init__(why, about)
        self.why = why
        self.about = about


class ChangedMeanwhile(Exception):
    """Somebody else has saved the file since it was read."""


def save_new(folder: Path, name: str, text: str | bytes, *, model: Path | None = None) -> Path:
    """Write the text into a new file of that name; with a number, where there is one already. Raises NotWritten.

    It gets the mode of `model`, if that is given.
    """
    stem, dot, ending = name.rpartition(".")
    for number in range(1, 1000):
        path = folder / (name if number == 1 else f"{stem}-{number}{dot}{ending}")
        try:
            _create(path, text)
            if model:
                like(model, path)
        except FileExistsError:
            continue
        except OSError as error:
            raise _not_written(path, error) from None
        return path.absolute()
    raise NotWritten("too-many", name=name, folder=folder)


def save_over(path: Path, text: str | bytes, *, was: bytes | None = None) -> None:
    """Write the text to that very file, whole. Raises NotWritten; ChangedMeanwhile if `was` is given, and the file
    holds something else by now.

    A link stays a link, and a pipe or a device is written to: to put a file in its place would break it.
    """
    try:
        if path.is_dir():
            raise NotWritten("folder", path=path)
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))  # to put another in its place would not ask
        if path.exists() and not path.is_file():
            path.write_bytes(_encoded(text))
        else:
            _replace(Path(os.path.realpath(path)), text, was)
    except OSError as error:
        raise _not_written(path, error) from None


def like(target: Path, new: Path) -> None:
    """Give the new file the mode and, where that is allowed, the owner of the one it is to replace."""
    status = target.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, status.st_uid, status.st_gid)
    shutil.copymode(target, new)


def _replace(target: Path, text: str | bytes, was: bytes | None) -> None:
    temporary = target.with_name(f".fineline-{secrets.token_hex(4)}")
    try:
        _create(temporary, text)
        if target.exists():
            like(target, temporary)
        if was is not None and target.read_bytes() != was:
            raise ChangedMeanwhile
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _create(path: Path, text: str | bytes) -> None:
    with path.open("xb") as file:
        try:
            file.write(_encoded(text))
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _encoded(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8")


def _not_written(path: Path, error: OSError) -> NotWritten:
    return NotWritten("refused", path=path, reason=error.strerror)
