"""Files that learners ask for: written whole or not at all, and never over another one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class NotWritten(Exception):
    """It could not be written; the message says why."""


def save_new(folder: Path, name: str, text: str) -> Path:
    """Write the text into a new file of that name; with a number, where there is one already. Raises NotWritten."""
    stem, dot, ending = name.rpartition(".")
    for number in range(1, 1000):
        path = folder / (name if number == 1 else f"{stem}-{number}{dot}{ending}")
        try:
            with path.open("x", encoding="utf-8", newline="") as file:
                file.write(text)
        except FileExistsError:
            continue
        except OSError as error:
            raise NotWritten(f"It could not be written to {path} ({error.strerror}).") from None
        return path
    raise NotWritten(f"There are too many files called {name} in {folder}.")


def save_over(path: Path, text: str) -> None:
    """Write the text to that very file, whole. Raises NotWritten."""
    temporary = ""
    try:
        if path.is_dir():
            raise NotWritten(f"{path} is a folder; name a file.")
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise NotWritten(f"It could not be written to {path} ({error.strerror}).") from None
