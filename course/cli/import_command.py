"""`fineline import`: merge what `fineline export` wrote on another machine into the journal here."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.cli.common import open_journal
from course.cli.exit_status import CouldNotRun
from course.cli.learner import learner, learner_option
from course.journal.carrying import Carried, read_carried
from course.journal.records import UNREADABLE, NotSaved
from course.visit import keeping

_LARGEST = 200_000_000
"""Bytes: many times what anybody has ever played."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a file that fineline export has written")
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Merge it, and say what came of it."""
    carried = _read(options.file)
    with open_journal(learner(options.learner)) as journal:
        try:
            merged = journal.merge(carried)
        except NotSaved as problem:
            raise CouldNotRun(f"Nothing was added. {keeping.standing(problem.keeping)}") from None
    print(f"Added or gone on with: {merged.attempts}. Here already: {merged.known}.")
    if merged.differing:
        print(f"Played on differently on both machines, and left as they are here: {merged.differing}.")
    return 0


def _read(file: Path) -> Carried:
    """The file's data. Raises CouldNotRun."""
    try:
        if not file.is_file():
            raise CouldNotRun(f"{file} is no file." if file.exists() else f"There is no file {file}.")
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        raise CouldNotRun(f"{file} cannot be read ({error.strerror}).") from None
    if len(data) > _LARGEST:
        raise CouldNotRun(f"{file} is too large to be a journal.")
    try:
        return read_carried(data)
    except UNREADABLE as problem:
        raise CouldNotRun(f"{file} is not what fineline export writes ({problem}). Nothing was added.") from None
