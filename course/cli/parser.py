"""How every command reads its options and explains itself, in the program's own words."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import takewhile
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

    def parse_args(  # type: ignore[override]  # `argparse` has overloads for namespaces, which none of ours needs
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Read the options and what else is typed, whichever stands first."""
        return super().parse_args(self._in_order(list(sys.argv[1:] if args is None else args)), namespace)

    def _in_order(self, typed: list[str]) -> list[str]:
        """The same with all that is no option beside each other. `argparse` takes what may be left out for left out as
        soon as an option stands where it might."""
        known, options, others = self._option_string_actions, list[str](), list[str]()
        at = 0
        while at < len(typed):
            word, at = typed[at], at + 1
            if word == "--":
                others += typed[at:]
                break
            if not word.startswith("-") or word == "-":
                others.append(word)
                continue
            options.append(word)
            takes = known[word].nargs if word in known else 0
            most = 1 if takes in (None, "?") else len(typed) if takes in ("+", "*") else 0
            values = list(takewhile(partial(self._is_value, alone=takes is None), typed[at : at + most]))
            options += values
            at += len(values)
        return [*options, "--", *others] if "--" in typed else [*others, *options]

    def _is_value(self, word: str, *, alone: bool) -> bool:
        """Whether that word behind an option is what the option is given; a number below zero is, where it takes
        one."""
        return word == "-" or not word.startswith("-") or (alone and word[1:].isdecimal())

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


def whole_number(least: int, most: int, none: Callable[[str], str]) -> Callable[[str], int]:
    """Reads what an option is given as a whole number from the least to the most; `none` says of anything else that it
    is none."""

    def read(text: str) -> int:
        digits = text.lstrip("0")
        if text.isdecimal() and len(digits) <= len(str(most)):  # there could be more of them than Python reads
            number = int(digits or 0)
            if least <= number <= most:
                return number
        raise argparse.ArgumentTypeError(none(text))

    return read


seed = whole_number(0, _LARGEST_SEED, lambda given: say("command.play.no-seed", given=given, largest=_LARGEST_SEED))
"""Reads what `--seed` is given."""
