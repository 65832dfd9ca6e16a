"""The command `fineline`: finds the command that was asked for, runs it, and never shows a traceback."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from course.cli.outcome import COULD_NOT_RUN, INTERRUPTED, CouldNotRun

COMMANDS = {
    "play": "play a story",
    "list": "list the stories and how they went",
    "progress": "show what you are good at, and what trips you",
    "forget": "delete what the journal keeps of you",
    "check": "check a course for problems",
}
"""Each command, in the order of the help; its module is `course.cli.NAME_command`."""

_EPILOG = """\
exit status: 0 all went well, 1 a check found problems, 2 it could not run, 130 interrupted.
FINELINE_HOME names the folder for journal and settings."""


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except CouldNotRun as problem:
        print(f"fineline: {problem}", file=sys.stderr)
        status = COULD_NOT_RUN
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:  # whoever read our output has gone; say nothing more, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except Exception as error:
        if os.environ.get("FINELINE_DEBUG"):
            raise
        status = _unexpected(error)
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in (*COMMANDS, "-h", "--help", "--version"):
        return _home(arguments)
    if arguments[0] in COMMANDS:
        module = import_module(f"course.cli.{arguments[0]}_command")
        parser = argparse.ArgumentParser(prog=f"fineline {arguments[0]}", description=COMMANDS[arguments[0]])
        module.arguments(parser)
        return int(module.run(parser.parse_args(arguments[1:])))
    _top().parse_args(arguments)
    return 0


def _home(arguments: list[str]) -> int:
    parser = _top()
    options = parser.parse_args(arguments)
    if options.command:
        from course.reading.suggest import nearest

        meant = nearest(options.command, COMMANDS)
        hint = f" Did you mean {meant}?" if meant else ""
        raise CouldNotRun(f'There is no command "{options.command}".{hint} See fineline --help.')
    from course.cli.faces import open_face

    return open_face(options.course, plain=options.plain)


def _top() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:<10} {about}" for name, about in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="fineline",
        description="A course on the fine line between assertive and pushy.\n\ncommands:\n" + commands,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="fineline [COMMAND] [--course PATH] [--plain]",
    )
    parser.add_argument("command", nargs="?", help=argparse.SUPPRESS)
    parser.add_argument("--course", metavar="PATH", help="another course than the one that came along")
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


def _unexpected(error: Exception) -> int:
    """Keep the details in the log, and tell the user where."""
    import traceback

    from course import places

    log = places.log_file()
    try:
        places.private_folder(log.parent)
        with log.open("a", encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
        where = f"The details are in {log}."
    except OSError:
        where = "Set FINELINE_DEBUG=1 to see the details."
    print(f"fineline: Something unexpected happened ({type(error).__name__}). {where}", file=sys.stderr)
    print("What you have decided is kept.", file=sys.stderr)
    return COULD_NOT_RUN
