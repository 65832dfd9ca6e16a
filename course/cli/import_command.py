"""`fineline import`: merge what `fineline export` wrote on another machine into the journal here."""

from __future__ import annotations

import argparse
import sys
from codecs import BOM_UTF8
from pathlib import Path

from course.cli.common import find, open_journal, waiting
from course.cli.exit_status import CouldNotRun
from course.cli.learner import learner
from course.cli.parser import learner_option, refused_option
from course.journal.carried import Carried
from course.journal.read_carried import read_carried
from course.journal.records import UNREADABLE, NotSaved
from course.reading.courses import read_contents
from course.system.printing import put
from course.visit import journal_words
from course.words import say
from course.words.files import reason

_INPUT = Path("-")
_LARGEST = 200_000_000
"""Bytes: many times what anybody has ever played."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", type=Path, help=say("command.import.file"))
    learner_option(parser)
    refused_option(parser, "--course", say("command.carried-whole"))


def run(options: argparse.Namespace) -> int:
    """Merge it, and say what came of it."""
    carried = read_exported(options.file)
    with open_journal(learner(options.learner), anew=True) as journal:
        try:
            with waiting(journal):
                merged = journal.merge(carried)
        except NotSaved as problem:
            raise CouldNotRun(say("command.import.nothing-added", why=journal_words.refused(problem.keeping))) from None
    put(say("command.import.added", added=merged.attempts, known=merged.known))
    if merged.differing:
        put(say("command.import.differing", n=merged.differing))
    gone = _gone(carried)
    if gone:
        put(say("command.import.gone", n=len(gone), ids=", ".join(gone)))
    return 0


def _gone(carried: Carried) -> list[str]:
    """The scenarios among what was carried that the course at hand no longer has, if it is that course's at all."""
    contents = read_contents(find(None))
    if contents.course is None:
        return []
    here = {head.id for head in contents.heads}
    played = (each.beginning for each in carried.attempts)
    return sorted({each.scenario for each in played if each.course == contents.course.id} - here)


def read_exported(file: Path) -> Carried:
    """The file's data; `-` is standard input, as `fineline export -` is standard output. Raises CouldNotRun."""
    try:
        if file == _INPUT:
            data = sys.stdin.buffer.read(_LARGEST + 1) if sys.stdin else b""
        else:
            if not file.is_file():
                if file.exists():
                    raise CouldNotRun(say("command.import.no-file", file=file))
                raise CouldNotRun(say("command.import.not-there", file=file))
            with file.open("rb") as opened:
                data = opened.read(_LARGEST + 1)
    except OSError as error:
        raise CouldNotRun(say("command.import.unread", file=file, problem=reason(error))) from None
    if len(data) > _LARGEST:
        raise CouldNotRun(say("command.import.too-large", file=file))
    try:
        return read_carried(data.removeprefix(BOM_UTF8))  # which some editors put before what they save
    except UNREADABLE as problem:
        raise CouldNotRun(say("command.import.not-ours", file=file, problem=problem)) from None
