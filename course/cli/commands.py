"""The commands of `fineline`: which there are, and which one is asked for."""

from __future__ import annotations

import argparse
from importlib import import_module

from course.cli.exit_status import CouldNotRun
from course.cli.learner import learner, learner_option

COMMANDS = {
    "play": "play a scenario",
    "ask": "take the extra minute: about to follow up, right now?",
    "list": "list the scenarios and how they went",
    "progress": "show what you are good at, and what trips you",
    "report": "one page of what you did and should keep, to print or to save",
    "export": "write your journal into a file, for another machine",
    "import": "add what was exported on another machine",
    "forget": "delete what is kept of you",
    "new": "begin a course or a scenario, small and complete, to write over",
    "check": "check a course for problems",
    "explain": "say what the code of a problem means, with an example",
    "preview": "see a scenario as learners do, while you write it",
    "map": "draw a scenario, to walk in, or as text, SVG or Mermaid",
    "stats": "count what a course holds, and which rules it practises",
    "odds": "work out what any path through a scenario can bring",
    "fix": "write what check offers: quotes, tabs, dashes, names; shown and asked first",
    "schema": "print the JSON Schema of courses, for editors",
}
"""Each command, in the order of the help; its module is `course.cli.NAME_command`."""

_FIRST_FOR_AUTHORS = "new"

_EPILOG = """\
exit status: 0 all went well; 1 a check found problems; 2 it could not run;
130 stopped by Ctrl+C; 143 stopped by SIGTERM; 141 nobody read the output.

environment: FINELINE_HOME is the folder for journal and settings;
FINELINE_LEARNER names the learner, where several share a machine;
FINELINE_DEBUG=1 shows an unexpected error in full.

fineline COMMAND --help says more of a command."""


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name, or open home; the exit status. Raises CouldNotRun."""
    command, rest = _split(arguments)
    if not command:
        options = _top().parse_args(rest)
        from course.cli.faces import open_face

        return open_face(options.course, plain=options.plain, learner=learner(options.learner))
    if command not in COMMANDS:
        raise CouldNotRun(_no_command(command))
    module = import_module(f"course.cli.{command}_command")
    parser = argparse.ArgumentParser(f"fineline {command}", description=COMMANDS[command], allow_abbrev=False)
    module.arguments(parser)
    return int(module.run(parser.parse_args(rest)))


def _split(arguments: list[str]) -> tuple[str, list[str]]:
    """The command, or `""`, and everything else; options may stand before the command."""
    skip = False
    for index, word in enumerate(arguments):
        if not skip and not word.startswith("-"):
            return word, arguments[:index] + arguments[index + 1 :]
        skip = word in ("--course", "--learner") and not skip
    return "", arguments


def _no_command(word: str) -> str:
    from course.reading.suggest import nearest

    meant = nearest(word, COMMANDS)
    hint = f"Did you mean {meant}?" if meant else f"To play a scenario: fineline play {word}."
    return f'There is no command "{word}". {hint} To see what there is: fineline --help'


def _top() -> argparse.ArgumentParser:
    lines = [f"  {name:<10} {about}" for name, about in COMMANDS.items()]
    first = list(COMMANDS).index(_FIRST_FOR_AUTHORS)
    commands = "\n".join([*lines[:first], "\nfor authors:", *lines[first:]])
    parser = argparse.ArgumentParser(
        prog="fineline",
        usage="fineline [COMMAND] [--course PATH] [--learner NAME] [--plain]",
        description=f"A course on the fine line between assertive and pushy.\n\ncommands:\n{commands}",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--course", metavar="PATH", help="another course than the one that came along")
    learner_option(parser)
    parser.add_argument("--plain", action="store_true", help="lines of text instead of a screen")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and leave")
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"fineline {version('fineline')}")
        except PackageNotFoundError:
            print("fineline, not installed")
        parser.exit()
