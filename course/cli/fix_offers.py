"""What `fineline fix` offers: a file's difference, a question, and the writing."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from course.authoring.fix.page import Page
from course.authoring.fix.saving import ChangedMeanwhile, save
from course.cli.outcome import CouldNotRun


class Offers:
    """The offers of one run, and what became of them."""

    def __init__(self, folder: Path, *, yes: bool, only_show: bool) -> None:
        self.folder = folder
        self.yes = yes
        """Whether mechanical mends are written without a question."""
        self.only_show = only_show
        self.written = 0
        self.shown: dict[str, Page] = {}
        """What was offered and not written, by file."""

    def make(self, file: str, before: Page, after: Page, *, yes: bool) -> bool:
        """Show the difference, ask, and write; whether it was written. Raises CouldNotRun."""
        for line in after.difference(file, before):
            print(_dressed(line))
        if self.only_show or not (yes or _agreed()):
            self.shown[file] = after
            return False
        try:
            save(self.folder / file, after)
        except ChangedMeanwhile:
            print(f"{file} has been saved by somebody else meanwhile, so it was left alone. Run this again.\n")
            self.shown[file] = after
            return False
        except OSError as error:
            raise CouldNotRun(f"{file} cannot be written: {error.strerror}. It is as it was.") from None
        self.written += 1
        print(f"Wrote {file}.\n")
        return True


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def _agreed() -> bool:
    if not can_ask():
        print("Not written, since nobody could be asked. With --yes it is written without a question.\n")
        return False
    print("Write this? [y/N] ", end="", flush=True)
    answer = sys.stdin.readline()
    agreed = answer.strip().lower() in ("y", "yes")
    if not agreed:
        print("Not written.\n" if answer else "\nNot written.\n")
    return agreed


def _dressed(line: str) -> str:
    """A line of a difference: on a terminal with colour to its sign, and what does not change on one line of it."""
    if not sys.stdout.isatty() or line[:3] in ("+++", "---"):
        return line
    columns = shutil.get_terminal_size().columns
    if line[:1] == " " and len(line) > columns:
        return f"{line[: columns - 1]}…"
    if os.environ.get("NO_COLOR"):
        return line
    return {"+": f"\x1b[32m{line}\x1b[0m", "-": f"\x1b[31m{line}\x1b[0m"}.get(line[:1], line)
