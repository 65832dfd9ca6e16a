"""How every command writes a file that it is told to write: whole, and over another only where that is wanted."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from course.cli.asking import can_ask, sure
from course.cli.exit_status import CouldNotRun
from course.system.files import NotWritten, save_over, there
from course.system.printing import put, warn
from course.words import say
from course.words.files import KNOWN, Form, not_written

_OUTPUT = Path("-")
_ENDS_A_FOLDER = tuple(filter(None, (os.sep, os.altsep)))

_REFUSED = {
    Form.HTML: "command.write.no-page",
    Form.MARKDOWN: "command.write.no-markdown",
    Form.JSON: "command.write.no-json",
}
"""What is said where one promises something else, by what would be written."""


def file_for(form: Form) -> Callable[[str], Path]:
    """Reads the name of a file to write, which must not promise something else: a page that is called handout.pdf
    opens nowhere. Raises CouldNotRun."""

    def named(word: str) -> Path:
        file = Path(word)
        if word.endswith(_ENDS_A_FOLDER):
            raise CouldNotRun(say("file.folder", path=word))
        ending = file.suffix.lower()
        if ending in KNOWN and ending not in form.value:
            why = "command.write.no-pdf" if form is Form.HTML and ending == ".pdf" else _REFUSED[form]
            raise CouldNotRun(say(why, ending=ending, better=file.with_suffix(form.value[0])))
        return file

    return named


def force_option(parser: argparse.ArgumentParser) -> None:
    """Take `--force`."""
    parser.add_argument("--force", action="store_true", help=say("command.option.force"))


def write(file: Path, text: str, *, force: bool, private: bool = False) -> bool:
    """Write the file; whether it was written, since on a terminal it is asked before another is written over. `-` is
    standard output, as everywhere. A new one may be `private`: for its owner alone. Raises CouldNotRun."""
    if file == _OUTPUT:
        put(text, end="")
        return False
    try:
        if there(file) and not force and not _agreed(file):
            warn(say("command.write.nothing-written"))
            return False
        save_over(file, text, private=private)
    except NotWritten as problem:
        raise CouldNotRun(not_written(problem)) from None
    return True


def _agreed(file: Path) -> bool:
    """Whether the file may be written over. Raises CouldNotRun where nobody can be asked."""
    if not can_ask():
        raise CouldNotRun(say("command.write.exists", file=file))
    return sure(lambda yes: say("command.write.sure", file=file, yes=yes))
