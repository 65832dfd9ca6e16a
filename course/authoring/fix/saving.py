"""Writing a file so that it is, whatever happens, either as it was or as it was meant to be."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from course.authoring.fix.page import Page
from course.system.files import like


class ChangedMeanwhile(Exception):
    """The file is no longer as it was when it was read."""


def save(path: Path, page: Page) -> None:
    """Write the page into its file. Raises OSError, and ChangedMeanwhile if somebody has saved it since."""
    target = path.resolve()  # what a link leads to is changed, and the link stays one
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))  # replacing it would not ask
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(page.encoded())
            file.flush()
            os.fsync(file.fileno())
        like(target, Path(name))
        if target.read_bytes() != page.data:
            raise ChangedMeanwhile
        os.replace(name, target)  # noqa: PTH105 (a name, not yet a path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
