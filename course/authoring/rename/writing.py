"""The files of a rename written: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from course.authoring.fix import keep_old
from course.authoring.rename.plan import Change
from course.system.files import ChangedMeanwhile, NotWritten, save_over


def write(changes: Sequence[Change]) -> list[Path]:
    """Write them, and keep each as it was beside it; the files that hold what was. When one cannot be written, those
    before it are put back. Raises ChangedMeanwhile, NotWritten and OSError."""
    if any(each.path.read_bytes() != each.before for each in changes):
        raise ChangedMeanwhile
    beside = {path for each in changes for path in each.path.parent.iterdir()}
    kept: list[Path] = []
    written: list[Change] = []
    try:
        for each in changes:
            kept.append(keep_old(each.path, each.before))
            save_over(each.path, each.after, was=each.before)
            written.append(each)
    except (ChangedMeanwhile, NotWritten, OSError):
        for each in written:
            with suppress(ChangedMeanwhile):  # somebody has gone on from there
                save_over(each.path, each.before, was=each.after)
        for path in kept:
            if path not in beside:
                path.unlink(missing_ok=True)
        raise
    return kept
