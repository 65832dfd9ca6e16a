"""The commands of `fineline`: which there are, and which one is asked for."""

from __future__ import annotations

import argparse
from importlib import import_module
from itertools import pairwise

from course.cli.exit_status import CouldNotRun
from course.cli.parser import Parser, course_option, learner_option, plain_option
from course.system.printing import put
from course.words import say

COMMANDS = {
    "play": "command.play",
    "ask": "command.ask",
    "list": "command.list",
    "progress": "command.progress",
    "report": "command.report",
    "export": "command.export",
    "import": "command.import",
    "forget": "command.forget",
    "host": "command.host",
    "rooms": "command.rooms",
    "print": "command.print",
    "serve": "command.serve",
    "new": "command.new",
    "check": "command.check",
    "explain": "command.explain",
    "preview": "command.preview",
    "map": "command.map",
    "stats": "command.stats",
    "words": "command.words",
    "odds": "command.odds",
    "blind": "command.blind",
    "proof": "command.proof",
    "disputes": "command.disputes",
    "fix": "command.fix",
    "rename": "command.rename",
    "schema": "command.schema",
}
"""Each command, in the order of the help, and the id of what it does; its module is `course/cli/NAME_command.py`."""

_FIRST_FOR_AUTHORS = "new"
_ALONE = ("--plain", "-h", "--help", "--version")
"""Options without a value that stand before a command."""


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name, or open home; the exit status. Raises CouldNotRun."""
    command, rest = split(arguments)
    if command == "help":  # as other programs have it
        command, rest = split([*rest, "--help"])
    if not command:
        options = _top().parse_args(rest)
        from course.cli.faces import open_face

        return open_face(options.course, plain=options.plain, whose=options.learner)
    if command not in COMMANDS:
        raise CouldNotRun(_no_command(command, rest))
    module = import_module(f"course.cli.{command}_command")
    parser = Parser(f"fineline {command}", say(COMMANDS[command]))
    module.arguments(parser)
    return int(module.run(parser.parse_args(rest)))


def split(arguments: list[str]) -> tuple[str, list[str]]:
    """The command, or `""`, and everything else; options may stand before the command, with what they are given."""
    words, skip = list[int](), False
    for index, word in enumerate(arguments):
        if not skip and not word.startswith("-"):
            words.append(index)
        skip = word in ("--course", "--learner") and not skip
    if not words:
        return "", arguments
    index = words[0]
    if index and arguments[index - 1] not in _ALONE:  # it may be what an option of the command is given
        index = next((each for each in words if arguments[each] in COMMANDS), index)
    return arguments[index], arguments[:index] + arguments[index + 1 :]


def _no_command(word: str, rest: list[str]) -> str:
    """What was probably meant by a word that is no command. Whatever it says to run does run."""
    from course.cli.other_names import HOME, meant_by

    meant = meant_by(word, COMMANDS)
    if meant == HOME:
        return say("command.unknown-home", word=word)
    if meant:
        return say("command.unknown-like", word=word, meant=meant)
    command = _playing(word, rest)
    return say("command.unknown-scenario", word=word, command=command) if command else say("command.unknown", word=word)


def _playing(word: str, rest: list[str]) -> str:
    """The command line that plays the scenario of that name, or of one much like it; `""` where there is none."""
    from course.cli.common import open_folder, scenario_like
    from course.text.shell import typed

    course = next((path for option, path in pairwise(rest) if option == "--course"), None)
    course = next((each.partition("=")[2] for each in rest if each.startswith("--course=")), course)
    try:
        meant = scenario_like(open_folder(course), word)
    except CouldNotRun:
        return ""
    return typed(["fineline", "play", meant, *(["--course", course] if course else [])]) if meant else ""


def _top() -> Parser:
    lines = [f"  {name:<10} {say(about)}" for name, about in COMMANDS.items()]
    first = list(COMMANDS).index(_FIRST_FOR_AUTHORS)
    for_learners, for_authors = "\n".join(lines[:first]), "\n".join(lines[first:])
    parser = Parser(
        "fineline",
        say("command.all", commands=for_learners, for_authors=for_authors),
        usage=say("command.all.usage"),
        epilog=say("command.all.more"),
        as_written=True,
    )
    course_option(parser)
    learner_option(parser)
    plain_option(parser)
    parser.add_argument("--version", action=_Version, nargs=0, help=say("command.version.about"))
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            put(f"fineline {version('fineline')}")
        except PackageNotFoundError:
            put(say("command.not-installed"))
        parser.exit()
