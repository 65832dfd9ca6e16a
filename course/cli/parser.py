"""How every command reads its options and explains itself, in the program's own words."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

from course.cli.exit_status import COULD_NOT_RUN
from course.system.printing import put, warn
from course.words import say

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_HEADINGS = {"positional arguments": "command.help.arguments", "options": "command.help.options"}
_ERRORS = (
    (r"unrecognized arguments: (?P<what>.+)", "command.error.unknown"),
    (r"the following arguments are required: (?P<what>.+)", "command.error.missing"),
    (r"argument (?P<what>.+?): expected (?:at least )?one argument", "command.error.no-value"),
    (r"argument (?P<what>.+?): invalid choice: (?P<given>.+) \(choose from (?P<known>.+)\)", "command.error.choice"),
    (r"argument (?P<what>.+?): ignored explicit argument (?P<given>.+)", "command.error.takes-none"),
    (r"argument (?P<what>.+?): not allowed with argument (?P<other>.+)", "command.error.not-both"),
    (r"argument (?P<what>.+?): (?P<why>.+)", "command.error.wrong"),
)
"""What `argparse` says, which knows no ids: each as a pattern, and what is said instead."""


_LARGEST_SEED = 2**63 - 1
"""What the journal's file can hold."""


class _Formatter(argparse.HelpFormatter):
    """Help under our own headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,  # noqa: ARG002
    ) -> None:
        super().add_usage(usage, actions, groups, f"{say('command.help.usage')} ")

    def start_section(self, heading: str | None) -> None:
        super().start_section(say(_HEADINGS[heading]) if heading in _HEADINGS else heading)


class _AsWritten(_Formatter, argparse.RawDescriptionHelpFormatter):
    """The same around texts that have lines of their own."""


class Parser(argparse.ArgumentParser):
    """A parser all of whose own sentences come from the catalog.

    Errors that none of our commands can raise stay as `argparse` words them, within our sentence: "expected at most
    one argument", "expected 2 arguments", "one of the arguments … is required",
    "ambiguous option", "invalid … value". The names of values (PATH, SCENE) are those of the command line itself.
    """

    def __init__(
        self, prog: str, description: str, *, usage: str | None = None, epilog: str = "", as_written: bool = False
    ) -> None:
        super().__init__(
            prog,
            usage,
            description,
            epilog,
            formatter_class=_AsWritten if as_written else _Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.add_argument("-h", "--help", action="help", help=say("command.help.help"))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Whatever `argparse` prints: help, usage, errors."""
        (warn if file is sys.stderr else put)(message, end="")

    def error(self, message: str) -> NoReturn:
        """Say how the command is called and what was wrong, and leave."""
        said = self.format_usage() + say("command.error", command=self.prog, message=_in_words(message)) + "\n"
        self.exit(COULD_NOT_RUN, said)


def _in_words(message: str) -> str:
    for pattern, sentence in _ERRORS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return say(sentence, **found.groupdict())
    return message


def not_empty(word: str) -> str:
    """What an option was given. An empty word, such as from a variable that is not set, is not the same as none."""
    if not word.strip():
        raise argparse.ArgumentTypeError(say("command.error.empty"))
    return word


NAMED = "name the course's folder itself, without this"
ALIKE = "it is the same for every course; leave this out"
"""For authors: why a command takes no `--course`."""


def refused_option(parser: argparse.ArgumentParser, option: str, why: str) -> None:
    """Know an option that other commands take, to say why it means nothing here."""

    def refuse(_: str) -> NoReturn:
        raise argparse.ArgumentTypeError(why)

    parser.add_argument(option, type=refuse, help=argparse.SUPPRESS)


def course_option(parser: argparse.ArgumentParser) -> None:
    """Take `--course PATH`."""
    parser.add_argument("--course", metavar="PATH", type=not_empty, help=say("command.option.course"))


def plain_option(parser: argparse.ArgumentParser) -> None:
    """Take `--plain`."""
    parser.add_argument("--plain", action="store_true", help=say("command.option.plain"))


def learner_option(parser: argparse.ArgumentParser) -> None:
    """Take `--learner NAME`."""
    parser.add_argument("--learner", metavar="NAME", help=say("command.option.learner"))


def seed(text: str) -> int:
    """What `--seed` is given, as a number."""
    number = int(text) if text.isdecimal() else -1
    if not 0 <= number <= _LARGEST_SEED:
        raise argparse.ArgumentTypeError(say("command.play.no-seed", given=text, largest=_LARGEST_SEED))
    return number
