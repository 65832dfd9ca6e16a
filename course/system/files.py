"""Files that learners ask for: written whole or not at all, and never over what is no file."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path


class NotWritten(Exception):
    """It could not be written; the message says why."""


def save_new(folder: Path, name: str, text: str) -> Path:
    """Write the text into a new file of that name; with a number, where there is one already. Raises NotWritten."""
    stem, dot, ending = name.rpartition(".")
    for number in range(1, 1000):
        path = folder / (name if number == 1 else f"{stem}-{number}{dot}{ending}")
        try:
            _create(path, text)
        except FileExistsError:
            continue
        except OSError as error:
            raise _not_written(path, error) from None
        return path.absolute()
    raise NotWritten(f"There are too many files called {name} in {folder}.")


def save_over(path: Path, text: str) -> None:
    """Write the text to that very file, whole. Raises NotWritten.

    A link stays a link, and a pipe or a device is written to: to put a file in its place would break it.
    """
    try:
        if path.is_dir():
            raise NotWritten(f"{path} is a folder; name a file.")
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="")
        else:
            _replace(Path(os.path.realpath(path)), text)
    except OSError as error:
        raise _not_written(path, error) from None


def like(target: Path, new: Path) -> None:
    """Give the new file the mode and, where that is allowed, the owner of the one it is to replace."""
    status = target.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, status.st_uid, status.st_gid)
    shutil.copymode(target, new)


def _replace(target: Path, text: str) -> None:
    temporary = target.with_name(f".fineline-{secrets.token_hex(4)}")
    try:
        _create(temporary, text)
        if target.exists():
            like(target, temporary)
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _create(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="") as file:
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _not_written(path: Path, error: OSError) -> NotWritten:
    return NotWritten(f"It could not be written to {path} ({error.strerror}).")
